import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { buildWeb } from './build-web.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** What vite.config.ts writes where the nonce belongs. */
const NONCE = '__NONCE__'
const OPEN = { config: { access: 'public' }, schema: { hide: true } } as const

/**
 * Serves the web app, building it first where that is needed: files with a hash in their names for ever, the page
 * itself with a nonce of its own and a strict content security policy. Every address that is not of the API is a page.
 */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const folder = await buildWeb(ROOT)
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  })
  for (const file of ['icon.svg', 'first-colours.js'])
    app.get(`/${file}`, OPEN, (_, reply) => reply.sendFile(file, folder, { immutable: false, maxAge: '1h' }))
  app.get('/*', OPEN, (request, reply) => {
    if (/^\/(api|assets)(\/|$|\?)/.test(request.url)) return reply.callNotFound()
    const nonce = randomBytes(18).toString('base64url')
    return reply
      .header('content-security-policy', policyFor(nonce))
      .header('x-frame-options', 'DENY')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE, nonce))
  })
}

/** Everything from this server alone; a style needs the nonce of this very answer; no page may frame ours. */
function policyFor(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // The square code of the second factor is an SVG made into an address.
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
