import { existsSync } from 'node:fs'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onEmbedded } from '../../app/platform/database/testing/index.ts'
import { createServer } from '../../app/platform/http/index.ts'
import { serveWeb } from '../../app/platform/http/serve-web.ts'
import { openLog } from '../../app/platform/operation/index.ts'
import { startWorld, type World } from '../world/start-world.ts'

const CHROMIUM = '/usr/bin/chromium'

describe('pages', () => {
  let server: FastifyInstance
  let address: string
  beforeAll(async () => {
    server = await createServer()
    await serveWeb(server)
    address = await server.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => server?.close())

  it.each(['/', '/units/1?q=%3Cscript%3E', '/sign-in', '/api/docs/'])(
    '%s runs nothing that is not ours and stands in no frame',
    async path => {
      const answer = await fetch(address + path)
      const page = await answer.text()
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).not.toMatch(/unsafe|https?:|\*|upgrade-insecure/)
      expect(policy).toMatch(/script-src 'self'(;|$)/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).toMatch(/object-src 'none'|default-src 'none'/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=|javascript:/)
      expect(page).not.toMatch(/(src|href|action)="(https?:)?\/\//)
      // What was asked for is not in the page at all.
      expect(page).not.toContain('q=')
    },
  )

  it('have a nonce of their own each time', async () => {
    const nonces = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const policy = (await fetch(address)).headers.get('content-security-policy') ?? ''
        return /'nonce-([\w-]{20,})'/.exec(policy)?.[1]
      }),
    )
    expect(new Set(nonces).size).toBe(20)
    expect(nonces).not.toContain(undefined)
  })

  it.skipIf(!existsSync(CHROMIUM))('the documentation works under its policy', async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage()
      const said: string[] = []
      const asked: string[] = []
      page.on('console', message => message.type() === 'error' && said.push(message.text()))
      page.on('request', request => asked.push(new URL(request.url()).origin))
      await page.goto(`${address}/api/docs`)
      await page.getByRole('heading', { name: /Objektiv/ }).waitFor({ timeout: 20_000 })
      expect(said.filter(text => /content security policy/i.test(text))).toEqual([])
      expect(new Set(asked.filter(origin => origin.startsWith('http')))).toEqual(new Set([address]))
    } finally {
      await browser.close()
    }
  })

  it.each(['/%F0', '/api/units/%F0', '/%', '/api/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cx', '/assets/%00'])(
    '%s is answered without being quoted',
    async path => {
      const answer = await fetch(address + path)
      expect(answer.status).toBeLessThan(500)
      const text = await answer.text()
      expect(text).not.toMatch(/%F0|passwd|FST_|node_modules/)
      if (answer.status >= 400)
        expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    },
  )
})

describe('the log', () => {
  const open = onEmbedded()
  let world: World
  let lines = ''
  beforeAll(async () => {
    const target = new Writable({
      decodeStrings: false,
      write(chunk, _, done) {
        lines += String(chunk)
        done()
      },
    })
    world = await startWorld(open, { log: openLog(target as unknown as NodeJS.WriteStream) })
  })
  afterAll(() => world?.stop())

  it('holds no name, no e-mail, no question and no secret', async () => {
    const { send, cookies, units, ids } = world
    await send('POST', '/api/sign-in', null, {
      email: 'petrova@example.org',
      password: 'тайное слово Петровой',
    })
    await send('GET', `/api/units?q=${encodeURIComponent('Петрова')}`, cookies.administrator)
    await send('GET', '/api/people?q=petrova@example.org', cookies.administrator)
    await send('GET', '/api/%F0?q=petrova', cookies.administrator)
    await send('PATCH', `/api/people/${ids.head}`, cookies.administrator, {
      name: 'Петрова Анна',
      version: 1,
    })
    await send('POST', '/api/units', cookies.administrator, { kind: 'school', parentId: units.west, name: 7 })
    const invited = await send('POST', '/api/invitations', cookies.administrator, {
      email: 'petrova@example.org',
      name: 'Петрова Анна',
      role: 'observer',
      unitId: units.ours,
    })
    const { link } = (await invited.json()) as { link: { token: string } }
    await send('POST', '/api/invitation/read', null, { token: link.token })
    expect(lines).toContain('"route":"POST /api/invitation/read"')
    expect(lines).not.toMatch(/Петров|petrova|@example\.org|%D0|тайное/)
    for (const secret of [link.token, cookies.administrator.split(/[=;]/)[1]])
      expect(lines).not.toContain(secret)
  })

  it('names what the database refused without quoting it', async () => {
    lines = ''
    world.app.server.log.error(
      {
        err: Object.assign(new Error('invalid input syntax for type integer: "Петрова"'), {
          severity: 'ERROR',
          code: '22P02',
          detail: 'Петрова',
          where: "unnamed portal parameter $1 = 'Петрова'",
        }),
      },
      'fault',
    )
    expect(lines).toContain('22P02')
    expect(lines).not.toContain('Петрова')
  })
})
