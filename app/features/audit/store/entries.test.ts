import { beforeAll, expect, it } from 'vitest'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Database, Scope } from '../../../platform/database/index.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import { describeEntries } from '../describe-entries.ts'
import { readAuditTable } from '../export-entries.ts'
import { listFolded } from '../fold-entries.ts'
import type { AuditFilters } from './choose-entries.ts'
import { listEntries, type Page } from './list-entries.ts'

const region: Scope = {
  accountId: 'p1',
  role: 'administrator',
  grantId: 1,
  unitPath: '1.',
  requestId: 'AB23CD',
}
const people = async () => new Map([['p1', 'Мария Петрова']])

forEachDatabase('the log', open => {
  let database: Database
  let west: number
  let east: number
  beforeAll(async () => {
    database = await open()
    const add = (name: string) =>
      database.as(region, async tx => {
        const values = { parent_id: 1, kind: 'municipality', name } as const
        return (await tx.insertInto('unit').values(values).returning('id').executeTakeFirstOrThrow()).id
      })
    west = await add('Западный район')
    east = await add('Восточный район')
    for (let step = 1; step <= 7; step++)
      await database.as({ ...region, accountId: step % 2 ? 'p1' : 'p2' }, async tx => {
        await nameAct(tx, 'unit.renamed', `приказ № ${step}`)
        const id = step <= 4 ? west : east
        await tx
          .updateTable('unit')
          .set({ name: `Район ${step}` })
          .where('id', '=', id)
          .execute()
      })
  })

  const read = (filters: AuditFilters & Page, scope = region) =>
    database.as(scope, tx => listEntries(tx, () => true, filters))
  const steps = async (filters: AuditFilters & Page, scope = region) =>
    (await read({ action: 'unit.renamed', ...filters }, scope)).rows.map(({ after }) => after?.name)

  it('is filtered by who, unit, act and day, the latest first', async () => {
    expect(await steps({ who: 'p2' })).toEqual(['Район 6', 'Район 4', 'Район 2'])
    expect(await steps({ unit: east })).toEqual(['Район 7', 'Район 6', 'Район 5'])
    expect(await steps({ role: 'head' })).toEqual([])
    const today = new Date()
    const day = (shift: number) => {
      const at = new Date(today.getFullYear(), today.getMonth(), today.getDate() + shift, 12)
      return at.toISOString().slice(0, 10)
    }
    expect(await steps({ from: day(0), to: day(0) })).toHaveLength(7)
    expect(await steps({ from: day(1) })).toEqual([])
    expect(await steps({ to: day(-1) })).toEqual([])
  })

  it('is read page by page without a line lost or repeated, while new ones are written', async () => {
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const { rows, next } = await read({ limit: 2, cursor, subject: 'unit' })
      seen.push(...rows.map(({ id }) => id))
      cursor = next ?? undefined
      await database.as(region, tx =>
        tx
          .updateTable('unit')
          .set({ code: String(seen.length) })
          .where('id', '=', 1)
          .execute(),
      )
    } while (cursor)
    expect(seen).toHaveLength(9)
    expect(seen).toEqual([...seen].sort((a, b) => b - a))
    await expect(read({ cursor: "1' or '1" })).rejects.toThrow('cursor-unreadable')
  })

  it('of a municipality tells it nothing of its neighbour', async () => {
    const scope = { ...region, unitPath: `1.${west}.` }
    expect(await steps({}, scope)).toEqual(['Район 4', 'Район 3', 'Район 2', 'Район 1'])
    await expect(steps({ unit: east }, scope)).rejects.toThrow('not-found')
    expect((await read({ subject: 'unit', subjectId: String(east) }, scope)).rows).toEqual([])
  })

  it('is told in sentences with names', async () => {
    const [last, before] = await database.as(region, async tx =>
      describeEntries(tx, 'ru', (await listEntries(tx, () => true, { action: 'unit.renamed' })).rows, people),
    )
    expect(last).toMatchObject({
      who: 'Мария Петрова',
      reason: 'приказ № 7',
      requestId: 'AB23CD',
      unit: { id: east, name: 'Район 7' },
      sentence: 'Переименование. Название: «Район 6» → «Район 7».',
    })
    expect(before.who).toBe('p2')
  })

  it('takes one line for an act over many units that says the same of each, and the export keeps them all', async () => {
    const all = { ...region, requestId: 'MANY22' }
    await database.as(all, async tx => {
      await nameAct(tx, 'unit.edited')
      for (let school = 1; school <= 60; school++)
        await tx
          .insertInto('unit')
          .values({ parent_id: west, kind: 'school', name: 'Новая школа', tags: ['общая'] })
          .execute()
      await tx
        .updateTable('unit')
        .set({ tags: ['проверка'] })
        .where('name', '=', 'Новая школа')
        .execute()
    })
    const { items, next } = await database.as(region, tx =>
      listFolded(tx, () => true, 'ru', { action: 'unit.edited', limit: 10 }, people),
    )
    expect([items.map(({ folded }) => folded?.words), next]).toEqual([['60 школ', '60 школ'], null])
    expect(items[0].folded?.units).toHaveLength(60)
    // A job has no request: its lines belong together while they stand close.
    const { requestId: _, ...job } = region
    await database.as(job, async tx => {
      await nameAct(tx, 'unit.reopened')
      await tx
        .updateTable('unit')
        .set({ tags: ['снова'] })
        .where('name', '=', 'Новая школа')
        .execute()
    })
    const ofJob = await database.as(region, tx =>
      listFolded(tx, () => true, 'ru', { action: 'unit.reopened' }, people),
    )
    expect(ofJob.items.map(({ folded }) => folded?.words)).toEqual(['60 школ'])
    const { selected } = await database.as(region, tx =>
      readAuditTable(tx, 'ru', () => true, { action: 'unit.edited' }, people),
    )
    expect(selected).toBe(120)
  })

  it('is exported whole, and the reading is itself a line of it', async () => {
    const { rows, selected } = await database.as(region, tx =>
      readAuditTable(tx, 'ru', () => true, { action: 'unit.renamed' }, people),
    )
    expect([rows.length, selected]).toEqual([7, 7])
    const [line] = (await read({ subject: 'audit' })).rows
    expect(line).toMatchObject({ action: 'read', after: { rows: 7, action: 'unit.renamed' } })
  })
})
