import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measureFirstLoad, sumOf } from '../../../bench/web-size.ts'
import { buildWeb } from './build-web.ts'
import { createServer } from './create-server.ts'
import { serveWeb } from './serve-web.ts'

const LIMIT = 250 * 1024
let app: FastifyInstance

beforeAll(async () => {
  app = await createServer()
  await serveWeb(app)
})
afterAll(() => app.close())

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })

describe('the web app as it is served', () => {
  it('gives the same page at every address, each answer with a nonce of its own', async () => {
    const [first, second] = [await get('/'), await get('/units/12?q=лицей')]
    expect(first.statusCode).toBe(200)
    expect(second.headers['content-type']).toBe('text/html; charset=utf-8')
    const nonces = [first, second].map(
      answer => /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1],
    )
    expect(nonces[0]).not.toBe(nonces[1])
    expect(first.body).toContain(`nonce="${nonces[0]}"`)
    expect(first.body).not.toContain('__NONCE__')
    expect(first.headers['cache-control']).toBe('no-store')
  })

  it('forbids scripts in the page, foreign sources and frames', async () => {
    const { headers, body } = await get('/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(body).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style="/)
    expect(body).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  it('lets a browser keep files with a hash in their names, in a smaller form where it can read one', async () => {
    const script = /src="(\/assets\/[^"]+\.js)"/.exec((await get('/')).body)![1]
    const plain = await get(script)
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const packed = await get(script, { 'accept-encoding': 'br, gzip' })
    expect(packed.headers['content-encoding']).toBe('br')
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length)
  })

  it.each([
    '/api/nothing',
    '/assets/nothing.js',
    '/assets/..%2f.sources',
    '/assets/..%2f..%2f..%2fpackage.json',
  ])('answers %s by a problem, not by a page', async url => {
    const { statusCode, body } = await get(url)
    expect([400, 403, 404]).toContain(statusCode)
    expect(body).not.toContain('<div id="root">')
  })

  it.each(['/assets/../../package.json', '/assets/%2e%2e/%2e%2e/package.json', '/../package.json'])(
    'gives no file from elsewhere at %s',
    async url => {
      expect((await get(url)).body).not.toContain('workspaces')
    },
  )
})

describe('the first load', () => {
  it(`stays below ${LIMIT / 1024} KB of gzipped script`, async () => {
    const sizes = measureFirstLoad(await buildWeb(`${import.meta.dirname}/../../..`))
    expect(sizes.length).toBeGreaterThan(4)
    expect(sumOf(sizes, '.js')).toBeLessThan(LIMIT)
  })
})
