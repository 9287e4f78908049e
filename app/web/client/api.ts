import { locale } from '../messages/say.ts'
import { readRefusal, unreachable } from './api-error.ts'
import type { Answer, Operation, Request } from './contract-types.ts'
import { chosenGrant } from './grant.ts'

interface Sent {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: object
  readonly body?: unknown
  readonly files?: FormData
  readonly signal?: AbortSignal
}

/**
 * Calls an operation of the API: `api('GET /api/units/:id', { params: { id: 12 } })`. What it takes and answers is
 * typed from the contract the server implements. Throws ApiError.
 */
export async function api<K extends Operation>(operation: K, request: Request<K>): Promise<Answer<K>> {
  const response = await send(operation, request as Sent)
  if (response.status === 204) return undefined as Answer<K>
  return (await response.json()) as Answer<K>
}

/** Fetches a file of the API and hands it to the browser's downloads under the name the server gave it. */
export async function download<K extends Operation>(operation: K, request: Request<K>): Promise<void> {
  const response = await send(operation, request as Sent)
  // What breaks off in the middle is no file: nothing of it is offered for saving.
  const content = await response.blob().catch(() => {
    throw unreachable()
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = fileName(response.headers.get('content-disposition')) ?? 'objektiv'
  link.click()
  // The browser takes hold of the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

async function send(operation: string, { params = {}, query, body, files, signal }: Sent): Promise<Response> {
  const [method, path] = operation.split(' ')
  const headers = new Headers({ 'x-objektiv': '1', 'accept-language': locale() })
  const grant = chosenGrant()
  if (grant) headers.set('x-objektiv-grant', grant)
  if (body !== undefined) headers.set('content-type', 'application/json')
  const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name])) + queryOf(query)
  const init: RequestInit = { method, headers, signal: signal ?? null }
  if (files) init.body = files
  else if (body !== undefined) init.body = JSON.stringify(body)
  const response = await fetch(url, init).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : unreachable()
  })
  if (!response.ok) throw await readRefusal(response)
  return response
}

/** Absent and empty values are not sent: an empty filter is no filter. */
function queryOf(query: object | undefined): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value])
      .filter(one => one !== undefined && one !== null && one !== '')
      .map(one => [name, String(one)]),
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}

/** `filename*=UTF-8''…` of RFC 6266 first, since names are Russian. */
export function fileName(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null
}
