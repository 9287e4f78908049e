import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '../database/index.ts'
import { ProblemError } from '../problem.ts'
import type { Actor } from './actor.ts'
import { createServer } from './create-server.ts'
import type { Contract } from './endpoint.ts'
import { type Handlers, implement } from './implement.ts'

const contract = {
  'GET /api/things/:id': {
    summary: 'one thing',
    access: 'thing.read',
    params: z.object({ id: z.coerce.number().int() }),
    query: z.object({ sort: z.enum(['name', 'login']).optional() }),
    response: z.object({ id: z.number(), scope: z.string() }),
  },
  'POST /api/things': {
    summary: 'a new thing',
    access: 'thing.edit',
    body: z.object({ name: z.string().min(2) }),
    response: z.object({ name: z.string() }),
  },
  'POST /api/documents': {
    summary: 'a whole document',
    access: 'thing.read',
    bodyMegabytes: 2,
    body: z.object({ text: z.string() }),
    response: z.object({ letters: z.number() }),
  },
  'PUT /api/things': {
    summary: 'what a reader may send',
    access: 'thing.read',
    body: z.object({ name: z.string() }),
    response: z.object({ name: z.string() }),
  },
  'GET /api/fault': { summary: 'a fault', access: 'public', response: z.object({}) },
  'GET /api/problem': { summary: 'a problem', access: 'public', response: z.object({}) },
} as const satisfies Contract

const scopes: string[] = []
/** Stands for a database: what matters here is that a handler runs inside `as`, in the actor's scope. */
const database = {
  as: async (scope: { unitPath: string }, work: (tx: unknown) => Promise<unknown>) => {
    scopes.push(scope.unitPath)
    return work({})
  },
} as unknown as Database

const reader: Actor = {
  personId: 'p1',
  locale: 'ru',
  scope: { accountId: 'p1', role: 'head', grantId: 1, unitPath: '1.2.' },
  byToken: false,
  may: right => right === 'thing.read',
}

const lines: string[] = []
const app = await createServer({
  requestLimit: 50,
  log: { write: (line: string) => lines.push(line) } as unknown as NodeJS.WritableStream,
})
const handlers: Handlers<typeof contract> = {
  'GET /api/things/:id': async ({ params }) => ({ id: params.id, scope: scopes.at(-1) ?? '' }),
  'POST /api/things': async ({ body }) => ({ name: body.name }),
  'POST /api/documents': async ({ body }) => ({ letters: body.text.length }),
  'PUT /api/things': async ({ body }) => ({ name: body.name }),
  'GET /api/fault': async () => {
    throw new Error('Иванова Анна')
  },
  'GET /api/problem': async () => {
    throw new ProblemError([{ code: 'changed-by-another' }, { code: 'already-there', place: { row: 3 } }])
  },
}
implement(
  app,
  { database, identify: async ({ headers }) => (headers['x-test'] ? reader : null) },
  contract,
  handlers,
)

beforeAll(() => app.listen({ port: 0, host: '127.0.0.1' }))
afterAll(() => app.close())

const signedIn = { 'x-test': '1' }
const fromHere = { ...signedIn, 'x-objektiv': '1' }

describe('an endpoint', () => {
  it('runs in the scope of who asks', async () => {
    const answer = await app.inject({ url: '/api/things/7', headers: signedIn })
    expect(answer.json()).toEqual({ id: 7, scope: '1.2.' })
  })

  it('is closed to strangers and to roles without the right', async () => {
    expect((await app.inject({ url: '/api/things/7' })).statusCode).toBe(401)
    const refused = await app.inject({
      method: 'POST',
      url: '/api/things',
      headers: fromHere,
      payload: { name: 'аб' },
    })
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({ code: 'right-missing', status: 403 })
  })

  it('says which value does not fit', async () => {
    const answer = await app.inject({ url: '/api/things/seven', headers: signedIn })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().problems[0]).toMatchObject({
      code: 'request-value-missing',
      place: { column: 'id' },
    })
  })

  it('says what else might stand where a value is none of the list', async () => {
    const answer = await app.inject({ url: '/api/things/7?sort=colour', headers: signedIn })
    expect(answer.json()).toMatchObject({
      status: 400,
      title: '«sort»: такого значения в списке нет. Допустимы: name, login.',
      problems: [{ code: 'request-value-choice', place: { column: 'sort' } }],
    })
  })
})

describe('an error', () => {
  it('carries every problem in words, and a short id', async () => {
    const answer = await app.inject({ url: '/api/problem', headers: { 'accept-language': 'en-GB' } })
    expect(answer.statusCode).toBe(409)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const body = answer.json()
    expect(body.title).toMatch(/^Somebody changed/)
    expect(body.id).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
    expect(body.problems).toHaveLength(2)
    expect(body.problems[1].place).toEqual({ row: 3 })
  })

  it('of the program tells its id and nothing of its insides', async () => {
    const answer = await app.inject({ url: '/api/fault' })
    expect(answer.statusCode).toBe(500)
    expect(answer.payload).not.toContain('Иванова')
    expect(lines.some(line => line.includes(answer.json().id) && line.includes('Иванова'))).toBe(true)
  })

  it('is in words for what is not there too', async () => {
    expect((await app.inject({ url: '/api/nothing' })).json()).toMatchObject({
      code: 'not-found',
      status: 404,
    })
  })
})

