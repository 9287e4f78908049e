import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

/** Whoever acts: a person of the demo region, signed in. */
export type Call = <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) => Promise<T>

export interface Listed<T> {
  readonly items: readonly T[]
}

/** Asks the service at the address as this person, over the network, as a browser would. Throws where it refuses. */
export async function signIn(
  address: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Call> {
  let cookie = ''
  const call: Call = async (method, path, body) => {
    const isForm = body instanceof FormData
    const response = await fetch(address + path, {
      method,
      headers: {
        'x-objektiv': '1',
        'user-agent': 'objektiv-demo',
        cookie,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    const cookies = response.headers.getSetCookie().map(line => line.split(';')[0])
    if (cookies.length > 0) cookie = cookies.join('; ')
    return (response.status === 204 ? undefined : await response.json()) as never
  }
  await call('POST', '/api/sign-in', { email, password })
  return call
}

export async function sendFile(call: Call, path: string, file: string): Promise<void> {
  const form = new FormData()
  form.set('file', new Blob([await readFile(file)]), basename(file))
  await call('POST', path, form)
}
