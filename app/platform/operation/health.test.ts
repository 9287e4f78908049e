import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../database/index.ts'
import { createServer } from '../http/index.ts'
import { healthRoutes } from './health.ts'

const facts = { database: true, jobs: true }
/** Stands for a database that answers, or is gone. */
const database = {
  ownerPool: {
    query: async () => {
      if (!facts.database) throw new Error('connect ECONNREFUSED 10.0.0.5:5432')
    },
  },
} as unknown as Database
const app = await createServer()
healthRoutes(app, database, { jobsRun: () => facts.jobs })

beforeAll(() => app.ready())
afterAll(() => app.close())

it.each([
  [true, true, 200, { status: 'ok', database: 'ok', jobs: 'ok' }],
  [false, true, 503, { status: 'failing', database: 'failing', jobs: 'ok' }],
  [true, false, 503, { status: 'failing', database: 'ok', jobs: 'failing' }],
])('tells a monitor how things are: database %s, jobs %s', async (answers, jobs, status, body) => {
  Object.assign(facts, { database: answers, jobs })
  const answer = await app.inject({ url: '/healthz' })
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toEqual(body)
  expect(answer.payload).not.toContain('10.0.0.5')
})
