import { type RawBuilder, sql } from 'kysely'
import { executePrepared, type Tx } from '../../../platform/database/index.ts'
import { rowId } from '../../../platform/http/row-id.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { LocalDate } from '../tables.ts'
import { chooseUnits, type UnitFilters } from './choose-units.ts'
import { type ChosenUnits, describeUnits, type UnitSummary } from './describe-units.ts'

export type UnitSort = 'name' | 'login' | 'code' | 'validTo'

export interface ListOptions extends UnitFilters {
  readonly today: LocalDate
  readonly sort?: UnitSort | `-${UnitSort}` | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

export interface UnitList {
  readonly items: UnitSummary[]
  readonly next: string | null
  /** Only with the first page. */
  readonly total?: number
}

const DEFAULT_LIMIT = 50

/** What each sort orders by: never null, so that a page can go on after any row. */
const KEYS: Readonly<Record<UnitSort, (alias: string) => RawBuilder<string>>> = {
  name: alias => sql`${sql.ref(`${alias}.sort_key`)}`,
  login: alias => sql`coalesce(${sql.ref(`${alias}.digits`)}, '') collate "C"`,
  code: alias => sql`coalesce(${sql.ref(`${alias}.code`)}, '') collate "C"`,
  validTo: alias => sql`coalesce(${sql.ref(`${alias}.valid_to`)}::text, '') collate "C"`,
}

/** A page of units at the actor's own unit and below. The cursor names the last row seen, so new rows shift nothing. */
export async function listUnits(tx: Tx, options: ListOptions): Promise<UnitList> {
  const { sort = 'name', cursor, limit = DEFAULT_LIMIT, today } = options
  const descending = sort.startsWith('-')
  const key = KEYS[sort.replace('-', '') as UnitSort]
  const filtered = await chooseUnits(tx, options)
  const after = cursor === undefined ? null : readCursor(cursor, sort)

  let page: ChosenUnits = filtered.selectAll('unit')
  if (after) {
    const beyond = sql<boolean>`(${key('unit')}, unit.id) ${sql.raw(descending ? '<' : '>')} (${after.key}, ${after.id})`
    page = page.where(beyond)
  }
  const direction = descending ? 'desc' : 'asc'
  page = page
    .orderBy(key('unit'), direction)
    .orderBy('unit.id', direction)
    .limit(limit + 1)
  const items = await describeUnits(tx, page, {
    today,
    order: [
      { by: key('u'), descending },
      { by: sql`u.id`, descending },
    ],
  })
  const more = items.length > limit
  if (more) items.pop()
  if (after && !more) return { items, next: null }
  const last = more ? items[items.length - 1].id : null
  const counted = filtered.select(sql<number>`count(*)`.as('total'))
  const [{ total, lastKey }] = await executePrepared(
    tx,
    sql<{ total: number; lastKey: string }>`select ${after ? sql`null` : sql`(${counted})`} as total,
      (select ${key('unit')} from unit where unit.id = ${last}) as "lastKey"`,
  )
  return {
    items,
    next: last === null ? null : writeCursor(sort, lastKey, last),
    ...(after ? {} : { total }),
  }
}

function writeCursor(sort: string, key: string, id: number): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url')
}

function readCursor(cursor: string, sort: string): { key: string; id: number } {
  try {
    const [of, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (of === sort && typeof key === 'string' && !key.includes('\0') && rowId.safeParse(id).success)
      return { key, id }
  } catch {
    // Falls through: whatever is wrong with it, the remedy is the same.
  }
  throw new ProblemError({ code: 'cursor-unreadable' })
}
