import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCsv } from '../../../documents/csv/index.ts'
import { openWorkbook } from '../../../documents/spreadsheet/index.ts'
import type { Cell } from '../../../documents/spreadsheet/types.ts'
import type { Database, Tx } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { closeUnit } from '../store/close-unit.ts'
import { createUnit } from '../store/create-unit.ts'
import { editUnit } from '../store/edit-unit.ts'
import { getUnitPage } from '../store/get-unit-page.ts'
import { mergeUnit } from '../store/merge-unit.ts'
import { renameUnit } from '../store/rename-unit.ts'
import {
  plantSmallTerritory,
  type SmallTerritory,
  scopeOf,
  TODAY,
  wholeRegion,
} from '../testing/small-territory.ts'
import { checkImport } from './check-import.ts'
import { commitImport } from './commit-import.ts'
import { readMunicipalityTable } from './export-municipalities.ts'
import { readRegistryTable, registryCsv, writeRegistryWorkbook } from './export-registry.ts'
import { getImport, listImports } from './read-imports.ts'
import { readRegistryFile } from './read-registry-file.ts'
import { undoImport } from './undo-import.ts'

const HEADER = [
  'Логин ОО',
  'Наименование ОО',
  'Код муниципалитета',
  'Муниципалитет',
  'Тип населённого пункта',
]
const NOW = new Date('2026-11-22T09:00:00Z')
const realRegistry = join(import.meta.dirname, '../../../../../shared/real-region/school-registry.xlsx')

