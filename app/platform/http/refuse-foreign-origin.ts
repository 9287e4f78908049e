import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../problem.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Another site may not act with a visitor's cookie. A change needs the header `x-objektiv`, which a foreign page cannot
 * send without being asked about it first, and where the browser says whence the request comes, that must be here.
 * Integrations carry a token instead of a cookie, so nothing of theirs can be borrowed.
 */
export function refuseForeignOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async request => {
    if (SAFE.has(request.method) || request.headers.authorization?.startsWith('Bearer ')) return
    if (!isOwn(request)) throw new ProblemError({ code: 'foreign-origin' })
  })
}

function isOwn({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (headers.origin !== undefined && hostOf(headers.origin) !== host) return false
  return headers['x-objektiv'] !== undefined
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
