import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { anywhere, foldWords, shiftDay } from '../../territory/index.ts'
import type { Level } from '../reading/plan.ts'
import { isDoer, type LocalDate } from '../rules.ts'
import { OWED_LIST } from '../store/owed-states.ts'
import type { MeasureState } from '../tables.ts'
import { CARRIED_BELOW } from './carried-below.ts'

export type Shelf = 'mine' | 'returned' | 'due' | 'check' | 'later'

export interface MeasureFilters {
  readonly plan?: number | undefined
  /** A unit: its plans and those below. */
  readonly under?: number | undefined
  /** Only the plans of this unit itself. */
  readonly unit?: number | undefined
  readonly level?: Level | undefined
  readonly state?: MeasureState | undefined
  readonly overdue?: 'yes' | undefined
  readonly offered?: 'yes' | undefined
  readonly doubtful?: 'yes' | undefined
  readonly signal?: number | undefined
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly shelf?: Shelf | undefined
  readonly q?: string | undefined
}

/** Who reads, and on which day. */
export interface Reading {
  readonly scope: Pick<Scope, 'role' | 'unitPath' | 'accountId'>
  readonly today: LocalDate
}

/** A term within so many days stands on the shelf «скоро срок». */
export const SOON_DAYS = 7

const NOTHING = sql<SqlBool>`false`
/** Neither accepted nor cancelled. The measure is `m`, its plan `p`. */
const UNFINISHED = sql<SqlBool>`m.state in (${OWED_LIST}, 'submitted')`
const AT_WORK = sql<SqlBool>`p.state = 'approved'`

/**
 * Overdue is read from the tasks. The measure's own day is that of what is owed first; only where something waits to be
 * judged as well may it be of that, which is not late, and the tasks are asked.
 */
export const isOverdueOn = (
  today: LocalDate,
) => sql<SqlBool>`(m.due_on < ${today}::date and ${AT_WORK} and not ${CARRIED_BELOW} and (
  m.state in ('not-started', 'in-progress', 'postponed') or (m.state in ('returned', 'submitted') and exists (
    select from measure_task t where t.measure_id = m.id and t.due_on < ${today}::date
      and t.state in (${OWED_LIST})))))`

/**
 * The reader's own work: of a plan of the very unit, what is not done by those below, and either they are named, or nobody is and the role is meant, or no
 * role is and it is everybody's of the unit.
 */
function isMine({ accountId, role }: Reading['scope']): RawBuilder<SqlBool> {
  return sql<SqlBool>`(m.unit_path = app.scope() and ${AT_WORK} and not ${CARRIED_BELOW} and case
    when cardinality(m.accounts) > 0 then m.accounts @> array[${accountId}]::text[]
    else cardinality(m.roles) = 0 or m.roles @> array[${role}]::text[] end)`
}

/** Levels of plans that this role, from its unit, judges first: those right below it. */
function judgedFrom({ role, unitPath }: Reading['scope']): RawBuilder<SqlBool> {
  const depth = unitPath.split('.').length - 1
  if (depth === 1) {
    const own = isDoer('accept', role, 'own', 'region')
      ? sql<SqlBool>`(p.unit_path = app.scope() and m.state = 'submitted')`
      : NOTHING
    return isDoer('accept', role, 'above', 'municipality')
      ? sql<SqlBool>`(${own} or p.unit_path ~ '^\\d+\\.\\d+\\.$')`
      : own
  }
  return isDoer('accept', role, 'above', 'school') ? sql<SqlBool>`p.unit_path <> app.scope()` : NOTHING
}

/** What lies on a shelf of «Моя работа», for the role in which the person acts. */
export function onShelf(shelf: Shelf, { scope, today }: Reading): RawBuilder<SqlBool> {
  switch (shelf) {
    case 'mine':
      return sql<SqlBool>`(${isMine(scope)} and ${UNFINISHED})`
    case 'returned':
      return sql<SqlBool>`(${isMine(scope)} and m.state = 'returned')`
    case 'due':
      return sql<SqlBool>`(m.due_on <= ${shiftDay(today, SOON_DAYS)}::date and ${isMine(scope)}
        and m.state in (${OWED_LIST}))`
    case 'later':
      return sql<SqlBool>`(${isMine(scope)} and ${UNFINISHED} and m.state <> 'returned' and not (m.state in (${OWED_LIST})
        and m.due_on is not null and m.due_on <= ${shiftDay(today, SOON_DAYS)}::date))`
    case 'check':
      return sql<SqlBool>`(m.state = 'submitted' and ${AT_WORK} and ${judgedFrom(scope)})`
  }
}

/** Conditions that do not depend on how a measure stands. The measure is `m`, its plan `p`. */
export async function chooseGround(
  tx: Tx,
  { plan, under, unit, level, signal, from, to, q }: MeasureFilters,
  { scope }: Pick<Reading, 'scope'>,
): Promise<RawBuilder<SqlBool>[]> {
  const chosen: RawBuilder<SqlBool>[] = [sql`m.removed_at is null and p.removed_at is null`]
  // Said besides the policy because an index serves it; in the region it would only cost.
  if (!/^\d+\.$/.test(scope.unitPath)) chosen.push(sql`app.in_scope(m.unit_path)`)
  if (plan !== undefined) chosen.push(sql`m.plan_id = ${plan}`)
  if (unit !== undefined) chosen.push(sql`m.unit_id = ${unit}`)
  if (signal !== undefined) chosen.push(sql`m.signal_id = ${signal}`)
  if (level !== undefined)
    chosen.push(sql`exists (select from unit u where u.id = m.unit_id and u.kind = ${level})`)
  if (under !== undefined) {
    const found = await tx.selectFrom('unit').select('path').where('id', '=', under).executeTakeFirst()
    if (!found) throw new ProblemError({ code: 'not-found' })
    chosen.push(sql`m.unit_path >= ${found.path} and m.unit_path < ${`${found.path.slice(0, -1)}/`}`)
  }
  if (from !== undefined || to !== undefined)
    chosen.push(sql`exists (select from measure_task t where t.measure_id = m.id and t.state <> 'cancelled'
      and t.due_on >= ${from ?? '0001-01-01'}::date and t.due_on <= ${to ?? '9999-12-31'}::date)`)
  const words = foldWords(q ?? '')
  if (words.length > 0)
    chosen.push(
      sql`app.fold(coalesce(m.number, '') || ' ' || m.text) like all (${words.map(anywhere)}::text[])`,
    )
  return chosen
}

/** Measures in the reader's reach that the filters let through; the one definition behind list, total and export. */
export async function chooseMeasures(
  tx: Tx,
  filters: MeasureFilters,
  reading: Reading,
): Promise<RawBuilder<SqlBool>> {
  const chosen = await chooseGround(tx, filters, reading)
  const { state, overdue, offered, doubtful, shelf } = filters
  if (state !== undefined) chosen.push(sql`m.state = ${state}`)
  if (overdue !== undefined) chosen.push(isOverdueOn(reading.today))
  if (offered !== undefined) chosen.push(sql`m.offered is not null`)
  if (doubtful !== undefined) chosen.push(sql`m.doubtful <> '[]'`)
  if (shelf !== undefined) chosen.push(onShelf(shelf, reading))
  return all(chosen)
}

/** Conditions joined by «and». */
export function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return sql`${sql.join(conditions, sql` and `)}`
}