forEachDatabase('the registry', open => {
  let database: Database
  let at: SmallTerritory
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'registry-'))
    database = await open()
    at = await plantSmallTerritory(database)
  })
  afterAll(() => rm(folder, { recursive: true }))

  const region = <T>(work: (tx: Tx) => Promise<T>, on = database) => on.as(wholeRegion, work)

  async function check(
    rows: readonly (readonly Cell[])[],
    header: readonly Cell[] = HEADER,
  ): Promise<number> {
    const path = join(folder, 'upload')
    await writeFile(path, writeCsv([header, ...rows]))
    return checkFile(path)
  }

  async function checkFile(path: string, on = database): Promise<number> {
    const file = await readRegistryFile(path, 'реестр')
    return region(tx => checkImport(tx, file, { accountId: 'p1', today: TODAY }), on)
  }

  const commit = (id: number, options: Partial<Parameters<typeof commitImport>[2]> = {}) =>
    region(tx => commitImport(tx, id, { missing: 'leave', today: TODAY, ...options }))
  const undo = (id: number) => region(tx => undoImport(tx, id, { now: NOW }))
  const stored = (id: number) => region(tx => getImport(tx, id))

  async function problemsOf(work: Promise<unknown>) {
    const error = await work.then(
      () => null,
      (reason: unknown) => reason,
    )
    if (!(error instanceof ProblemError)) throw error ?? new Error('was not refused')
    return error.problems
  }

  /** The territory as anybody could tell it: everything but versions, and what is withdrawn. */
  async function territory(on = database) {
    return region(async tx => {
      const { rows } = await sql<Record<string, unknown>>`
        select to_jsonb(u) - 'version' as unit,
          (select jsonb_agg(jsonb_build_array(a.kind, a.value, a.valid_to) order by a.kind, a.value)
            from unit_alias a where a.unit_id = u.id) as aliases
        from unit u where u.withdrawn_at is null order by u.id`.execute(tx)
      return rows
    }, on)
  }

  const west = ['reg99_m001', 'Западный район']
  const east = ['reg99_m002', 'Восточный район']
  const same = [
    ['sch990002', 'Школа № 2', ...west, 'село'],
    ['sch990010', 'Школа № 10', ...west, 'село'],
    ['edu990003', 'Лицей «Ёлка»', ...west, 'село'],
    ['sch990001', 'Школа № 1', ...east, 'село'],
  ]

  it('checked changes nothing, carried out changes everything at once, undone is as if it had not been', async () => {
    const before = await territory()
    const id = await check([
      ['edu990002', 'Гимназия № 2', ...east, 'село'],
      ['sch990010', 'Школа № 10', ...west, 'город'],
      ['sch990001', 'Школа № 1', ...east, 'село'],
      ['sch990005', 'Школа № 5', 'reg99_m003', 'Северный район', 'село'],
    ])
    expect(await territory()).toEqual(before)
    const { plan, problems } = await stored(id)
    expect(problems).toEqual([])
    expect([plan.newSchools.length, plan.changed.length, plan.missing.length, plan.unchanged]).toEqual([
      1, 2, 1, 1,
    ])

    await commit(id, { missing: 'close', lastDay: '2026-11-21' })
    const gymnasium = await region(tx => getUnitPage(tx, at.second, TODAY))
    expect(gymnasium).toMatchObject({ name: 'Гимназия № 2', login: 'edu990002', logins: ['sch990002'] })
    expect(gymnasium.formerNames).toEqual([{ name: 'Школа № 2', until: '2026-11-21' }])
    expect(gymnasium.municipality?.id).toBe(at.east)
    expect((await region(tx => getUnitPage(tx, at.lyceum, TODAY))).state.kind).toBe('closed')

    await undo(id)
    expect(await territory()).toEqual(before)
    expect((await stored(id)).state).toBe('undone')
    expect((await problemsOf(undo(id)))[0]).toMatchObject({ code: 'registry-not-committed' })
    expect((await problemsOf(commit(id)))[0]).toMatchObject({
      code: 'registry-not-checked',
      params: { state: 'undone' },
    })
  })

  it('any registry carried out and undone leaves the territory as it was', async () => {
    const row = fc.record({
      digits: fc.constantFrom('990001', '990002', '990003', '990010', '990020', '990021', '990022'),
      prefix: fc.constantFrom('sch', 'edu'),
      name: fc.constantFrom('Школа № 2', 'Школа № 10', 'Гимназия', '=1+1', '<b>Школа</b>'),
      place: fc.constantFrom(west, east, ['reg99_m005', 'Южный район']),
      locality: fc.constantFrom('село', 'город', null),
      validTo: fc.constantFrom(null, '31.08.2026'),
    })
    const rows = fc.uniqueArray(row, { selector: ({ digits }) => digits, minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('leave' as const, 'close' as const), async (wanted, missing) => {
        const before = await territory()
        const id = await check(
          wanted.map(one => [one.prefix + one.digits, one.name, ...one.place, one.locality, one.validTo]),
          [...HEADER, 'Действует по'],
        )
        expect((await stored(id)).problems).toEqual([])
        try {
          await commit(id, { missing, lastDay: '2026-11-21' })
        } catch (error) {
          // The one refusal that a registry without faults can meet.
          expect((error as ProblemError).problems[0].code).toBe('registry-nothing-to-do')
          return
        }
        const again = await check(
          wanted.map(one => [one.prefix + one.digits, one.name, ...one.place, one.locality, one.validTo]),
          [...HEADER, 'Действует по'],
        )
        const { plan, sameFileAs } = await stored(again)
        expect([plan.newSchools, plan.changed, plan.newMunicipalities]).toEqual([[], [], []])
        expect(sameFileAs?.id).toBe(id)
        await undo(id)
        expect(await territory()).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })

  it('in which two schools exchange their examination codes is carried out and undone', async () => {
    const header = [...HEADER, 'Код ОГЭ']
    const rows = (first: string, second: string) => [
      [...same[0], first],
      [...same[1], second],
    ]
    const codes = () =>
      region(async tx => {
        const found = await tx
          .selectFrom('unit')
          .select('oge_code')
          .where('id', 'in', [at.second, at.tenth])
          .orderBy('id')
          .execute()
        return found.map(({ oge_code }) => oge_code)
      })
    await commit(await check(rows('0071', '0072'), header))
    const exchanged = await check(rows('72', '71'), header)
    await commit(exchanged)
    expect(await codes()).toEqual(['72', '71'])
    await undo(exchanged)
    expect(await codes()).toEqual(['0071', '0072'])
  })

  it('which would give or return a code that another school has got meanwhile says so, with both names', async () => {
    const header = [...HEADER, 'Код ЕГЭ']
    const give = ([...row]: readonly Cell[], code: string) => check([[...row, code]], header)
    const [tenth, lyceum] = [same[1], same[2]]
    const former = await give(tenth, '0080')
    await commit(former)
    const [first, second] = [await give(tenth, '0090'), await give(lyceum, '90')]
    await commit(first)
    expect(await problemsOf(commit(second))).toEqual([
      {
        code: 'registry-code-taken-since',
        params: { exam: 'ege', code: '90', name: 'Лицей «Ёлка»', bearer: 'Школа № 10' },
      },
    ])
    expect((await stored(second)).state).toBe('checked')

    await commit(await give(lyceum, '80'))
    expect(await problemsOf(undo(first))).toEqual([
      {
        code: 'registry-undo-code-taken',
        params: { exam: 'ege', code: '0080', name: 'Школа № 10', bearer: 'Лицей «Ёлка»' },
      },
    ])

    // Of two at one moment one is carried out, and the other hears the same.
    const both = [await give(tenth, '95'), await give(lyceum, '0095')].map(id => commit(id))
    const ended = await Promise.allSettled(both)
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both[ended.findIndex(({ status }) => status === 'rejected')]
    expect((await problemsOf(refused)).map(({ code }) => code)).toEqual(['registry-code-taken-since'])
  })

  it('with faults is kept with all of them and cannot be carried out', async () => {
    const id = await check([
      ['школа', 'Школа № 2', ...west],
      ['sch990002', 'Школа № 2', null, 'Нигдешний район'],
    ])
    const { problems, plan } = await stored(id)
    // As many as the file has, though one of them could not be read.
    expect(plan.rows).toBe(2)
    expect(problems.map(({ code, place }) => [code, place?.file, place?.row])).toEqual([
      ['registry-bad-login', 'реестр', 2],
      ['registry-municipality-unknown', 'реестр', 3],
    ])
    expect((await problemsOf(commit(id)))[0]).toMatchObject({
      code: 'registry-has-problems',
      params: { count: 2 },
    })
    expect((await stored(id)).state).toBe('checked')
  })

  it('that is no registry is refused in the same table', async () => {
    const path = join(folder, 'broken')
    await writeFile(path, Buffer.from('PK\x03\x04\x00 not a workbook'))
    const broken = await stored(await checkFile(path))
    expect(broken.problems.length).toBeGreaterThan(0)
    expect(broken.problems[0].place?.file).toBe('реестр')
    await writeFile(path, '')
    expect((await stored(await checkFile(path))).problems[0].code).toBe('file-empty')
    const spoilt = 'Логин ОО;Наименование ОО\nsch990002;Школа\0 № 2\nsch990010;Школа\nsch990003;\0\0\n'
    await writeFile(path, spoilt)
    expect((await stored(await checkFile(path))).problems).toEqual([
      { code: 'csv-nul', place: { file: 'реестр', row: 2 } },
      { code: 'csv-nul', place: { file: 'реестр', row: 4 } },
    ])
    await writeFile(path, Buffer.from('\ufeffЛогин ОО\tНаименование ОО\n', 'utf16le'))
    expect((await stored(await checkFile(path))).problems[0].code).toBe('csv-utf16')
    await writeFile(path, 'просто текст')
    expect((await stored(await checkFile(path))).problems[0].code).toBe('registry-without-logins')
  })

  it('checked before another person’s change is not carried out over it', async () => {
    const id = await check([['sch990010', 'Школа № 10', ...west, 'город']])
    await region(async tx => {
      const { version } = await getUnitPage(tx, at.tenth, TODAY)
      await editUnit(tx, at.tenth, { version, locality: 'посёлок' })
    })
    expect(await problemsOf(commit(id))).toEqual([
      { code: 'registry-plan-stale', params: { name: 'Школа № 10' } },
    ])
    const fresh = await check([['sch990077', 'Школа № 77', ...west, 'село']])
    await region(tx =>
      createUnit(tx, { kind: 'school', parentId: at.west, name: 'Другая', login: 'edu990077' }),
    )
    expect(await problemsOf(commit(fresh))).toEqual([
      { code: 'registry-plan-stale', params: { name: 'Другая' } },
    ])
  })

  it('pressed twice is carried out once', async () => {
    const id = await check([['sch990078', 'Школа № 78', ...west, 'село']])
    const results = await Promise.allSettled([commit(id), commit(id)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await undo(id)
  })

  it('is not undone over what was changed afterwards: told unit by unit', async () => {
    const id = await check([
      ['sch990081', 'Школа № 81', ...west, 'село'],
      ['sch990082', 'Школа № 82', 'reg99_m008', 'Новый район', 'село'],
      ['sch990010', 'Школа № 10', ...west, 'город'],
    ])
    await commit(id)
    const idOf = (name: string) =>
      region(tx => tx.selectFrom('unit').selectAll().where('name', '=', name).executeTakeFirstOrThrow())
    const { id: created, version } = await idOf('Школа № 81')
    await region(tx =>
      renameUnit(tx, created, { version, name: 'Школа № 81 новая', from: TODAY, today: TODAY }),
    )
    const fresh = await idOf('Новый район')
    const below = await region(tx =>
      createUnit(tx, { kind: 'school', parentId: fresh.id, name: 'Ещё', login: 'sch990083' }),
    )
    const after = await territory()
    const problems = await problemsOf(undo(id))
    expect(problems.map(({ code, params }) => [code, params?.name])).toEqual([
      ['registry-undo-changed', 'Школа № 81 новая'],
      ['registry-undo-has-children', 'Новый район'],
    ])
    expect(await territory()).toEqual(after)
    expect((await stored(id)).state).toBe('committed')
    expect(below).toBeGreaterThan(0)
  })

  it('is seen by nobody outside the unit that loaded it', async () => {
    const list = await database.as(scopeOf(`1.${at.west}.`), tx => listImports(tx, {}))
    expect(list.items).toEqual([])
    expect((await region(tx => listImports(tx, { limit: 1 }))).next).not.toBeNull()
  })

  describe('exported', () => {
    const table = (scope = wholeRegion) =>
      database.as(scope, tx => readRegistryTable(tx, { today: TODAY, locale: 'ru', state: 'all' }))

    it('comes back as no change at all, merged, closed and hostile names included', async () => {
      await region(async tx => {
        const name = '=HYPERLINK("http://example.org";"<script>")'
        await createUnit(tx, {
          kind: 'school',
          parentId: at.east,
          name,
          login: 'sch990091',
          tags: ['-сельская', '+1'],
        })
        const version = async (id: number) => (await getUnitPage(tx, id, TODAY)).version
        const lastDay = '2026-08-31'
        await closeUnit(tx, at.eastern, { version: await version(at.eastern), lastDay })
        await mergeUnit(tx, at.lyceum, { version: await version(at.lyceum), into: at.second, lastDay })
      })
      const xlsx = join(folder, 'export.xlsx')
      await writeRegistryWorkbook(xlsx, await table())
      const csv = join(folder, 'export.csv')
      await writeFile(csv, registryCsv(await table()))
      for (const path of [xlsx, csv]) {
        const { plan, problems, remarks } = await stored(await checkFile(path))
        expect(problems).toEqual([])
        expect(remarks.filter(({ code }) => code === 'registry-column-unknown')).toEqual([])
        expect([plan.newSchools, plan.changed, plan.missing]).toEqual([[], [], []])
        expect(plan.unchanged).toBe(plan.rows)
      }
    })

    it('has no live formula, and the rows that were selected', async () => {
      const xlsx = join(folder, 'formulas.xlsx')
      const { rows, selected } = await table()
      expect(rows).toHaveLength(selected)
      await writeRegistryWorkbook(xlsx, { ...(await table()) })
      const workbook = await openWorkbook(xlsx)
      const names: Cell[] = []
      const { cachedFormulas } = await workbook.readSheet(
        'Реестр школ',
        (_, cells) => void names.push(cells[1]),
      )
      workbook.close()
      expect(cachedFormulas).toBe(0)
      expect(names).toContain('=HYPERLINK("http://example.org";"<script>")')
      expect(registryCsv(await table())).not.toMatch(/(^|;|\n)"?=/)
      const short = { ...(await table()), selected: selected + 1 }
      expect(() => registryCsv(short)).toThrow(ProblemError)
    })

    it('of municipalities holds municipalities, with how many schools each has', async () => {
      const { headers, rows, selected } = await region(tx =>
        readMunicipalityTable(tx, { today: TODAY, locale: 'ru' }),
      )
      expect(headers.slice(0, 4)).toEqual(['Код', 'Название', 'Краткое название', 'Школ'])
      expect(rows).toHaveLength(selected)
      const west = rows.find(([, name]) => name === 'Западный район')
      const { below } = await region(tx => getUnitPage(tx, at.west, TODAY))
      expect(west?.slice(0, 4)).toEqual(['reg99_m001', 'Западный район', null, below[0].count])
    })

    it('holds a municipality’s own schools alone, and is written into its log', async () => {
      const { rows } = await table(scopeOf(`1.${at.west}.`, 'municipality'))
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.every(row => row[4] === 'Западный район')).toBe(true)
      const [line] = await region(tx =>
        tx
          .selectFrom('audit')
          .selectAll()
          .where('action', '=', 'read')
          .where('unit_id', '=', at.west)
          .where('subject', '=', 'registry')
          .execute(),
      )
      expect(line).toMatchObject({ role: 'municipality', after: { rows: rows.length } })
    })
  })

  it.skipIf(!existsSync(realRegistry))(
    'of the real region loads whole and comes back (skipped where ../shared is absent)',
    async () => {
      const fresh = await open()
      const before = await territory(fresh)
      const id = await checkFile(realRegistry, fresh)
      const { plan, problems } = await region(tx => getImport(tx, id), fresh)
      expect(problems).toEqual([])
      expect([plan.rows, plan.newSchools.length]).toEqual([639, 639])
      await region(tx => commitImport(tx, id, { missing: 'leave', today: TODAY }), fresh)
      const table = await region(tx => readRegistryTable(tx, { today: TODAY, locale: 'ru' }), fresh)
      expect(table.selected).toBe(639)
      const path = join(folder, 'real.xlsx')
      await writeRegistryWorkbook(path, table)
      const again = await region(
        async tx =>
          getImport(
            tx,
            await checkImport(tx, await readRegistryFile(path, 'обратно'), { accountId: 'p1', today: TODAY }),
          ),
        fresh,
      )
      expect([again.problems, again.plan.unchanged]).toEqual([[], 639])
      const same = await region(tx => getImport(tx, id), fresh)
      expect(same.state).toBe('committed')
      expect(
        (
          await region(
            async tx =>
              getImport(
                tx,
                await checkImport(tx, await readRegistryFile(realRegistry, 'тот же'), {
                  accountId: 'p1',
                  today: TODAY,
                }),
              ),
            fresh,
          )
        ).sameFileAs?.id,
      ).toBe(id)
      await region(tx => undoImport(tx, id, { now: NOW }), fresh)
      expect(await territory(fresh)).toEqual(before)
    },
  )

  it('of the same territory says there is nothing to do', async () => {
    const fresh = await open()
    await plantSmallTerritory(fresh)
    const path = join(folder, 'same')
    await writeFile(path, writeCsv([HEADER, ...same]))
    const id = await checkFile(path, fresh)
    expect(
      await problemsOf(region(tx => commitImport(tx, id, { missing: 'leave', today: TODAY }), fresh)),
    ).toEqual([{ code: 'registry-nothing-to-do' }])
  })
})
