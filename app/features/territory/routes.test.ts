import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCsv } from '../../documents/csv/index.ts'
import type { Scope } from '../../platform/database/index.ts'
import { openTestEmbedded } from '../../platform/database/testing/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import { createServer } from '../../platform/http/index.ts'
import { territoryRoutes } from './routes.ts'
import { plantSmallTerritory, type SmallTerritory, scopeOf, wholeRegion } from './testing/small-territory.ts'

/** The edge alone: what the store does is tested beside it, on both databases. */
describe('the territory over HTTP', () => {
  let app: FastifyInstance
  let at: SmallTerritory
  let scope: Scope
  let close: () => Promise<void>

  beforeAll(async () => {
    const database = await openTestEmbedded()
    at = await plantSmallTerritory(database)
    app = await createServer()
    const identify = async (): Promise<Actor> => ({
      personId: 'p1',
      locale: 'ru',
      scope,
      byToken: false,
      may: () => true,
    })
    territoryRoutes(
      app,
      { database, identify },
      {
        namePeople: async (_, ids) => new Map(ids.map(id => [id, 'Мария Петрова'])),
        findAdministrators: async () => [],
        clock: () => new Date(2026, 10, 22, 12),
      },
    )
    await app.ready()
    scope = wholeRegion
    close = async () => {
      await app.close()
      await database.close()
    }
  })
  afterAll(() => close())

  const get = (url: string) => app.inject({ url })
  const post = (url: string, payload: object) =>
    app.inject({ method: 'POST', url, headers: { 'x-objektiv': '1' }, payload })
  const upload = (content: string, name = 'реестр.csv') => {
    const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`
    return app.inject({
      method: 'POST',
      url: '/api/registry/imports',
      headers: { 'x-objektiv': '1', 'content-type': 'multipart/form-data; boundary=b' },
      payload: `${head}${content}\r\n--b--\r\n`,
    })
  }

  it('closes a school and says so in words, in both genders', async () => {
    const answer = await post(`/api/units/${at.lyceum}/merge`, {
      version: 1,
      into: at.tenth,
      lastDay: '2026-08-31',
      reason: 'приказ № 7',
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.json().state.text).toBe('присоединена к «Школа № 10» с 1 сентября 2026 г.')
    const made = await post('/api/units', { kind: 'municipality', parentId: 1, name: 'Тихий район' })
    const closed = await post(`/api/units/${made.json().id}/close`, { version: 1, lastDay: '2026-08-31' })
    expect(closed.json().state.text).toBe('закрыт с 1 сентября 2026 г.')
  })

  it('lists, finds and opens; a neighbour’s page is not there', async () => {
    const list = (await get('/api/units?kind=school&sort=-name&limit=1')).json()
    expect([list.items[0].name, list.total, typeof list.next]).toEqual(['Школа № 10', 3, 'string'])
    expect((await get('/api/units/search?q=990001')).json().items[0].login).toBe('sch990001')
    expect((await get('/api/units/facets')).json().localities).toEqual([{ value: 'село', count: 3 }])
    scope = scopeOf(`1.${at.west}.`)
    expect((await get(`/api/units/${at.eastern}`)).statusCode).toBe(404)
    scope = wholeRegion
    expect((await get('/api/units?limit=1000')).statusCode).toBe(400)
    expect((await get('/api/units?cursor=x')).json().problems[0].text).not.toBe('')
  })

  it('tells the second of two what the first changed', async () => {
    const patch = (locality: string) =>
      app.inject({
        method: 'PATCH',
        url: `/api/units/${at.second}`,
        headers: { 'x-objektiv': '1' },
        payload: { version: 1, locality },
      })
    expect((await patch('город')).statusCode).toBe(200)
    const second = await patch('посёлок')
    expect(second.statusCode).toBe(409)
    expect(second.json().problems[1].text).toBe(
      'Изменено поле «тип населённого пункта»: было «село», стало «город».',
    )
  })

  it('checks an uploaded registry, commits and undoes it', async () => {
    const rows = [
      ['Логин ОО', 'Наименование ОО', 'Код муниципалитета', 'Вид ОО', 'Непонятное'],
      ['sch990001', '<script>alert(1)</script>', 'reg99_m002', 'лицей', '1'],
      ['sch990321', 'Школа № 321', 'reg99_m002', 'СОШ', ''],
    ]
    const checked = (await upload(writeCsv(rows), '../../реестр.csv')).json()
    expect(checked).toMatchObject({
      file: 'реестр.csv',
      state: 'checked',
      checkedBy: 'Мария Петрова',
      added: 1,
    })
    expect(checked.remarks[0].text).toContain('Непонятное')
    expect(checked.changedUnits[0].changes).toEqual([
      { field: 'name', label: 'название', before: 'Школа № 1', after: '<script>alert(1)</script>' },
      { field: 'school_kind', label: 'вид школы', before: 'СОШ', after: 'лицей' },
    ])
    const url = `/api/registry/imports/${checked.id}`
    expect((await post(`${url}/commit`, { missing: 'close' })).json().code).toBe('registry-last-day-needed')
    expect((await post(`${url}/commit`, { missing: 'leave' })).json().state).toBe('committed')
    expect((await upload(writeCsv(rows))).json().sameFileAs.id).toBe(checked.id)
    expect((await post(`${url}/undo`, {})).json().state).toBe('undone')
    expect((await get('/api/registry/imports')).json().items).toHaveLength(2)
  })

  it('refuses an upload without a file', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/registry/imports',
      headers: { 'x-objektiv': '1', 'content-type': 'multipart/form-data; boundary=b' },
      payload: '--b--\r\n',
    })
    expect(answer.json().code).toBe('file-not-sent')
  })

  it('offers the registry for saving', async () => {
    const xlsx = await get('/api/registry/export.xlsx?schoolKind=СОШ')
    expect(xlsx.headers['content-disposition']).toMatch(/^attachment; filename=/)
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const csv = await get('/api/registry/export.csv')
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.payload).toContain('Школа № 10')
  })
})
