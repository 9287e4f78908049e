import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../app/contract.ts'
import { onEmbedded } from '../../app/platform/database/testing/index.ts'
import { createApp } from '../../app/server.ts'
import { BROWSER, type Method, PASSWORD, startWorld, type World } from '../world/start-world.ts'

const DAY = 86_400_000
const open = onEmbedded()
let world: World
let later = 0
beforeAll(async () => {
  world = await startWorld(open, { clock: () => new Date(Date.now() + later) })
})
afterAll(() => world?.stop())

const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code]
const signIn = (email: string, password = PASSWORD, cookie: string | null = null) =>
  world.send('POST', '/api/sign-in', cookie, { email, password })
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')

describe('a session', () => {
  it('in another browser is nobody’s any more', async () => {
    const cookie = cookiesOf(await signIn('coordinator@example.org'))
    const stolen = await fetch(`${world.address}/api/me`, {
      headers: { cookie, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) other' },
    })
    expect(await codeOf(stolen)).toEqual([401, 'session-elsewhere'])
    expect((await world.send('GET', '/api/me', cookie)).status).toBe(401)
  })

  it('cannot be made up or altered', async () => {
    const [name, value] = cookiesOf(await signIn('observer@example.org'))
      .split('; ')
      .find(pair => pair.startsWith('objektiv.session_token='))!
      .split('=')
    const [token, signature] = decodeURIComponent(value).split('.')
    for (const forged of [
      `${token}.`,
      token,
      `${token}.AAAA${signature.slice(4)}`,
      `${token.slice(0, -1)}.${signature}`,
      `.${signature}`,
      '%00.%00',
      "' or 1=1 --.x",
    ])
      expect((await world.send('GET', '/api/me', `${name}=${encodeURIComponent(forged)}`)).status).toBe(401)
    expect((await world.send('GET', '/api/me', `${name}=${value}`)).status).toBe(200)
  })

  it('is over after signing out, and when its person is blocked', async () => {
    const cookie = cookiesOf(await signIn('methodist@example.org'))
    expect((await world.send('POST', '/api/sign-out', cookie, {})).status).toBe(204)
    expect((await world.send('GET', '/api/me', cookie)).status).toBe(401)

    const path = `/api/people/${world.ids.methodist}`
    const { version } = (await (await world.send('GET', path, world.cookies.administrator)).json()) as {
      version: number
    }
    const block = { blocked: true, version }
    expect((await world.send('PATCH', path, world.cookies.administrator, block)).status).toBe(200)
    expect((await world.send('GET', '/api/me', world.cookies.methodist)).status).toBe(401)
    expect(await codeOf(await signIn('methodist@example.org'))).toEqual([403, 'person-blocked'])
  })

  it('lives in cookies that no script reads and no other site sends', async () => {
    const flags = (line: string) =>
      line
        .split('; ')
        .slice(1)
        .map(flag => flag.toLowerCase())
    const plain = (await signIn('head@example.org')).headers.getSetCookie()
    expect(plain.length).toBeGreaterThan(1)
    for (const line of plain)
      expect(flags(line)).toEqual(expect.arrayContaining(['httponly', 'samesite=lax']))

    const secure = await createApp({
      database: world.database,
      dataFolder: world.folder,
      secret: 'only-for-tests-'.repeat(4),
      publicUrl: 'https://objektiv.local',
      web: false,
    })
    const answer = await secure.server.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: BROWSER,
      payload: { email: 'head@example.org', password: PASSWORD },
    })
    await secure.server.close()
    const lines = [answer.headers['set-cookie']].flat() as string[]
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) {
      expect(line).toMatch(/^__Secure-/)
      expect(flags(line)).toEqual(expect.arrayContaining(['httponly', 'samesite=lax', 'secure']))
      expect(flags(line).some(flag => flag.startsWith('domain='))).toBe(false)
    }
  })
})

