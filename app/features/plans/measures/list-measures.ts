import type { Term } from '@objektiv/russian-terms'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { readCursor, writeCursor } from '../../../platform/http/list-cursor.ts'
import type { Level, Responsible } from '../reading/plan.ts'
import type { LocalDate } from '../rules.ts'
import { OWED_LIST } from '../store/owed-states.ts'
import type { KeptDoubt, MeasureState, PlanState } from '../tables.ts'
import { CARRIED_BELOW, type CarriedBelow, DOERS_BELOW } from './carried-below.ts'
import { chooseMeasures, type MeasureFilters, type Reading } from './choose-measures.ts'

export type MeasureSort = 'due' | 'place' | '-changed'

/** A measure as lists know it. */
export interface MeasureRow {
  readonly id: number
  readonly planId: number
  readonly planTitle: string
  readonly planState: PlanState
  readonly unitId: number
  readonly unitName: string
  readonly unitLevel: Level
  readonly number: string | null
  readonly section: string | null
  readonly text: string
  readonly term: Term | null
  readonly state: MeasureState
  readonly dueOn: LocalDate | null
  /** First day that somebody owes and that is not kept yet; null when nothing is owed with a day. */
  readonly owedOn: LocalDate | null
  readonly submittedAt: Date | null
  readonly done: number
  readonly total: number
  readonly responsible: readonly Responsible[]
  readonly fromAbove: boolean
  readonly mandatory: boolean
  readonly offered: boolean
  /** What is offered is to take it out: the plan above has it no longer. */
  readonly withdrawn: boolean
  readonly doubtful: readonly KeptDoubt[]
  readonly signalId: number | null
  /** Not null where those below do it, and prove it. */
  readonly carriedBelow: CarriedBelow | null
  readonly version: number
  /** By what the list is ordered, as the database writes it. */
  readonly key: string
}

interface Order {
  readonly key: RawBuilder<unknown>
  readonly type: RawBuilder<unknown>
  readonly descending: boolean
  readonly form: RegExp
}

const ORDERS: Readonly<Record<MeasureSort, Order>> = {
  due: {
    key: sql`coalesce(m.due_on, 'infinity')`,
    type: sql`date`,
    descending: false,
    form: /^(infinity|\d{4}-\d{2}-\d{2})$/,
  },
  place: {
    key: sql`(m.plan_id::bigint * 100000 + m.position)`,
    type: sql`bigint`,
    descending: false,
    form: /^\d{1,18}$/,
  },
  '-changed': {
    key: sql`m.changed_at`,
    type: sql`timestamptz`,
    descending: true,
    form: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[-+]\d{2}(:\d{2})?$/,
  },
}

export interface ListOptions extends MeasureFilters {
  readonly sort?: MeasureSort | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

export interface MeasurePage {
  readonly items: MeasureRow[]
  readonly next: string | null
  /** Only with the first page. */
  readonly total?: number
}

const DEFAULT_LIMIT = 50

/** A page of measures. The cursor names the last row seen, so that new measures shift nothing. */
export async function listMeasures(tx: Tx, options: ListOptions, reading: Reading): Promise<MeasurePage> {
  const { sort = 'due', cursor, limit = DEFAULT_LIMIT } = options
  const order = ORDERS[sort]
  const chosen = await chooseMeasures(tx, options, reading)
  const after = cursor === undefined ? null : readCursor(cursor, sort, order.form)
  const beyond: RawBuilder<SqlBool> = after
    ? sql`(${order.key}, m.id) ${sql.raw(order.descending ? '<' : '>')} (${after.key}::${order.type}, ${after.id})`
    : sql`true`
  const items = await describeMeasures(tx, sql`${chosen} and ${beyond}`, order, limit + 1)
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
    select count(*) as total from plan_measure m join plan p on p.id = m.plan_id where ${chosen}`.execute(tx)
  return rows[0].total
}

/** One measure as lists know it; null when it is out of reach or was taken out. */
export async function describeMeasure(tx: Tx, id: number): Promise<MeasureRow | null> {
  const where = sql<SqlBool>`m.id = ${id} and m.removed_at is null and p.removed_at is null`
  return (await describeMeasures(tx, where, ORDERS.place, 1)).at(0) ?? null
}

/** Names and tasks are joined to the few rows of a page, behind its limit. */
async function describeMeasures(
  tx: Tx,
  where: RawBuilder<SqlBool>,
  { key, descending }: Order,
  limit: number,
): Promise<MeasureRow[]> {
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const { rows } = await sql<MeasureRow>`
    select c.id, c.plan_id as "planId", c.plan_title as "planTitle", c.plan_state as "planState",
      c.unit_id as "unitId", u.name as "unitName", u.kind as "unitLevel", c.number, c.section, c.text, c.term, c.state,
      c.due_on as "dueOn", t.owed_on as "owedOn", t.submitted_at as "submittedAt", c.tasks_done as done,
      c.tasks_total as total, c.responsible, c.above_id is not null or c.signal_id is not null as "fromAbove", c.mandatory,
      c.offered is not null as offered, (c.offered -> 'removed') is not null as withdrawn, c.doubtful, c.signal_id as "signalId",
      case when c.carried then jsonb_build_object('level', c.level, 'done', b.done, 'total', b.total) end as "carriedBelow", c.version, c.key::text as key
    from (
      select m.*, p.title as plan_title, p.state as plan_state, ${CARRIED_BELOW} as carried, ${key} as key
      from plan_measure m join plan p on p.id = m.plan_id
      where ${where} order by ${key} ${direction}, m.id ${direction} limit ${limit}
    ) c
    join unit u on u.id = c.unit_id
    left join lateral (
      select min(due_on) filter (where state in (${OWED_LIST})) as owed_on,
        max(submitted_at) filter (where state = 'submitted') as submitted_at
      from measure_task where measure_id = c.id
    ) t on true
    left join ${DOERS_BELOW} b on true
    order by c.key ${direction}, c.id ${direction}`.execute(tx)
  return [...rows]
}
