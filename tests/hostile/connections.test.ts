import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '../../app/platform/database/index.ts'
import { onEmbedded } from '../../app/platform/database/testing/index.ts'
import { createServer, implement } from '../../app/platform/http/index.ts'
import { startWorld, type World } from '../world/start-world.ts'
import { talk, until } from './raw.ts'

const PATIENCE = 600
const HALF_HEADERS = 'GET /api/echo HTTP/1.1\r\nhost: objektiv.local\r\nx-half: '
const HALF_BODY =
  'POST /api/echo HTTP/1.1\r\nhost: objektiv.local\r\nx-objektiv: 1\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"name":'

describe('a client that sends drop by drop', async () => {
  const server = await createServer({ headersWithin: PATIENCE, bodyWithin: PATIENCE })
  implement(
    server,
    { database: {} as Database, identify: async () => null },
    {
      'GET /api/echo': { summary: 'a word', access: 'public', response: z.object({ word: z.string() }) },
      'POST /api/echo': {
        summary: 'the same word',
        access: 'public',
        body: z.object({ name: z.string() }),
        response: z.object({ word: z.string() }),
      },
    } as const,
    {
      'GET /api/echo': async () => ({ word: 'эхо' }),
      'POST /api/echo': async ({ body }) => ({ word: body.name }),
    },
  )
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  afterAll(() => server.close())

  it.each([
    ['headers', HALF_HEADERS],
    ['a body', HALF_BODY],
  ])('of %s is cut, fifty at once, and keeps nobody else waiting', async (_, words) => {
    const slow = Array.from({ length: 50 }, () => talk(address, words))
    const drops = setInterval(() => {
      for (const { socket } of slow) if (socket.writable) socket.write('x')
    }, 100)
    const started = Date.now()
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${address}/api/echo`)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(Date.now() - started).toBeLessThan(2000)
    let cut = 0
    for (const { closed } of slow) void closed.then(() => cut++)
    await until(() => cut === slow.length, 10 * PATIENCE)
    clearInterval(drops)
    expect(slow.every(({ said }) => !said().includes(' 200 '))).toBe(true)
  })
})

describe('a hostile connection', () => {
  const open = onEmbedded()
  let world: World
  beforeAll(async () => {
    world = await startWorld(open)
  })
  afterAll(() => world?.stop())

  it('answered before its body is not waited for', async () => {
    const { closed } = talk(
      world.address,
      'POST /api/units HTTP/1.1\r\nhost: objektiv.local\r\nx-objektiv: 1\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
    )
    const started = Date.now()
    expect(await closed).toMatch(/^HTTP\/1\.1 401 /)
    expect(Date.now() - started).toBeLessThan(6000)
  })

  it.each([
    [
      'two lengths of a body',
      'POST /api/units HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ncontent-length: 40\r\n\r\nabcd',
    ],
    [
      'a length beside chunks',
      'POST /api/units HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/me HTTP/1.1\r\n\r\n',
    ],
    ['a line break in a header', 'GET /api/session HTTP/1.1\r\nhost: a\r\nx-a: b\nx-c: d\x00\r\n\r\n'],
    ['no host', 'GET /api/session HTTP/1.1\r\n\r\n'],
    ['headers of 100 KB', `GET /api/session HTTP/1.1\r\nhost: a\r\nx-a: ${'б'.repeat(50_000)}\r\n\r\n`],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n'],
  ])('with %s is answered once, by a refusal, and closed', async (_, words) => {
    const answer = await talk(world.address, words).closed
    expect(answer.match(/HTTP\/1\.1 (\d+)/g)).toEqual([expect.stringMatching(/ 4\d\d$/)])
    expect(answer).not.toMatch(/node_modules|\.ts:|stack/)
  })

  it('puts no header of its own into an answer', async () => {
    for (const url of [
      '/api/units?q=%0d%0aset-cookie:%20a=b',
      '/api/units/%0d%0aset-cookie:%20a=b',
      '/%0d%0aset-cookie:%20a=b',
    ]) {
      const answer = await world.send('GET', url, world.cookies.administrator)
      expect(answer.headers.get('set-cookie')).toBe(null)
    }
    const named = await fetch(`${world.address}/api/session`, {
      headers: { 'x-request-id': '../../etc', 'x-forwarded-for': '8.8.8.8' },
    })
    expect(named.headers.get('x-request-id')).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  })

  it('under a foreign name gets no link to that name', async () => {
    const body = JSON.stringify({
      email: 'guest@example.org',
      name: 'Гость',
      role: 'observer',
      unitId: world.units.ours,
    })
    const { said, closed } = talk(
      world.address,
      [
        'POST /api/invitations HTTP/1.1',
        'host: evil.example',
        'x-forwarded-host: evil.example',
        'forwarded: host=evil.example',
        'x-objektiv: 1',
        'user-agent: Mozilla/5.0 (X11; Linux x86_64) test',
        `cookie: ${world.cookies.administrator}`,
        'content-type: application/json',
        `content-length: ${Buffer.byteLength(body)}`,
        'connection: close',
        '',
        body,
      ].join('\r\n'),
    )
    await closed
    expect(said()).toContain('HTTP/1.1 200')
    expect(said()).not.toContain('evil.example')
    const { readdir, readFile } = await import('node:fs/promises')
    const letters = await readdir(`${world.folder}/letters`)
    expect(letters).toHaveLength(1)
    const letter = await readFile(`${world.folder}/letters/${letters[0]}`, 'utf8')
    expect(letter).not.toContain('evil.example')
  })
})