describe('an invitation', () => {
  const invite = async (email: string) => {
    const answer = await world.send('POST', '/api/invitations', world.cookies.administrator, {
      email,
      name: 'Новый человек',
      role: 'observer',
      unitId: world.units.ours,
    })
    return (await answer.json()) as { invitation: { id: number }; link: { token: string } }
  }
  const accept = (token: string) =>
    world.send('POST', '/api/invitation/accept', null, { token, name: 'Новый человек', password: PASSWORD })
  const read = (token: string) => world.send('POST', '/api/invitation/read', null, { token })

  it('is good once', async () => {
    const { link } = await invite('once@example.org')
    const both = await Promise.all([accept(link.token), accept(link.token)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
    expect((await read(link.token)).status).toBe(410)
  })

  it('withdrawn, renewed, expired or altered is no good, and says which', async () => {
    const revoked = await invite('revoked@example.org')
    const id = revoked.invitation.id
    await world.send('POST', `/api/invitations/${id}/revoke`, world.cookies.administrator, {})
    expect(await codeOf(await accept(revoked.link.token))).toEqual([410, 'link-revoked'])

    const renewed = await invite('renewed@example.org')
    await world.send(
      'POST',
      `/api/invitations/${renewed.invitation.id}/renew`,
      world.cookies.administrator,
      {},
    )
    expect(await codeOf(await accept(renewed.link.token))).toEqual([404, 'link-unknown'])

    const { token } = (await invite('expired@example.org')).link
    expect(await codeOf(await accept(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`))).toEqual([
      404,
      'link-unknown',
    ])
    later = 15 * DAY
    expect(await codeOf(await accept(token))).toEqual([410, 'link-expired'])
    later = 0
  })

  it('is found in no list and no log by its token', async () => {
    const { link } = await invite('listed@example.org')
    for (const url of ['/api/invitations', '/api/audit?limit=200'])
      expect(await (await world.send('GET', url, world.cookies.administrator)).text()).not.toContain(
        link.token,
      )
  })
})

describe('ten thousand wrong passwords', () => {
  it('are answered soon, told apart by nothing, and do not keep the owner out', async () => {
    const email = 'analyst@example.org'
    const memory = process.memoryUsage().rss
    const counts = new Map<string, number>()
    for (let i = 0; i < 100; i++) {
      const answers = await Promise.all(
        // Forty machines guess, so that none of them is stopped for the number of its requests alone.
        Array.from({ length: 100 }, (_, j) =>
          world.app.server.inject({
            ...{
              method: 'POST',
              url: '/api/sign-in',
              headers: BROWSER,
              remoteAddress: `203.0.113.${j % 40}`,
            },
            payload: { email, password: `неверный пароль ${i} ${j}` },
          }),
        ),
      )
      for (const answer of answers) {
        const { code } = answer.json<{ code: string }>()
        counts.set(code, (counts.get(code) ?? 0) + 1)
      }
    }
    expect([...counts.keys()].sort()).toEqual(['sign-in-failed', 'sign-in-locked'])
    // One guess more for every lock that ran out meanwhile, and as many lines in the log.
    expect(counts.get('sign-in-failed')).toBeLessThan(10)
    const { items } = (await (
      await world.send('GET', '/api/audit?action=sign-in.failed&limit=200', world.cookies.administrator)
    ).json()) as { items: { subjectId: string }[] }
    expect(items.filter(item => item.subjectId === world.ids.analyst)).toHaveLength(
      counts.get('sign-in-failed')!,
    )
    expect(process.memoryUsage().rss - memory).toBeLessThan(500 * 2 ** 20)
    // The right one, from a browser nobody knows: this door is closed for a while.
    expect((await signIn(email)).status).toBe(429)
    // And from the owner's own.
    expect((await signIn(email, PASSWORD, world.cookies.analyst)).status).toBe(200)
    // Somebody nobody knows is answered as somebody whom everybody knows.
    expect(await codeOf(await signIn('nobody@example.org', 'неверный пароль'))).toEqual([
      401,
      'sign-in-failed',
    ])
  }, 240_000)
})

describe('another site', () => {
  const changing = Object.keys(contract).filter(name => !name.startsWith('GET '))
  it.each(changing)('cannot call %s with a visitor’s cookie', async name => {
    const [method, path] = name.split(' ') as [Method, string]
    const { 'x-objektiv': _, ...plain } = BROWSER
    for (const headers of [
      {},
      { 'x-objektiv': '1', origin: 'https://evil.example' },
      { 'x-objektiv': '1', origin: 'null' },
      { 'x-objektiv': '1', origin: 'http://objektiv.local.evil.example' },
      { 'x-objektiv': '1', 'sec-fetch-site': 'cross-site' },
      { 'x-objektiv': '1', 'sec-fetch-site': 'same-site' },
    ]) {
      const answer = await fetch(world.address + path.replaceAll(/:\w+/g, '1'), {
        method,
        headers: { ...plain, cookie: world.cookies.administrator, ...headers },
      })
      expect(await codeOf(answer)).toEqual([403, 'foreign-origin'])
    }
  })

  it('is given no leave by a preflight, and cannot read an answer', async () => {
    const origin = 'https://evil.example'
    const preflight = await fetch(`${world.address}/api/units`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-objektiv',
      },
    })
    const read = await fetch(`${world.address}/api/me`, {
      headers: { ...BROWSER, origin, cookie: world.cookies.administrator },
    })
    for (const { headers } of [preflight, read])
      expect([...headers.keys()].filter(key => key.startsWith('access-control'))).toEqual([])
    expect(read.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it('borrows nothing by a token of its own beside the visitor’s cookie', async () => {
    const answer = await fetch(`${world.address}/api/units`, {
      method: 'POST',
      headers: {
        ...BROWSER,
        cookie: world.cookies.administrator,
        authorization: 'Bearer objektiv_x',
        origin: 'https://evil.example',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ kind: 'school', parentId: world.units.west, name: 'Чужая школа' }),
    })
    expect(answer.status).toBe(401)
  })
})
