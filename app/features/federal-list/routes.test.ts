import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCsv } from '../../documents/csv/index.ts'
import type { Cell } from '../../documents/spreadsheet/index.ts'
import { readSheets } from '../../documents/spreadsheet/testing/read-sheets.ts'
import { openTestEmbedded } from '../../platform/database/testing/index.ts'
import { type Actor, createServer } from '../../platform/http/index.ts'
import { federalListRoutes } from './routes.ts'

const HEADER = ['Год', 'Логин', 'Муниципалитет', 'ОО', '4 РУ', '4 МА', '5 РУ', '5 МА', 'Количество маркеров']

/** The edge alone: what the store does is tested beside it, on both databases. */
describe('the federal list over HTTP', () => {
  let app: FastifyInstance
  let close: () => Promise<void>
  beforeAll(async () => {
    const database = await openTestEmbedded()
    await database.asSystem('system:test', async tx => {
      const one = { parent_id: 1, kind: 'school' as const }
      await tx
        .insertInto('unit')
        .values([
          { ...one, name: 'Школа № 1', digits: '990001', login: 'edu990001' },
          { ...one, name: 'Школа № 2', digits: '990002', login: 'edu990002' },
        ])
        .execute()
    })
    app = await createServer()
    const identify = async (): Promise<Actor> => ({
      personId: 'p1',
      locale: 'ru',
      scope: { accountId: 'p1', role: 'analyst', grantId: 1, unitPath: '1.' },
      byToken: false,
      may: () => true,
    })
    const options = {
      namePeople: async (_: unknown, ids: readonly string[]) => new Map(ids.map(id => [id, 'Пётр Числов'])),
      clock: () => new Date(2026, 10, 22, 12),
    }
    federalListRoutes(app, { database, identify }, options)
    await app.ready()
    close = async () => {
      await app.close()
      await database.close()
    }
  })
  afterAll(() => close())

  const get = (url: string) => app.inject({ url })
  const post = (url: string, payload: object = {}) =>
    app.inject({ method: 'POST', url, headers: { 'x-objektiv': '1' }, payload })
  const upload = (rows: readonly (readonly Cell[])[], query = '') => {
    const head =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="../перечень.csv"\r\nContent-Type: text/csv\r\n\r\n'
    return app.inject({
      method: 'POST',
      url: `/api/federal-list/imports${query}`,
      headers: { 'x-objektiv': '1', 'content-type': 'multipart/form-data; boundary=b' },
      payload: `${head}${writeCsv(rows)}\r\n--b--\r\n`,
    })
  }

  it('shows every problem in words with its place, and accepts nothing of such a file', async () => {
    const rows = [
      HEADER,
      [2021, 'edu990001', '', 'Школа № 1', 1, '', '', '', 2],
      [2020, 'edu990009', '', 'Школа № 9', 1, '', '', '', 1],
    ]
    const list = (await upload(rows, '?year=2021')).json()
    expect(list).toMatchObject({ file: 'перечень.csv', state: 'checked', sentBy: 'Пётр Числов', problems: 3 })
    expect(list.problemList.map((one: { text: string }) => one.text)).toEqual([
      'Указано одно количество маркеров, а отмечен 1 столбец.',
      'Строка относится к другому году, а перечень загружают за 2021 год.',
      'Школы с таким логином в реестре нет.',
    ])
    expect(list.problemList[0].place).toMatchObject({ row: 2, column: 'Количество маркеров', value: '2' })
    expect((await post(`/api/federal-list/imports/${list.id}/accept`)).json().code).toBe(
      'federal-has-problems',
    )
  })

  it('from the file to the list, the spreadsheet, and back', async () => {
    const rows = [
      HEADER,
      [2020, 'edu990001', '', 'Школа № 1', 1, '', '', '', 1],
      [2021, 'sch990001', '', 'Школа № 1', 1, 1, '', '', 2],
      [2021, 'edu990002', '', '=1+1', '', '', '+', '', 1],
    ]
    const { id, problems } = (await upload(rows)).json()
    expect(problems).toBe(0)
    expect((await post(`/api/federal-list/imports/${id}/accept`)).json()).toMatchObject({
      state: 'accepted',
      years: [2020, 2021],
      marked: 3,
    })
    expect((await get('/api/federal-list/years')).json().items).toEqual([
      { year: 2021, schools: 2 },
      { year: 2020, schools: 1 },
    ])
    const { items, total, next } = (await get('/api/federal-list?limit=1')).json()
    expect([items[0], total, next]).toEqual([
      {
        school: { id: expect.any(Number), name: 'Школа № 1', login: 'edu990001' },
        municipality: null,
        markers: ['4 РУ', '4 МА'],
        running: 2,
        years: [2020, 2021],
      },
      2,
      '1',
    ])
    expect((await get('/api/federal-list?running=2')).json().total).toBe(1)
    const sheets = await readSheets((await get('/api/federal-list/export.xlsx?running=2')).rawPayload)
    expect(sheets.Параметры).toEqual(
      expect.arrayContaining([
        ['Год', 2021],
        ['В перечне лет подряд, не меньше', 2],
        ['Строк выбрано', 1],
        ['Строк записано', 1],
      ]),
    )
    expect(sheets.Перечень[1]).toEqual([
      null,
      'Школа № 1',
      'edu990001',
      2021,
      '4 РУ, 4 МА',
      2,
      2,
      '2020, 2021',
    ])
    expect((await post(`/api/federal-list/imports/${id}/undo`)).statusCode).toBe(400)
    const undone = await post(`/api/federal-list/imports/${id}/undo`, { reason: 'ошибочный файл' })
    expect(undone.json()).toMatchObject({ state: 'undone', reason: 'ошибочный файл' })
    expect((await get('/api/federal-list')).json()).toEqual({ items: [], next: null, total: 0 })
    expect((await get('/api/federal-list/imports')).json().items).toHaveLength(2)
    const lists = await readSheets((await get('/api/federal-list/imports/export.xlsx')).rawPayload)
    expect(lists.Параметры).toEqual(
      expect.arrayContaining([
        ['Строк выбрано', 2],
        ['Строк записано', 2],
      ]),
    )
    expect(
      lists.Загрузки.map(([list, file, years, , marked, wrong]) => [list, file, years, marked, wrong]),
    ).toEqual([
      ['Загрузка №', 'Файл', 'Годы', 'Отмечено школ', 'Замечаний'],
      [id, 'перечень.csv', '2020, 2021', 3, 0],
      [expect.any(Number), 'перечень.csv', expect.any(String), expect.any(Number), 3],
    ])
    expect(lists.Загрузки[1]).toEqual(expect.arrayContaining(['Пётр Числов', 'отменён', 'ошибочный файл']))
    expect(lists.Загрузки[2]).toContain('есть замечания')
  })

  it('refuses an upload without a file', async () => {
    expect((await post('/api/federal-list/imports')).json().code).toBe('file-not-sent')
  })
})
