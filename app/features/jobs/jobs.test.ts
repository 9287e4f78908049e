import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Database } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { createServer } from '../../platform/http/index.ts'
import { createJobRunner, type JobKind, type JobRunner } from '../../platform/jobs/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { jobRoutes } from './index.ts'

const scope = (accountId: string) => ({ accountId, role: 'analyst', grantId: 1, unitPath: '1.' })

/** Fails, hangs or comes to a result, as asked. */
const kind: JobKind<{ how: 'fail' | 'hang' | 'end' }> = {
  kind: 'test.work',
  params: z.object({ how: z.enum(['fail', 'hang', 'end']) }),
  async run({ how }, { signal, progress }) {
    progress.report('letter.greeting', 'файл.xlsx', 3, 10)
    if (how === 'fail') throw new ProblemError({ code: 'file-empty', place: { file: 'файл.xlsx' } })
    if (how === 'hang') await new Promise((_, reject) => signal.addEventListener('abort', reject))
    return { message: 'notice.accepted', params: { what: 'план' }, link: '/plans/5' }
  },
}

forEachDatabase('jobs over HTTP', open => {
  let app: FastifyInstance
  let runner: JobRunner
  let database: Database

  beforeAll(async () => {
    database = await open()
    runner = createJobRunner(database, [kind], { poll: 50, concurrency: 4 })
    await runner.start()
    app = await createServer()
    const identify = async ({ headers }: { headers: Record<string, unknown> }) => {
      const person = headers['x-test']
      if (!person) return null
      const may = (right: string) => right === 'job.read' && person !== 'observer'
      return {
        personId: String(person),
        locale: 'ru' as const,
        scope: scope(String(person)),
        byToken: false,
        may,
      }
    }
    jobRoutes(app, { database, identify }, runner)
    await app.ready()
  })
  afterAll(async () => {
    await runner.stop()
    await app.close()
  })

  const ask = async (how: 'fail' | 'hang' | 'end') =>
    (await database.as(scope('anna'), tx => runner.enqueue(tx, kind, { how }))) ?? 0
  async function call(person: string, path: string, method: 'GET' | 'POST' = 'GET') {
    const headers = { 'x-test': person, 'x-objektiv': '1' }
    const response = await app.inject({ method, url: `/api/jobs${path}`, headers })
    return { status: response.statusCode, body: response.json() }
  }
  const until = (id: number, state: string) =>
    vi.waitFor(
      async () => {
        const { body } = await call('anna', `/${id}`)
        expect(body.state).toBe(state)
        return body
      },
      { timeout: 10_000 },
    )

  it('are told in words: what goes on, what came of it, what went wrong', async () => {
    const [ended, failed, hanging] = [await ask('end'), await ask('fail'), await ask('hang')]
    expect(await until(ended, 'done')).toMatchObject({
      title: 'Фоновая работа',
      result: { text: 'Принято: план.', link: '/plans/5' },
      problems: [],
      cancelRequested: false,
    })
    expect(await until(failed, 'failed')).toMatchObject({
      result: null,
      problems: [{ code: 'file-empty', text: 'Файл «файл.xlsx» пустой: в нём ни одного байта.' }],
    })
    await vi.waitFor(
      async () =>
        expect((await call('anna', `/${hanging}`)).body.progress).toEqual({
          stage: 'Здравствуйте!',
          detail: 'файл.xlsx',
          done: 3,
          total: 10,
        }),
      { timeout: 5000 },
    )
    const cancelled = await call('anna', `/${hanging}/cancel`, 'POST')
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'running', cancelRequested: true } })
    await until(hanging, 'cancelled')
    // Too late: nothing changes.
    const late = await call('anna', `/${ended}/cancel`, 'POST')
    expect(late.body).toMatchObject({ state: 'done', cancelRequested: false })
  })

  it('are listed page by page, by state, without the reactions between rooms', async () => {
    const internal = { ...kind, kind: 'test.internal', internal: true }
    const hidden = await database.as(scope('anna'), tx => runner.enqueue(tx, internal, { how: 'end' }))
    const first = await call('anna', '?limit=2')
    expect(first.body.items).toHaveLength(2)
    const second = await call('anna', `?limit=2&cursor=${first.body.next}`)
    expect(second.body.items).toHaveLength(1)
    expect(second.body.next).toBeNull()
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: number }) => id)
    expect(ids).toEqual([...ids].sort((a, b) => b - a))
    expect(ids).not.toContain(hidden)
    expect((await call('anna', `/${hidden}`)).status).toBe(404)
    expect((await call('anna', '?state=failed')).body.items).toHaveLength(1)
    expect((await call('anna', '?limit=201')).status).toBe(400)
    expect((await call('anna', '?cursor=1;drop')).status).toBe(400)
  })

  it("are nobody else's business", async () => {
    const id = await ask('end')
    expect((await call('boris', '')).body.items).toEqual([])
    expect((await call('boris', `/${id}`)).status).toBe(404)
    expect((await call('boris', `/${id}/cancel`, 'POST')).status).toBe(404)
    expect((await call('observer', '')).status).toBe(403)
    expect((await call('', '')).status).toBe(401)
  })
})
