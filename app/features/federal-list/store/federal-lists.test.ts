import { beforeAll, expect, it } from 'vitest'
import type { Database, Scope, Tx } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { FederalRow } from '../types.ts'
import { checkFederalFile } from './check-federal-file.ts'
import { acceptList, rejectList, undoList } from './decide-list.ts'
import { federalYearsOf } from './federal-years-of.ts'
import { loadedYears } from './known-lists.ts'
import { listSchools } from './list-schools.ts'
import { getList, listLists } from './read-lists.ts'

const NOW = new Date('2026-11-22T09:00:00Z')
const TODAY = '2026-11-22'
const REGION: Scope = { accountId: 'p-analyst', role: 'analyst', grantId: 1, unitPath: '1.' }

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ProblemError)) throw error ?? new Error('was not refused')
  return error.problems.map(({ code }) => code)
}

forEachDatabase('federal lists', open => {
  let database: Database
  let at: { west: string; first: number; second: number; eastern: number; firstPath: string }
  const region = <T>(work: (tx: Tx) => Promise<T>) => database.as(REGION, work)
  const scopeAt = (unitPath: string): Scope => ({ ...REGION, accountId: 'p2', role: 'head', unitPath })

  const row = (year: number | null, digits: string, ...markers: string[]): FederalRow => ({
    ...{ sheet: '', row: 2, year, login: `edu${digits}`, digits, municipality: '', school: '' },
    ...{ markers, count: null },
  })
  const check = (rows: FederalRow[], year: number | null = null, name = 'перечень.csv') =>
    region(tx => checkFederalFile(tx, { name, sha256: 'a'.repeat(64), rows, problems: [] }, year))
  const accept = (id: number) => region(tx => acceptList(tx, id, NOW))
  const names = async (options: Parameters<typeof listSchools>[1] = {}, scope = REGION) =>
    (await database.as(scope, tx => listSchools(tx, options, TODAY))).schools.map(
      ({ school, running }) => `${school.name}: ${running}`,
    )

  beforeAll(async () => {
    database = await open()
    at = await database.asSystem('system:test', async tx => {
      const unit = (
        parent_id: number,
        kind: 'municipality' | 'school',
        name: string,
        digits: string | null,
      ) =>
        tx
          .insertInto('unit')
          .values({ parent_id, kind, name, digits, login: digits && `edu${digits}` })
          .returning(['id', 'path'])
          .executeTakeFirstOrThrow()
      const west = await unit(1, 'municipality', 'Западный район', null)
      const east = await unit(1, 'municipality', 'Восточный район', null)
      const first = await unit(west.id, 'school', 'Школа № 10', '990010')
      return {
        west: west.path,
        first: first.id,
        firstPath: first.path,
        second: (await unit(west.id, 'school', 'Школа № 2', '990002')).id,
        eastern: (await unit(east.id, 'school', 'Школа № 1', '990001')).id,
      }
    })
  })

  it('a checked list counts for nothing until it is accepted; then for everything it names', async () => {
    const id = await check([
      row(2020, '990010', '4 РУ'),
      row(2021, '990010', '5 МА'),
      row(2021, '990001', '4 МА'),
    ])
    expect(await region(loadedYears)).toEqual([])
    await accept(id)
    expect(await region(loadedYears)).toEqual([2020, 2021])
    expect(await names()).toEqual(['Школа № 1: 1', 'Школа № 10: 2'])
    expect(await names({ year: 2020 })).toEqual(['Школа № 10: 1'])
    expect(await names({ under: at.eastern })).toEqual(['Школа № 1: 1'])
    expect(await names({ running: 2 })).toEqual(['Школа № 10: 2'])
    expect(await codesOf(accept(id))).toEqual(['federal-list-stands'])
    expect((await region(tx => getList(tx, id))).state).toBe('accepted')
  })

  it('each level sees its own schools, and everybody which years there are', async () => {
    const west = scopeAt(at.west)
    expect(await names({}, west)).toEqual(['Школа № 10: 2'])
    expect(await names({}, scopeAt(at.firstPath))).toEqual(['Школа № 10: 2'])
    expect(await codesOf(names({ under: at.eastern }, west))).toEqual(['not-found'])
    expect(await database.as(west, tx => listLists(tx, { limit: 10 }))).toEqual({ items: [], next: null })
    expect(await codesOf(database.as(west, tx => getList(tx, 1)))).toEqual(['not-found'])
    expect(await codesOf(database.as(west, tx => undoList(tx, 1, { reason: 'x', now: NOW })))).toEqual([
      'not-found',
    ])
    const years = await database.as(west, tx => federalYearsOf(tx, [at.first, at.second, at.eastern]))
    expect(years.get(at.first)).toEqual(
      new Map([
        [2020, ['4 РУ']],
        [2021, ['5 МА']],
      ]),
    )
    const none = new Map([
      [2020, []],
      [2021, []],
    ])
    // Named by the list of 2021, and not to be known in the west.
    expect([years.get(at.second), years.get(at.eastern)]).toEqual([none, none])
  })

  it('a year has one list: the second is told at once, and when both were checked before', async () => {
    const again = await check([row(2021, '990002', '4 РУ')])
    expect((await region(tx => getList(tx, again))).problems.map(({ code }) => code)).toEqual([
      'federal-year-loaded',
    ])
    expect(await codesOf(accept(again))).toEqual(['federal-has-problems'])
    const [mine, theirs] = [
      await check([row(2022, '990002', '4 РУ')]),
      await check([row(2022, '990001', '4 РУ')]),
    ]
    const results = await Promise.allSettled([accept(mine), accept(theirs)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await names({ year: 2022 })).toHaveLength(1)
    const lost = results[0].status === 'rejected' ? mine : theirs
    // It still waits, and says what has come in its way.
    expect(await region(tx => getList(tx, lost))).toMatchObject({
      state: 'checked',
      problems: [{ code: 'federal-year-loaded' }],
    })
  })

  it('a school that has left meanwhile is told when the list is accepted', async () => {
    const id = await check([row(2023, '990002', '4 РУ')])
    await database.asSystem('system:test', tx =>
      tx.updateTable('unit').set({ withdrawn_at: NOW }).where('id', '=', at.second).execute(),
    )
    expect(await codesOf(accept(id))).toEqual(['federal-login-unknown'])
    expect((await region(tx => getList(tx, id))).state).toBe('checked')
    await database.asSystem('system:test', tx =>
      tx.updateTable('unit').set({ withdrawn_at: null }).where('id', '=', at.second).execute(),
    )
    await region(tx => rejectList(tx, id, NOW))
    expect(await codesOf(accept(id))).toEqual(['federal-list-stands'])
  })

  it('an empty list of a year is a list: nobody is on it, and everybody knows', async () => {
    await accept(await check([], 2024))
    expect(await region(loadedYears)).toContain(2024)
    expect(await region(tx => listSchools(tx, {}, TODAY))).toEqual({ year: 2024, schools: [] })
  })

  it('an undone list no longer counts, stays in its record, and makes room for another', async () => {
    const [first] = (await region(tx => listLists(tx, { limit: 50 }))).items.toReversed()
    await region(tx => undoList(tx, first.id, { reason: 'прислан исправленный', now: NOW }))
    expect(await region(loadedYears)).not.toContain(2021)
    expect(await names({ year: 2021 })).toEqual([])
    expect(await region(tx => getList(tx, first.id))).toMatchObject({
      state: 'undone',
      reason: 'прислан исправленный',
      rows: 3,
    })
    await accept(await check([row(2021, '990002', '4 РУ')]))
    expect(await names({ year: 2021 })).toEqual(['Школа № 2: 1'])
    const { rows } = await database.ownerPool.query(
      "select distinct action from audit where subject = 'federal_list' and action like 'federal%' order by 1",
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'federal-list.accepted',
      'federal-list.rejected',
      'federal-list.undone',
    ])
  })
})
