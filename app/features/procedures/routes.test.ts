import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheets } from '../../documents/spreadsheet/testing/read-sheets.ts'
import { openTestEmbedded } from '../../platform/database/testing/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import { createServer } from '../../platform/http/index.ts'
import { proceduresRoutes } from './routes.ts'
import { type ProceduresAt, plantProcedures, REGION, scopeAt } from './testing/plant-procedures.ts'

const SPRING = {
  title: 'ВПР весна 2021',
  procedure: 'ВПР',
  startsOn: '2021-03-15',
  endsOn: '2021-05-21',
  dueOn: '2021-06-01',
}
const GEOGRAPHY = `/api/specifications/${encodeURIComponent('ВПР.2021.8.География')}`

/** The edge alone: what the store does is tested beside it, on both databases. */
describe('procedures over HTTP', () => {
  let app: FastifyInstance
  let at: ProceduresAt
  let scope = REGION
  let close: () => Promise<void>

  beforeAll(async () => {
    const database = await openTestEmbedded()
    at = await plantProcedures(database)
    app = await createServer()
    const identify = async (): Promise<Actor> => ({
      personId: 'p1',
      locale: 'ru',
      scope,
      byToken: false,
      may: () => true,
    })
    proceduresRoutes(
      app,
      { database, identify },
      {
        namePeople: async (_, ids) => new Map(ids.map(id => [id, 'Пётр Числов'])),
        clock: () => new Date(2021, 4, 25, 12),
      },
    )
    await app.ready()
    close = async () => {
      await app.close()
      await database.close()
    }
  })
  afterAll(() => close())

  const send = (method: 'POST' | 'PUT' | 'PATCH', url: string, payload: object) =>
    app.inject({ method, url, headers: { 'x-objektiv': '1' }, payload })
  const get = (url: string) => app.inject({ url })
  const upload = (content: string) => {
    const head =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="шкалы.json"\r\nContent-Type: application/json\r\n\r\n'
    return app.inject({
      method: 'POST',
      url: '/api/specifications/check',
      headers: { 'x-objektiv': '1', 'content-type': 'multipart/form-data; boundary=b' },
      payload: `${head}${content}\r\n--b--\r\n`,
    })
  }

  it('a campaign from its making to its terms, as each level reads it', async () => {
    const made = (await send('POST', '/api/campaigns', SPRING)).json()
    expect(made).toMatchObject({ state: 'collecting', assessments: 0, assessmentList: [] })
    const papers = ['Русский язык', 'География'].map(subject => ({ year: 2021, grade: 8, subject }))
    const url = `/api/campaigns/${made.id}`
    expect((await send('POST', `${url}/assessments`, { assessments: papers })).json()).toEqual({
      added: 2,
      alreadyThere: 0,
    })
    const { assessmentList } = (await get(url)).json()
    expect(assessmentList[0]).toMatchObject({
      title: 'География, 8 класс, 2021',
      paper: { id: 'ВПР.2021.8.География', state: 'faulty-scale', maxPrimary: 40, tasks: 22 },
      holds: { dueOn: '2021-06-01', takesPart: true },
    })
    const set = await send('POST', `${url}/terms`, {
      unit: at.school.id,
      assessments: assessmentList.map(({ id }: { id: number }) => ({ id, version: null })),
      takesPart: false,
      reason: 'нет 8 класса',
      writtenFrom: null,
      writtenTo: null,
      dueOn: null,
    })
    expect(set.json()).toEqual({ set: 2 })
    const [term] = (await get(`${url}/terms`)).json().items
    expect(term).toMatchObject({ unit: { name: 'Школа № 1', kind: 'school' }, reason: 'нет 8 класса' })
    expect(term.assessments.map(({ title }: { title: string }) => title)).toEqual([
      'География, 8 класс, 2021',
      'Русский язык, 8 класс, 2021',
    ])
    const sheets = await readSheets((await get(`${url}/export.xlsx`)).rawPayload)
    expect(sheets.Параметры).toEqual(
      expect.arrayContaining([
        ['Состояние', 'ждём результаты'],
        ['Строк выбрано', 4],
        ['Строк записано', 4],
      ]),
    )
    expect(sheets.Работы[1]).toEqual(
      expect.arrayContaining(['География, 8 класс, 2021', '2021-06-01', 'да', 40, 22, 'ошибка в шкале']),
    )
    expect(sheets['Сроки территорий'].slice(1).map(cells => cells.at(-1))).toEqual([
      'нет 8 класса',
      'нет 8 класса',
    ])
    const list = await readSheets((await get('/api/campaigns/export.xlsx?state=open')).rawPayload)
    expect(list.Параметры).toEqual(
      expect.arrayContaining([
        ['Состояние', 'открытые'],
        ['Строк выбрано', 1],
        ['Строк записано', 1],
      ]),
    )
    expect(list.Кампании[0].slice(0, 8)).toEqual([
      ...['Кампания', 'Процедура', 'Пишут с', 'Пишут по', 'Результаты до', 'Состояние', 'Работ'],
      'Работ без спецификации',
    ])
    expect(list.Кампании[1]).toEqual(
      expect.arrayContaining([SPRING.title, 'ВПР', '2021-03-15', '2021-06-01', 'ждём результаты', 2]),
    )
    const closed = await readSheets((await get('/api/campaigns/export.xlsx?state=closed')).rawPayload)
    expect(closed.Кампании).toHaveLength(1)
    scope = scopeAt(at.school.path)
    const seen = (await get(`/api/assessments/${assessmentList[0].id}`)).json()
    expect(seen).toMatchObject({ holds: { takesPart: false }, campaign: { title: SPRING.title } })
    scope = scopeAt(at.east.path)
    expect((await get(`${url}/terms`)).json().items).toEqual([])
    scope = REGION
  })

  it('a slip in the dates comes back at its field', async () => {
    const answer = await send('POST', '/api/campaigns', { ...SPRING, endsOn: '2021-01-01' })
    expect([answer.statusCode, answer.json().problems[0].place]).toEqual([422, { column: 'endsOn' }])
    const { id, version } = (await get('/api/campaigns')).json().items[0]
    const late = await send('POST', `/api/campaigns/${id}/close`, { version: version + 5 })
    expect([late.statusCode, late.json().code]).toEqual([409, 'changed-by-another'])
  })

  it('a paper: the fault in words, a refused scale, a revision with its author and difference', async () => {
    const paper = (await get(GEOGRAPHY)).json()
    expect(paper.faults[0].text).toContain('балл 35 относится и к «4», и к «5»')
    const { content } = paper
    const refused = await send('PUT', GEOGRAPHY, { ...content, base: 0 })
    expect(refused.json().problems[0].text).toContain('балл 35')
    const bands = { ...content.bands, 4: [27, 34] }
    const source = 'Письмо от 12.03.2021'
    const kept = await send('PUT', GEOGRAPHY, { ...content, bands, source, base: 0, reason: 'уточнено' })
    expect(kept.json()).toMatchObject({ origin: 'own', revision: 1, state: 'whole', faults: [] })
    expect(kept.json().revisions[0]).toMatchObject({
      by: 'Пётр Числов',
      reason: 'уточнено',
      changes: [
        { label: 'Отметка «4»', before: '27–35', after: '27–34' },
        { label: 'Источник', after: source },
      ],
    })
    const late = await send('PUT', GEOGRAPHY, { ...content, bands, source: 'Другой', base: 0 })
    expect([late.statusCode, late.json().code]).toEqual([409, 'changed-by-another'])
    for (const id of ['0', 'ВПР.2021.99.География', 'ВПР.1890.8.География', 'ОГЭ.2021.9.Химия'])
      expect((await get(`/api/specifications/${encodeURIComponent(id)}`)).statusCode).toBe(404)
  })

  it('papers are filtered, counted, and go out as a file that comes in again unchanged', async () => {
    const own = (await get('/api/specifications?origin=own')).json()
    expect([own.total, own.items[0].id]).toEqual([1, 'ВПР.2021.8.География'])
    expect((await get('/api/specifications?limit=30')).json()).toMatchObject({ total: 36, next: '30' })
    expect((await get('/api/specifications?limit=30&cursor=30')).json().items).toHaveLength(6)
    expect((await get('/api/specifications?q=ГЕОГР&state=no-tasks')).json().items).toHaveLength(1)
    const facets = (await get('/api/specifications/facets')).json()
    expect(facets.years).toEqual([
      { value: '2021', count: 34 },
      { value: '2020', count: 2 },
    ])
    const sheets = await readSheets(
      (await get('/api/specifications/export.xlsx?origin=own&state=whole')).rawPayload,
    )
    expect(sheets.Параметры).toEqual(
      expect.arrayContaining([
        ['Откуда', 'редакции региона'],
        ['Полнота', 'описана'],
        ['Строк записано', 1],
      ]),
    )
    expect(sheets.Спецификации[1]).toEqual(expect.arrayContaining(['27–34', 1, 'Письмо от 12.03.2021']))
    const file = await get('/api/specifications/file.json')
    const checked = (await upload(file.payload)).json()
    expect(checked.entries).toHaveLength(36)
    expect(new Set(checked.entries.map((one: { state: string }) => one.state))).toEqual(new Set(['same']))
  })

  it('an uploaded file is accepted whole or not at all', async () => {
    const [entry] = JSON.parse((await get('/api/specifications/file.json?origin=own')).payload)
    const fresh = [
      { ...entry, year: 2026, source: '' },
      { ...entry, year: 2026, grade: 7 },
    ]
    const { entries } = (await upload(JSON.stringify(fresh))).json()
    expect(entries.map((one: { state: string }) => one.state)).toEqual(['new', 'new'])
    const body = entries.map(({ content, base, ...paper }: Record<string, unknown>) => {
      const { procedure, version, year, grade, subject } = paper
      return { paper: { procedure, version, year, grade, subject }, content, base }
    })
    const sourceless = await send('POST', '/api/specifications/accept', { entries: body })
    expect(sourceless.json().problems.map((one: { code: string }) => one.code)).toEqual([
      'specification-source-missing',
    ])
    expect((await get('/api/specifications?origin=own')).json().total).toBe(1)
    const accepted = await send('POST', '/api/specifications/accept', { entries: body, source: 'Приказ' })
    expect(accepted.json()).toEqual({ revised: 2, same: 0 })
    expect((await get('/api/specifications?origin=own')).json().total).toBe(3)
    expect((await upload('[')).json().code).toBe('specification-not-json')
  })
})
