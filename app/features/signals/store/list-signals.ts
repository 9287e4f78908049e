import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { readCursor, writeCursor } from '../../../platform/http/list-cursor.ts'
import { chooseSignals, type Reading, type SignalFilters } from './choose-signals.ts'
import { describeSignals, type SignalRow } from './describe-signals.ts'

export type SignalSort = 'place' | '-degree' | 'due' | '-changed'

export interface ListOptions extends SignalFilters {
  readonly sort?: SignalSort | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

export interface SignalPage {
  readonly items: SignalRow[]
  readonly next: string | null
  /** Only with the first page. */
  readonly total?: number
}

interface Order {
  /** Never null, so that a page can go on after any row; each has its index. */
  readonly key: RawBuilder<unknown>
  readonly type: RawBuilder<unknown>
  readonly descending: boolean
  /** How a key looks in a cursor. */
  readonly form: RegExp
}

const ORDERS: Readonly<Record<SignalSort, Order>> = {
  place: { key: sql`s.sort_key`, type: sql`text`, descending: false, form: /^[^\0]*$/ },
  '-degree': {
    key: sql`coalesce(s.degree, '-infinity')`,
    type: sql`double precision`,
    descending: true,
    form: /^-?(Infinity|\d+(\.\d+)?(e[-+]?\d+)?)$/,
  },
  due: {
    key: sql`coalesce(s.due_on, 'infinity')`,
    type: sql`date`,
    descending: false,
    form: /^(infinity|\d{4}-\d{2}-\d{2})$/,
  },
  '-changed': {
    key: sql`s.changed_at`,
    type: sql`timestamptz`,
    descending: true,
    form: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[-+]\d{2}(:\d{2})?$/,
  },
}

const DEFAULT_LIMIT = 50

/** A page of signals. The cursor names the last row seen, so that new signals shift nothing. */
export async function listSignals(tx: Tx, options: ListOptions, reading: Reading): Promise<SignalPage> {
  const { sort = 'place', cursor, limit = DEFAULT_LIMIT } = options
  const order = ORDERS[sort]
  const chosen = await chooseSignals(tx, options, reading)
  const after = cursor === undefined ? null : readCursor(cursor, sort, order.form)
  const beyond: RawBuilder<SqlBool> = after
    ? sql`(${order.key}, s.id) ${sql.raw(order.descending ? '<' : '>')} (${after.key}::${order.type}, ${after.id})`
    : sql`true`
  const items = await describeSignals(tx, {
    where: sql`${chosen} and ${beyond}`,
    key: order.key,
    descending: order.descending,
    limit: limit + 1,
  })
  const more = items.length > limit
  if (more) items.pop()
  const last = items.at(-1)
  return {
    items,
    next: more && last ? writeCursor(sort, last) : null,
    ...(after ? {} : { total: more ? await totalOf(tx, chosen) : items.length }),
  }
}

export async function totalOf(tx: Tx, chosen: RawBuilder<SqlBool>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from signal s where ${chosen}`.execute(tx)
  return rows[0].total
}
