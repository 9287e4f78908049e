import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../database/index.ts'
import { createServer } from '../http/index.ts'
import { healthRoutes } from './health.ts'

const facts = { database: true, plain: true, jobs: true }
/** Stands for a database that answers, or is gone. */
const database = {
  ownerPool: {
    query: async () => {
      if (!facts.database) throw new Error('connect ECONNREFUSED 10.0.0.5:5432')
    },
  },
  as: async () => {
    if (!facts.plain) throw new Error('password authentication failed for user "objektiv_app"')
  },
} as unknown as Database
const app = await createServer()
healthRoutes(app, database, { jobsRun: () => facts.jobs })

beforeAll(() => app.ready())
afterAll(() => app.close())

it.each([
  ['all is well', {}, 200, { status: 'ok', database: 'ok', jobs: 'ok' }],
  ['the database is gone', { database: false }, 503, { status: 'failing', database: 'failing', jobs: 'ok' }],
  [
    'the way in of people is shut',
    { plain: false },
    503,
    { status: 'failing', database: 'failing', jobs: 'ok' },
  ],
  ['jobs do not run', { jobs: false }, 503, { status: 'failing', database: 'ok', jobs: 'failing' }],
])('tells a monitor how things are: %s', async (_, differs, status, body) => {
  Object.assign(facts, { database: true, plain: true, jobs: true, ...differs })
  const answer = await app.inject({ url: '/healthz' })
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toEqual(body)
  expect(answer.payload).not.toMatch(/10\.0\.0\.5|objektiv_app/)
})