describe('a request from another site', () => {
  const post = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/api/things',
      headers: { host: 'objektiv.local', ...headers },
      payload: {},
    })

  it.each([
    ['without the header', {}],
    ['with a foreign origin', { 'x-objektiv': '1', origin: 'https://evil.example' }],
    ['with an origin of nothing', { 'x-objektiv': '1', origin: 'null' }],
    ['said to be cross-site by the browser', { 'x-objektiv': '1', 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s', async (_, headers) => {
    const answer = await post(headers as Record<string, string>)
    expect(answer.statusCode).toBe(403)
    expect(answer.json().code).toBe('foreign-origin')
  })

  it('passes this check from here', async () => {
    const here = await post({
      'x-objektiv': '1',
      origin: 'http://objektiv.local',
      'sec-fetch-site': 'same-origin',
    })
    expect(here.json().code).toBe('not-signed-in')
  })
})

describe('a hostile body', () => {
  const put = (payload: string, type = 'application/json') =>
    app.inject({ method: 'PUT', url: '/api/things', headers: { ...fromHere, 'content-type': type }, payload })

  it('may be larger where a whole document is sent', async () => {
    const sent = (text: string) =>
      app.inject({ method: 'POST', url: '/api/documents', headers: fromHere, payload: { text } })
    expect((await sent('а'.repeat(900_000))).json()).toEqual({ letters: 900_000 })
    expect((await sent('а'.repeat(1_100_000))).json().code).toBe('too-large')
  })

  it('is refused in words when too large, broken or of another kind', async () => {
    expect((await put('{"name":"а"}')).statusCode).toBe(200)
    expect((await put(JSON.stringify({ name: 'a'.repeat(2_000_000) }))).json().code).toBe('too-large')
    expect((await put('{"name":')).json().code).toBe('request-unreadable')
    expect((await put('<xml/>', 'text/xml')).json().code).toBe('request-unreadable')
    expect((await put('{"name":"а","__proto__":{"admin":true}}')).json().code).toBe('request-unreadable')
    expect((await put(`{"name":${'['.repeat(400_000)}`)).json().code).toBe('request-unreadable')
  })

  it('sent drop by drop does not hold a connection for ever', async () => {
    expect(app.server.headersTimeout).toBeLessThanOrEqual(10_000)
    expect(app.server.requestTimeout).toBeLessThanOrEqual(300_000)
  })
})

describe('the log', () => {
  it('names route, status and person by id, never the address that was asked', async () => {
    lines.length = 0
    await app.inject({ url: '/api/things/7?q=Петрова', headers: signedIn })
    expect(lines.join('')).not.toContain('%D0%9F')
    expect(JSON.parse(lines[0])).toMatchObject({ route: 'GET /api/things/:id', status: 200, person: 'p1' })
  })

  it('says who was refused', async () => {
    lines.length = 0
    await app.inject({ method: 'POST', url: '/api/things', headers: fromHere, payload: { name: 'аб' } })
    expect(JSON.parse(lines[0])).toMatchObject({ route: 'POST /api/things', status: 403, person: 'p1' })
  })
})

describe('the documentation', () => {
  it('is OpenAPI 3.1 with every endpoint and its right', async () => {
    const description = (await app.inject({ url: '/api/openapi.json' })).json()
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toContain('/api/things/{id}')
    expect(description.paths['/api/things'].post.description).toContain('thing.edit')
    expect((await app.inject({ url: '/api/docs/' })).statusCode).toBe(200)
  })
})

describe('too many requests from one address', () => {
  it('are told to wait', async () => {
    const address = app.server.address() as AddressInfo
    const statuses = await Promise.all(Array.from({ length: 60 }, () => statusOf(address.port)))
    expect(statuses.filter(status => status === 429).length).toBeGreaterThan(0)
  })
})

describe('requests that are refused', () => {
  it.each([
    ['without a session', 'GET', '/api/things/1', {}],
    ['with a key nobody has', 'GET', '/api/things/1', { authorization: 'Bearer objektiv_none' }],
    ['from a foreign page', 'POST', '/api/things', { origin: 'https://evil.example' }],
    ['to an address that is not there', 'GET', '/api/nothing', {}],
  ] as const)('%s are counted like any other', async (_, method, url, headers) => {
    const other = await createServer({ requestLimit: 5 })
    implement(other, { database, identify: async () => null }, contract, handlers)
    const statuses: number[] = []
    for (let n = 0; n < 8; n++) statuses.push((await other.inject({ method, url, headers })).statusCode)
    expect(statuses.slice(0, 5).every(status => status >= 400 && status < 429)).toBe(true)
    expect(statuses.slice(5)).toEqual([429, 429, 429])
    await other.close()
  })
})

function statusOf(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest({ port, host: '127.0.0.1', path: '/api/problem' }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}
