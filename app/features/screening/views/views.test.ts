import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cell, openWorkbook } from '../../../documents/spreadsheet/index.ts'
import type { Scope } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import {
  openScreeningRoom,
  type ScreeningRoom,
  type StoredRegion,
  storeDemoRegion,
} from '../testing/screening-room.ts'

let stored: StoredRegion
beforeAll(async () => {
  stored = await storeDemoRegion()
}, 120_000)
afterAll(() => stored.remove())

interface Row {
  name: string
  municipality: string | null
  kind: string | null
  position: number
  n: number
  mean: number | null
  hidden: boolean
  markers: { id: string }[]
  degree: number | null
  flagged: boolean
  school: { id: number } | null
  replies: { signalId: number; source: string; reply: string }[]
}

forEachDatabase('a run looked at', open => {
  let room: ScreeningRoom
  let id: number
  let later: number
  let municipality: Scope
  let head: Scope
  let ministry: Scope
  /** Units: a municipality with several schools, another one, a school of the first. */
  let here: number
  let elsewhere: number
  let school: number

  beforeAll(async () => {
    room = await openScreeningRoom(await open(), stored)
    id = await room.start()
    await room.ended(id)
    const units = await room.database.asSystem('system:test', tx =>
      tx.selectFrom('unit').select(['id', 'kind', 'parent_id']).where('kind', '<>', 'class').execute(),
    )
    const schools = units.filter(({ kind }) => kind === 'school')
    const places = [...Map.groupBy(schools, ({ parent_id }) => parent_id)].sort(
      ([, a], [, b]) => b.length - a.length,
    )
    here = places[0][0]!
    elsewhere = places[1][0]!
    school = places[0][1][0].id
    municipality = await room.at('municipality', here)
    head = await room.at('head', school)
    ministry = await room.at('ministry', 1)
  }, 240_000)
  afterAll(() => room.close())

  const get = (who: Scope, path: string) => room.call(who, 'GET', `/api/runs/${id}${path}`)
  const runList = async (who: Scope) =>
    sheets((await room.call(who, 'GET', '/api/runs/export.xlsx?state=done')).body)
  const rows = async (who: Scope, query: string): Promise<Row[]> =>
    (await get(who, `/schools?limit=200&${query}`)).body.items

  it('is a draft until it is published: nobody but the analysts knows of it', async () => {
    for (const who of [municipality, head, ministry]) {
      expect((await get(who, '')).status).toBe(404)
      expect((await room.call(who, 'GET', '/api/runs')).body.items).toEqual([])
      expect((await runList(who))[1]).toHaveLength(1)
      expect((await get(who, '/schools')).status).toBe(404)
      expect((await get(who, '/figures?set=0')).status).toBe(404)
    }
    const { body } = await get(room.analyst, '/publication')
    const all = await rows(room.analyst, 'set=0')
    expect(body.schools).toBeGreaterThanOrEqual(all.length)
    expect(body).toMatchObject({ unknown: 0, supersedes: [] })
    const marked = new Set<string>()
    for (const set of [0, 1, 2, 3, 4, 5, 6, 7])
      for (const row of await rows(room.analyst, `set=${set}&sign=official`)) marked.add(`${row.name} ${set}`)
    expect(body.signals.official).toBe(marked.size)

    const { version } = (await get(room.analyst, '')).body
    expect((await room.call(room.analyst, 'POST', `/api/runs/${id}/publish`, { version: 0 })).status).toBe(
      409,
    )
    expect((await room.call(municipality, 'POST', `/api/runs/${id}/publish`, { version })).status).toBe(403)
    const answer = await room.call(room.analyst, 'POST', `/api/runs/${id}/publish`, { version })
    expect(answer.body.publishedAt).not.toBeNull()
    expect(room.published).toEqual([id])
    const twice = await room.call(room.analyst, 'POST', `/api/runs/${id}/publish`, { version: version + 1 })
    expect(twice).toMatchObject({ status: 409, body: { code: 'run-published-already' } })
    for (const who of [municipality, head, ministry]) {
      expect((await room.call(who, 'GET', '/api/runs')).body.items).toMatchObject([{ id }])
      const [parameters, [header, line, ...others]] = await runList(who)
      expect(parameters.slice(-3)).toEqual([
        ['Состояние', 'готов'],
        ['Строк выбрано', 1],
        ['Строк записано', 1],
      ])
      const told = Object.fromEntries(header.map((name, at) => [name, line[at] ?? null]))
      expect(others).toEqual([])
      expect(told).toMatchObject({
        'Анализ №': id,
        Состояние: 'готов',
        Наборов: 8,
        'Когда опубликован': expect.stringContaining('г. в'),
        'Более новый анализ': null,
      })
    }
  })

  describe('from different places', () => {
    it('shows everybody their own schools alone, with the region as the reference', async () => {
      const all = await rows(room.analyst, 'set=0')
      const own = await rows(municipality, 'set=0')
      expect(own.length).toBeGreaterThan(1)
      expect(own.length).toBeLessThan(all.length)
      expect(new Set(own.map(row => row.municipality)).size).toBe(1)
      // An address from somebody of the region is taken for one's own unit; another's is not known.
      expect(await rows(municipality, 'set=0&under=1')).toEqual(own)
      expect((await get(municipality, `/schools?under=${elsewhere}`)).status).toBe(404)
      expect((await get(municipality, `/figures?set=0&under=${elsewhere}`)).status).toBe(404)
      expect((await get(head, `/scope?under=${here}`)).body).toMatchObject({
        level: 'school',
        unit: { id: school },
        schools: 1,
      })
      expect((await rows(head, '')).every(row => row.school?.id === school)).toBe(true)

      const points = async (who: Scope, query = '') => {
        const { body } = await get(who, `/figures?set=0${query}`)
        return body.figures[0]
      }
      const whole = await points(room.analyst)
      const part = await points(municipality)
      const names = (figure: { table: { rows: string[][] } }) => figure.table.rows.map(([name]) => name)
      expect(names(whole)).toHaveLength(all.filter(row => row.mean !== null).length)
      expect(names(part).sort()).toEqual(
        own
          .filter(row => row.mean !== null)
          .map(row => row.name)
          .sort(),
      )
      // The limits at the ends of the curves, and the region's mean, are drawn for everybody alike.
      for (const figure of [whole, part]) {
        expect(figure.svg).toContain('Регион')
        expect(figure.svg).toContain('99,8 %')
      }
      const foreign = names(whole).filter(name => !names(part).includes(name))
      expect(foreign.filter(name => part.svg.includes(name))).toEqual([])
      expect(await points(room.analyst, `&under=${here}`)).toMatchObject({ title: part.title })
    })

    it('shows the index of the region and of one’s own municipality alone', async () => {
      const units = async (who: Scope) =>
        new Set((await get(who, '/index')).body.items.map((row: { unit: { id: number } }) => row.unit.id))
      expect(await units(municipality)).toEqual(new Set([1, here]))
      expect(await units(head)).toEqual(new Set([1, here]))
      expect((await units(ministry)).size).toBeGreaterThan(2)
      const { items } = (await get(ministry, '/index')).body
      for (const { index, interval, schools, marked } of items)
        if (index !== null) {
          expect(index).toBeCloseTo(100 - (100 * marked) / schools, 9)
          expect(interval.lower).toBeLessThanOrEqual(index)
          expect(interval.upper).toBeGreaterThanOrEqual(index)
        }
    })

    it('hides outside the school what fewer than five pupils did', async () => {
      const few = (list: Row[]) => list.filter(({ n }) => n < 5)
      const seen: Row[] = []
      const shown: Row[] = []
      for (let set = 0; set < 8; set++) {
        seen.push(...few(await rows(room.analyst, `set=${set}`)))
        shown.push(...few(await rows(ministry, `set=${set}`)))
      }
      expect(seen.length).toBeGreaterThan(0)
      expect(seen.every(({ mean, hidden }) => mean !== null && !hidden)).toBe(true)
      expect(shown).toHaveLength(seen.length)
      expect(shown.every(({ mean, hidden }) => mean === null && hidden)).toBe(true)
      const [{ position, name }] = seen
      const figures = async (who: Scope) => (await get(who, `/figures?set=${position}`)).body
      const points = ({ figures: [funnel] }: { figures: { table: { rows: string[][] } }[] }) =>
        funnel.table.rows.map(([one]) => one)
      expect(points(await figures(room.analyst))).toContain(name)
      const outside = await figures(ministry)
      expect(points(outside)).not.toContain(name)
      expect(outside.notes.join(' ')).toContain('не показаны школы, где работ меньше 5')
    })

    it('puts a municipality and a school before the region, in pictures with tables', async () => {
      const names = ['funnel', 'scores', 'tasks', 'journal'].map(part => `run-${id}-0-${part}`)
      for (const who of [room.analyst, municipality, head]) {
        const { figures, boundaries } = (await get(who, '/figures?set=0')).body
        expect(figures.map(({ name }: { name: string }) => name)).toEqual(names)
        for (const { svg, title, description, table } of figures) {
          expect(svg).not.toMatch(/NaN|Infinity|undefined/)
          expect([title, description].join(' ')).not.toMatch(/[{}]/)
          expect(table.rows.length).toBeGreaterThan(0)
        }
        expect(boundaries).toHaveLength(3)
        const own = boundaries.filter((one: { own: unknown }) => one.own !== null)
        // The region is not held against itself; the school sees its own boundaries, however few works stand there.
        if (who === room.analyst) expect(own).toEqual([])
        if (who === head) expect(own).toHaveLength(3)
      }
      const { figures } = (await get(head, '/figures?set=0')).body
      const [row] = (await rows(head, 'set=0')) as Row[]
      const works = figures[1].table.rows.reduce((sum: number, [, , n]: string[]) => sum + Number(n), 0)
      expect(works).toBe(row.n)
    })
  })

  it('marks in the funnel the schools whose mean the method marks, as the report does, and no others', async () => {
    const all = await rows(room.analyst, 'set=0&sign=official')
    const byMean = all.filter(({ markers }) => markers.some(one => one.id === 'high-mean'))
    expect(byMean.length).toBeGreaterThan(0)
    expect(byMean.length).toBeLessThan(all.length)
    const [{ svg }] = (await get(room.analyst, '/figures?set=0')).body.figures
    const labels = [...svg.matchAll(/<title>([^<]*): [^<]*<\/title>/g)].map(([, name]) => name)
    expect(labels.sort()).toEqual(byMean.map(({ name }) => name).sort())
    const report = await get(room.analyst, '/outputs/report.html')
    expect(report.body.toString()).toContain(`отмеченные по формуле методики 2019 года: ${byMean.length};`)
  })

  it('is filtered by kind, sign, words and set, page by page, and counted', async () => {
    const all = await rows(room.analyst, 'set=0')
    const { kinds } = (await get(room.analyst, '/scope')).body
    expect(kinds.length).toBeGreaterThan(1)
    const lyceums = await rows(room.analyst, `set=0&kind=${kinds[0].value}`)
    expect(lyceums).toEqual(all.filter(({ kind }) => kind === kinds[0].value))
    expect(await rows(room.analyst, 'set=0&sign=official')).toEqual(
      all.filter(({ markers }) => markers.length > 0),
    )
    const onMean = all.filter(({ markers }) => markers.some(({ id }) => id === 'high-mean'))
    expect(onMean.length).toBeGreaterThan(0)
    expect(await rows(room.analyst, 'set=0&sign=high-mean')).toEqual(onMean)
    expect(await rows(room.analyst, 'set=0&sign=own')).toEqual(all.filter(({ flagged }) => flagged))
    const word = all[3].name.split(' ').at(-1)!
    expect((await rows(room.analyst, `set=0&q=${word}`)).map(({ name }) => name)).toContain(all[3].name)

    const seen: Row[] = []
    for (let cursor = ''; ; ) {
      const { body } = await get(room.analyst, `/schools?set=0&limit=7${cursor}`)
      if (cursor === '') expect(body.total).toBe(all.length)
      seen.push(...body.items)
      if (!body.next) break
      cursor = `&cursor=${body.next}`
    }
    expect(seen).toEqual(all)
    const places = all.map(({ municipality: place, name }) => `${place}\u0001${name}`)
    expect(places).toEqual(places.toSorted((a, b) => a.localeCompare(b, 'ru', { numeric: true })))
    expect((await get(room.analyst, '/schools?cursor=junk')).body.code).toBe('cursor-unreadable')
  })

  it('names no sign without how its reply stands: of its own set, and of the school as a whole', async () => {
    const marked = (await rows(room.analyst, 'sign=official')).find(one => one.school !== null)!
    const reply = { unitId: marked.school!.id, state: 'asked', outcome: null, overdueDays: null } as const
    room.replies.push(
      { ...reply, signalId: 1, source: 'official', position: marked.position, reply: 'ждём ответа' },
      { ...reply, signalId: 2, source: 'official', position: marked.position + 1, reply: 'другой работы' },
      { ...reply, signalId: 3, source: 'own', position: marked.position + 1, reply: 'снято' },
    )
    const [found] = await rows(room.analyst, `sign=official&set=${marked.position}&q=${marked.name}`)
    expect(found.replies.map(({ signalId, reply }) => [signalId, reply])).toEqual([
      [1, 'ждём ответа'],
      [3, 'снято'],
    ])
    const { body } = await get(room.analyst, `/schools/export.xlsx?set=${marked.position}&q=${marked.name}`)
    const [, table] = await sheets(body)
    expect(table[1].at(-1)).toBe('ждём ответа; снято')
    room.replies.length = 0
  })

  it('counts no signs of a territory without how their replies stand', async () => {
    const { items } = (await get(room.analyst, '/index')).body as {
      items: { unit: { id: number }; year: number; marked: number; replies: string | null }[]
    }
    const line = items.find(({ unit }) => unit.id === here)!
    room.alike.push(
      { above: [1, here], year: line.year, source: 'official', text: 'ждём пояснения', count: 2 },
      { above: [1, here], year: line.year, source: 'official', text: 'снято', count: 1 },
      { above: [1, here], year: line.year - 1, source: 'official', text: 'снято', count: 5 },
      { above: [1, elsewhere], year: line.year, source: 'own', text: 'ждём пояснения', count: 7 },
    )
    const index = async (who: Scope) =>
      (await get(who, '/index')).body.items.find(
        (one: typeof line) => one.unit.id === here && one.year === line.year,
      )
    const words = 'ждём пояснения: 2; снято: 1'
    expect((await index(room.analyst)).replies).toBe(words)
    expect((await get(room.analyst, '/scope')).body.replies).toBe('ждём пояснения: 9; снято: 6')
    const [, table] = await sheets((await get(room.analyst, '/index/export.xlsx')).body)
    expect(table.find(row => row.includes(words))?.at(-1)).toBe(words)
    // A school sees its own signs alone, so nothing is said of its municipality's.
    expect((await index(head))?.replies ?? null).toBeNull()
    room.alike.length = 0
  })

  it('is exported as it is listed, with what it was chosen by', async () => {
    const own = await rows(municipality, 'sign=any')
    const [parameters, table] = await sheets((await get(municipality, '/schools/export.xlsx?sign=any')).body)
    expect(table.length - 1).toBe(own.length)
    expect(Object.fromEntries(parameters.slice(1))).toMatchObject({
      'Строк выбрано': own.length,
      'Строк записано': own.length,
      Анализ: 'Анализ весны',
      Признак: 'любой',
    })
    const [, index] = await sheets((await get(municipality, '/index/export.xlsx')).body)
    expect(index.length - 1).toBe((await get(municipality, '/index')).body.items.length)
  })

  it('is compared with another: settings, files, sets, schools', async () => {
    const { body } = await room.call(room.analyst, 'GET', `/api/runs/options?campaign=${room.campaignId}`)
    const fewer = body.batches.filter(({ set }: { set: string }) => !set.includes('2022'))
    expect(body.settings).toEqual({ notAttempted: 'zero', notTaught: 'leave-maximum', budget: 5 })
    later = await room.start({
      title: 'Только 2021',
      batches: fewer.map((batch: { id: number }) => batch.id),
      settings: { notAttempted: 'missing', notTaught: 'leave-maximum', budget: 0 },
    })
    await room.ended(later)
    const compare = (who: Scope, query = `before=${id}&after=${later}`) =>
      room.call(who, 'GET', `/api/runs/compare?${query}`)
    const { body: found } = await compare(room.analyst)
    expect(found.settings.map(({ label }: { label: string }) => label)).toEqual(
      expect.arrayContaining(['«X» (не приступал)', 'ложных сигналов на 100 добросовестных школ, не больше']),
    )
    expect(found.files).toMatchObject({ both: 4, onlyAfter: [] })
    expect(found.files.onlyBefore).toHaveLength(4)
    expect(found.sets.both).toHaveLength(4)
    expect(found.sets.onlyBefore).toHaveLength(4)
    expect(found.counts).toMatchObject({ newlyFlagged: 0, measured: 0, moved: 0 })
    expect(found.counts.noLongerFlagged).toBe((await get(room.analyst, '/scope')).body.flagged)
    const [marked] = found.schools.filter(
      ({ noLongerMarked }: { noLongerMarked: string[] }) => noLongerMarked.length,
    )
    expect(marked.noLongerMarked.every((set: string) => set.includes('2022'))).toBe(true)
    // A question put of the earlier run goes on beside the draft; what gave way is told once.
    const known = found.schools.find(({ school }: Row) => school !== null)
    const sign = {
      unitId: known.school.id,
      source: 'own',
      position: 0,
      outcome: null,
      overdueDays: null,
    } as const
    const repliesTo = async (
      ...states: (readonly [runId: number, state: 'asked' | 'open' | 'superseded'])[]
    ) => {
      room.replies.length = 0
      for (const [runId, state] of states)
        room.replies.push({ ...sign, signalId: runId, runId, state, reply: `${state} ${runId}` })
      const { body } = await compare(room.analyst)
      return body.schools.find(({ key }: { key: string }) => key === known.key).replies
    }
    const asked = `Собственный признак — asked ${id} (по прежнему анализу)`
    const open = `Собственный признак — open ${later}`
    expect(await repliesTo([id, 'asked'])).toEqual([asked])
    expect(await repliesTo([id, 'asked'], [later, 'open'])).toEqual([open, asked])
    expect(await repliesTo([id, 'superseded'], [later, 'open'])).toEqual([open])
    room.replies.length = 0
    // The same run twice differs in nothing.
    expect((await compare(room.analyst, `before=${id}&after=${id}`)).body).toMatchObject({
      settings: [],
      schools: [],
      counts: { newlyMarked: 0, noLongerMarked: 0, moved: 0 },
    })
    // A draft is no more seen here than elsewhere.
    expect((await compare(municipality)).status).toBe(404)
    const xlsx = await room.call(
      room.analyst,
      'GET',
      `/api/runs/compare/export.xlsx?before=${id}&after=${later}`,
    )
    const [, table] = await sheets(xlsx.body)
    expect(table.length - 1).toBe((await get(room.analyst, '/scope')).body.schools)
  }, 120_000)

  it('gives way to a later one of its campaign, and never the other way round', async () => {
    const third = await room.start({
      title: 'Третий',
      settings: { notAttempted: 'zero', notTaught: 'zero', budget: 0 },
    })
    await room.ended(third)
    const { body } = await room.call(room.analyst, 'GET', `/api/runs/${third}`)
    expect((await room.call(room.analyst, 'GET', `/api/runs/${third}/publication`)).body.supersedes).toEqual([
      { id, title: 'Анализ весны' },
    ])
    await room.call(room.analyst, 'POST', `/api/runs/${third}/publish`, { version: body.version })
    expect((await get(municipality, '')).body).toMatchObject({ supersededBy: { id: third, title: 'Третий' } })
    const draft = (await room.call(room.analyst, 'GET', `/api/runs/${later}`)).body
    const refused = await room.call(room.analyst, 'POST', `/api/runs/${later}/publish`, {
      version: draft.version,
    })
    expect(refused).toMatchObject({ status: 409, body: { code: 'run-older-than-published' } })
    expect(
      (await room.call(municipality, 'GET', '/api/runs')).body.items.map((run: { id: number }) => run.id),
    ).toEqual([third, id])
    expect((await room.call(room.analyst, 'GET', '/api/runs?limit=2')).body).toMatchObject({
      items: [{ id: third }, { id: later }],
      next: String(later),
    })
  }, 120_000)

  it('defines every method it used', async () => {
    const { body } = await room.call(head, 'GET', '/api/definitions')
    expect(body.items.length).toBeGreaterThan(8)
    expect(
      body.items.every(({ text, sources }: { text: string; sources: string[] }) => text && sources.length),
    ).toBe(true)
    expect(body.channels).toHaveLength(12)
  })
})

async function sheets(content: Buffer): Promise<Cell[][][]> {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-sheets-'))
  try {
    const path = join(folder, 'list.xlsx')
    writeFileSync(path, content)
    const workbook = await openWorkbook(path)
    const all: Cell[][][] = []
    for (const name of workbook.sheetNames) {
      const rows: Cell[][] = []
      await workbook.readSheet(name, (_, cells) => {
        rows.push([...cells])
        return undefined
      })
      all.push(rows)
    }
    workbook.close()
    return all
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
