import { isAPIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, ProblemError } from '../../../platform/problem.ts'

/**
 * What the account library is told of a request: its cookies, its browser, its address. `without` names a cookie that
 * must play no part.
 */
export function headersFor(request: FastifyRequest, without?: string): Headers {
  const headers = new Headers({ 'x-forwarded-for': request.ip })
  const cookies = (request.headers.cookie ?? '').split(/;\s*/)
  headers.set('cookie', cookies.filter(pair => !without || !pair.startsWith(`${without}=`)).join('; '))
  if (request.headers['user-agent'] !== undefined) headers.set('user-agent', request.headers['user-agent'])
  return headers
}

/** Passes the library's cookies on to the browser. */
export function passCookies(reply: FastifyReply, headers: Headers): void {
  const cookies = headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}

/** Calls the library; its refusals become problems in words. A problem of ours thrown inside it comes out as it was. */
export async function callLibrary<T>(work: () => Promise<T>, refusal: (code: string) => Problem): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isAPIError(error)) throw new ProblemError(refusal(String(error.body?.code ?? error.status)))
    throw error
  }
}

/** The session token that the library has just given, read from its cookie; null when it gave none. */
export function newSessionToken(headers: Headers, cookie: string): string | null {
  const found = headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .filter(pair => pair.startsWith(`${cookie}=`))
    .at(-1)
  const value = found ? decodeURIComponent(found.slice(cookie.length + 1)) : ''
  return value === '' ? null : value.slice(0, value.lastIndexOf('.'))
}
