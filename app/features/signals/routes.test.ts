import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbook } from '../../documents/spreadsheet/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { openTestEmbedded } from '../../platform/database/testing/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import { createServer } from '../../platform/http/index.ts'
import type { CaseRequest } from './case/open-case.ts'
import { signalRoutes } from './routes.ts'
import {
  officialSign,
  ownSign,
  plantRun,
  plantSmallRegion,
  type SmallRegion,
} from './testing/small-region.ts'

/** The edge alone: what the store does is tested beside it, on both databases. */
describe('signals over HTTP', () => {
  let database: Database
  let app: FastifyInstance
  let region: SmallRegion
  let actor: Actor
  let official: number
  let own: number
  let today = '2021-06-10'
  const cases: CaseRequest[] = []

  beforeAll(async () => {
    database = await openTestEmbedded()
    region = await plantSmallRegion(database)
    await plantRun(database, region, [
      officialSign('edu990002'),
      ownSign('edu990002'),
      officialSign('edu990001', 3),
    ])
    const rows = await database.asSystem('system:test', tx =>
      tx.selectFrom('signal').select(['id', 'source', 'unit_id']).orderBy('id').execute(),
    )
    official = rows[0].id
    own = rows[1].id
    app = await createServer()
    signalRoutes(
      app,
      { database, identify: async () => actor },
      {
        namePeople: async (_, ids) => new Map(ids.map(id => [id, 'Мария Петрова'])),
        clock: () => new Date(`${today}T12:00:00`),
        federalYearsOf: async () =>
          new Map([
            [2021, ['4 РУ', '4 МА']],
            [2020, ['4 РУ']],
            [2019, []],
          ]),
        readCase: async (_, request) => {
          cases.push(request)
          return { tasks: [], items: [], pairs: [], next: null }
        },
      },
    )
    await app.ready()
    actor = region.analyst
  })
  afterAll(async () => {
    await app.close()
    await database.close()
  })

  const get = async (url: string) => (await app.inject({ url })).json()
  const post = (url: string, payload: object) =>
    app.inject({ method: 'POST', url, headers: { 'x-objektiv': '1' }, payload })

  it('list signals, each with the state of its reply', async () => {
    const { items, total } = await get('/api/signals?sort=place')
    expect(total).toBe(3)
    expect(items.map(({ reply }: { reply: string }) => reply)).toEqual(
      Array(3).fill('пояснение не запрошено'),
    )
    expect(items[1]).toMatchObject({
      school: { name: 'Школа № 2' },
      municipality: { name: 'Западный район' },
      run: { title: 'Анализ весны' },
      set: 'Русский язык, 4 класс, 2021',
      channels: [{ id: 'high-mean', text: 'Высокий средний балл' }],
      n: 43,
    })
  })

  it('have a passport with everything that a fair question needs', async () => {
    const passport = await get(`/api/signals/${own}`)
    expect(passport.headline).toBe(passport.findings[0].sentence)
    expect(passport.certainty).toContain('Степень 2,9')
    expect(passport.certainty).toContain('0,070')
    for (const finding of passport.findings) {
      for (const part of ['sentence', 'where', 'value', 'reference']) expect(finding[part]).not.toBe('')
      for (const part of ['innocent', 'confirm', 'refute', 'check', 'blind'])
        expect({ part, count: finding[part].length > 0 }).toEqual({ part, count: true })
    }
    expect(passport.record.map(({ label }: { label: string }) => label)).toContain('Версия расчёта')
    expect(passport.federalYears).toBe(2)
    expect(passport.history).toEqual([
      {
        year: 2021,
        signals: [
          {
            id: official,
            set: 'Русский язык, 4 класс, 2021',
            source: 'official',
            channels: ['Высокий средний балл'],
            reply: 'пояснение не запрошено',
          },
        ],
        federal: ['4 РУ', '4 МА'],
      },
      { year: 2020, signals: [], federal: ['4 РУ'] },
      { year: 2019, signals: [], federal: [] },
    ])
    expect(passport.may).toEqual(['ask', 'comment', 'close'])
    expect(passport.outcomes).toEqual(['cleared'])
    expect(passport.mayOpenCase).toBe(true)
  })

  it('have pictures named by their findings, drawn once for each sight', async () => {
    const { findings } = await get(`/api/signals/${own}`)
    const { figures } = await get(`/api/signals/${own}/figures`)
    expect(figures.map(({ name }: { name: string }) => name)).toEqual(
      findings.map(({ figure }: { figure: string }) => figure),
    )
    for (const { svg, title, description, table } of figures) {
      expect(svg).toContain(`>${title}</title>`)
      expect(description).not.toBe('')
      expect(table.rows.length).toBeGreaterThan(0)
    }
    expect(await get(`/api/signals/${own}/figures`)).toEqual({ figures })
    actor = region.municipality
    const below = await get(`/api/signals/${own}/figures`)
    expect(below.figures.map(({ name }: { name: string }) => name)).toEqual([
      `signal-${own}-task-profile`,
      `signal-${own}-similarity`,
    ])
    actor = region.eastMunicipality
    expect((await app.inject({ url: `/api/signals/${own}/figures` })).statusCode).toBe(404)
    actor = region.analyst
  })

  it('go from asking to an outcome in words', async () => {
    const read = async () => get(`/api/signals/${official}`)
    const bare = { signals: [{ id: official, version: 1 }], dueOn: '2021-06-15' }
    expect((await post('/api/signals/ask', bare)).statusCode).toBe(400)
    expect((await post('/api/signals/ask', { ...bare, text: '—' })).json().code).toBe('signal-reason-missing')
    const asked = await post('/api/signals/ask', {
      signals: [{ id: official, version: 1 }],
      dueOn: '2021-06-15',
      text: 'Расскажите о работе.',
    })
    expect(asked.json()).toEqual({ asked: 1 })
    expect((await read()).reply).toBe('ждём до 15 июня 2021 г.')
    today = '2021-06-17'
    expect(await read()).toMatchObject({ reply: 'просрочено на 2 дня', overdueDays: 2 })
    const extended = await post(`/api/signals/${official}/extend`, {
      version: 2,
      dueOn: '2021-06-20',
      text: 'Каникулы.',
    })
    expect(extended.json()).toEqual({ id: official, version: 3, state: 'asked' })
    actor = region.municipality
    expect((await post(`/api/signals/${official}/forward`, { version: 3 })).statusCode).toBe(400)
    await post(`/api/signals/${official}/forward`, { version: 3, text: 'Ответьте подробно.' })
    await post(`/api/signals/${official}/comment`, { text: 'Сильная школа.' })
    actor = region.head
    const causes = (await get('/api/reply-causes?channels=high-mean,unknown')).items
    expect(causes.length).toBeGreaterThan(2)
    const foreign = { version: 4, causes: ['notice.returned'], text: 'Потому.' }
    expect((await post(`/api/signals/${official}/reply`, foreign)).json().code).toBe('signal-cause-unknown')
    const replied = await post(`/api/signals/${official}/reply`, {
      version: 4,
      causes: [causes[0].id],
      text: 'Потому.',
    })
    expect(replied.json().state).toBe('replied')
    actor = region.analyst
    await post(`/api/signals/${official}/return`, {
      version: 5,
      dueOn: '2021-06-25',
      text: 'Приложите журнал.',
    })
    actor = region.head
    await post(`/api/signals/${official}/reply`, { version: 6, text: 'Вот журнал.' })
    actor = region.analyst
    const refused = await post(`/api/signals/${official}/close`, {
      version: 6,
      outcome: 'cleared',
      text: 'Верно.',
    })
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'changed-by-another'])
    await post(`/api/signals/${official}/close`, { version: 7, outcome: 'cleared', text: 'Верно.' })
    const { steps, reply, may } = await read()
    expect(steps.map(({ title }: { title: string }) => title)).toEqual([
      'Найден признак',
      'Запрошено пояснение до 15 июня 2021 г.',
      'Срок продлён до 20 июня 2021 г.',
      'Запрос передан школе муниципалитетом',
      'Мнение',
      'Ответ школы',
      'Ответ возвращён, новый срок — 25 июня 2021 г.',
      'Ответ школы',
      'Итог: снято',
    ])
    expect(reply).toBe('снято после пояснения')
    expect(may).toEqual(['comment', 'reopen'])
    const reopened = await post(`/api/signals/${official}/reopen`, { version: 8, text: 'Новые данные.' })
    expect(reopened.json().state).toBe('replied')
    today = '2021-06-10'
  })

  it('name to a school no person above it, only the role', async () => {
    const { steps } = await get(`/api/signals/${official}`)
    expect(steps[1]).toMatchObject({ who: 'Мария Петрова', roleName: 'Аналитик РЦОКО' })
  })

  it('go out as a spreadsheet with what was asked for, and as many rows as were chosen', async () => {
    const answer = await app.inject({ url: '/api/signals/export.xlsx?source=official&q=школа' })
    expect(answer.headers['content-disposition']).toContain('UTF-8')
    const folder = await mkdtemp(join(tmpdir(), 'objektiv-signals-'))
    const path = join(folder, 'signals.xlsx')
    await writeFile(path, answer.rawPayload)
    const workbook = await openWorkbook(path)
    const sheets: Record<string, (string | number | boolean | null)[][]> = {}
    for (const name of workbook.sheetNames) {
      sheets[name] = []
      await workbook.readSheet(name, (_, cells) => {
        sheets[name].push([...cells])
        return undefined
      })
    }
    workbook.close()
    await rm(folder, { recursive: true })
    expect(sheets.Параметры.slice(1)).toEqual([
      ['День', '10 июня 2021 г.'],
      ['Территория', 'Регион'],
      ['Методика', 'методика 2019 года'],
      ['Поиск', 'школа'],
      ['Строк выбрано', 2],
      ['Строк записано', 2],
    ])
    expect(sheets.Признаки).toHaveLength(3)
    expect(sheets.Признаки[1].slice(0, 6)).toEqual([
      'Восточный район',
      'Школа № 1',
      'Русский язык, 4 класс, 2021',
      'методика 2019 года',
      'Высокий средний балл',
      3,
    ])
    expect(sheets.Признаки[1][8]).toBe('пояснение не запрошено')
    const log = await database.asSystem('system:test', tx =>
      sql<{ after: object }>`select after from audit where subject = 'signal' and action = 'read'`.execute(
        tx,
      ),
    )
    expect(log.rows).toEqual([{ after: { rows: 2, source: 'official', q: 'школа' } }])
  })

  it('open a case to the school itself and the region’s analyst, and to nobody else', async () => {
    const open = async (who: Actor, url = `/api/signals/${official}/case`) => {
      actor = who
      const { statusCode } = await app.inject({ url })
      actor = region.analyst
      return statusCode
    }
    expect(await open(region.analyst)).toBe(200)
    expect(await open(region.head)).toBe(200)
    expect(cases[0]).toMatchObject({
      signalId: official,
      schoolId: region.first,
      assessment: { procedure: 'ВПР', year: 2021, grade: 4, subject: 'Русский язык', works: 43 },
      limit: 100,
    })
    expect(cases).toHaveLength(2)
    // A coordinator of a municipality has the right for their own files, not for a school's pupils.
    expect(await open(region.townCoordinator)).toBe(403)
    expect(await open(region.municipality)).toBe(403)
    expect(await open(region.ministry)).toBe(403)
    expect(await open(region.easternHead)).toBe(404)
    expect(await open(region.analyst, `/api/signals/${official}/case?set=7`)).toBe(422)
    expect(cases).toHaveLength(2)
    actor = region.head
    const both = await get(`/api/signals/${own}/case?set=1`)
    expect(both.sets).toEqual([
      { name: 'Русский язык, 4 класс, 2021', works: 43 },
      { name: 'Математика, 4 класс, 2021', works: 43 },
    ])
    expect(cases[2].assessment.subject).toBe('Математика')
    actor = region.analyst
  })
})
