import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../platform/database/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { createServer } from '../../platform/http/index.ts'
import { noticeRoutes, notify } from './index.ts'

const scope = (accountId: string) => ({ accountId, role: 'analyst', grantId: 1, unitPath: '1.' })

forEachDatabase('notices over HTTP', open => {
  let app: FastifyInstance
  let database: Database

  beforeAll(async () => {
    database = await open()
    app = await createServer()
    const identify = async ({ headers }: { headers: Record<string, unknown> }) => {
      const person = headers['x-test']
      if (!person) return null
      const locale = person === 'ann' ? ('en' as const) : ('ru' as const)
      return {
        personId: String(person),
        locale,
        scope: scope(String(person)),
        byToken: false,
        may: () => false,
      }
    }
    noticeRoutes(app, { database, identify })
    await app.ready()
    await database.as(scope('boss'), tx =>
      notify(
        tx,
        ['anna', 'anna', 'anna', 'ann'].map((to, i) => ({
          to,
          unitId: 1,
          kind: 'accepted' as const,
          params: { what: `<b>план</b> ${i}` },
          link: '/plans/5',
        })),
      ),
    )
  })
  afterAll(() => app.close())

  async function call(person: string, path: string, method: 'GET' | 'POST' = 'GET', payload?: object) {
    const headers = { 'x-test': person, 'x-objektiv': '1' }
    const response = await app.inject({
      method,
      url: `/api/notices${path}`,
      headers,
      ...(payload ? { payload } : {}),
    })
    return { status: response.statusCode, body: response.body === '' ? null : response.json() }
  }

  it('are read in sentences of the reader, page by page, and marked', async () => {
    const first = await call('anna', '?limit=2')
    expect(first.body).toMatchObject({ unread: 3, items: [{ text: 'Принято: <b>план</b> 2.' }, {}] })
    const second = await call('anna', `?limit=2&cursor=${first.body.next}`)
    expect(second.body).toMatchObject({
      next: null,
      items: [{ text: 'Принято: <b>план</b> 0.', readAt: null }],
    })
    expect((await call('ann', '')).body.items).toMatchObject([{ text: 'Accepted: <b>план</b> 3.' }])

    const [newest, middle] = first.body.items
    expect(await call('anna', `/${newest.id}/read`, 'POST')).toEqual({ status: 204, body: null })
    expect((await call('anna', '?unread=true')).body.items).toHaveLength(2)
    expect((await call('anna', '/read-all', 'POST', { upTo: middle.id })).status).toBe(204)
    expect((await call('anna', '')).body.unread).toBe(0)
    expect((await call('ann', '')).body.unread).toBe(1)
  })

  it("are nobody else's business", async () => {
    const [{ id }] = (await call('ann', '')).body.items
    expect((await call('anna', `/${id}/read`, 'POST')).status).toBe(404)
    expect((await call('boss', '')).body.items).toEqual([])
    expect((await call('', '')).status).toBe(401)
    expect((await call('anna', '/read-all', 'POST', { upTo: 'all' })).status).toBe(400)
  })
})
