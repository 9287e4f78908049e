import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { anywhere, foldWords, shiftDay } from '../../territory/index.ts'
import type { Days } from '../calendar.ts'
import type { Outcome } from '../rules.ts'
import { type LocalDate, type SignalState, SOON_DAYS } from '../terms.rules.ts'

export type Shelf = 'returned' | 'due' | 'check'

export interface SignalFilters {
  readonly campaign?: number | undefined
  readonly run?: number | undefined
  /** A municipality or a school. */
  readonly under?: number | undefined
  readonly source?: 'official' | 'own' | undefined
  readonly channel?: string | undefined
  readonly year?: number | undefined
  readonly grade?: number | undefined
  readonly subject?: string | undefined
  readonly state?: SignalState | undefined
  readonly outcome?: Outcome | undefined
  readonly overdue?: 'yes' | undefined
  readonly shelf?: Shelf | undefined
  readonly q?: string | undefined
}

/** Who reads, and when. */
export interface Reading extends Pick<Days, 'today' | 'dayOf'> {
  readonly scope: Pick<Scope, 'role' | 'unitPath'>
}

const SCHOOL_ROLES: ReadonlySet<string> = new Set(['head', 'coordinator'])
const OFFICE_ROLES: ReadonlySet<string> = new Set(['analyst', 'municipality'])

/** Asked of the reader's own school, or of one it carries on. The table is `s`. */
export const OWN_SCHOOL = sql<SqlBool>`(s.unit_path = app.scope() or not app.in_scope(s.unit_path))`
const NOTHING = sql<SqlBool>`false`

export const isOverdueOn = (today: LocalDate) =>
  sql<SqlBool>`(s.state = 'asked' and s.due_on < ${today}::date)`
export const isDueBy = (day: LocalDate) => sql<SqlBool>`(s.state = 'asked' and s.due_on <= ${day}::date)`

/** What lies on a shelf of «Моя работа», for the role in which the person acts. */
export function onShelf(shelf: Shelf, { scope, today }: Reading): RawBuilder<SqlBool> {
  const ofSchool = SCHOOL_ROLES.has(scope.role)
  const ofOffice = OFFICE_ROLES.has(scope.role)
  const soon = isDueBy(shiftDay(today, SOON_DAYS))
  switch (shelf) {
    case 'returned':
      return ofSchool ? sql<SqlBool>`(s.state = 'asked' and ${OWN_SCHOOL})` : NOTHING
    case 'due':
      return ofSchool ? sql<SqlBool>`(${soon} and ${OWN_SCHOOL})` : ofOffice ? soon : NOTHING
    case 'check':
      return ofOffice ? sql<SqlBool>`s.state = 'replied'` : NOTHING
  }
}

/**
 * Said besides the policy because an index serves it; in the region it would only cost. What a school inherited from those merged into it stands on lists of
 * schools alone: further up it is in reach with the school that it was.
 */
function inReach({ role, unitPath }: Reading['scope']): RawBuilder<SqlBool> {
  if (/^\d+\.$/.test(unitPath)) return sql`true`
  return SCHOOL_ROLES.has(role)
    ? sql`(app.in_scope(s.unit_path) or s.unit_id = any ((select app.inherited())::integer[]))`
    : sql`app.in_scope(s.unit_path)`
}

/** Conditions that do not depend on how a signal stands: where counts of states begin. The table is `s`. */
export async function chooseGround(
  tx: Tx,
  { campaign, run, under, source, q }: SignalFilters,
  { scope }: Pick<Reading, 'scope'>,
): Promise<RawBuilder<SqlBool>[]> {
  const chosen = [inReach(scope)]
  if (campaign !== undefined) chosen.push(sql`s.campaign_id = ${campaign}`)
  if (run !== undefined) chosen.push(sql`s.run_id = ${run}`)
  if (source !== undefined) chosen.push(sql`s.source = ${source}`)
  if (under !== undefined) {
    const unit = await tx.selectFrom('unit').select('path').where('id', '=', under).executeTakeFirst()
    if (!unit) throw new ProblemError({ code: 'not-found' })
    chosen.push(sql`s.unit_path >= ${unit.path} and s.unit_path < ${`${unit.path.slice(0, -1)}/`}`)
  }
  const words = foldWords(q ?? '')
  if (words.length > 0)
    chosen.push(sql`s.unit_id in (select id from unit
      where kind = 'school' and search_text like all (${words.map(anywhere)}::text[]))`)
  return chosen
}

/** Signals in the reader's reach that the filters let through; the one definition behind list, total and export. */
export async function chooseSignals(
  tx: Tx,
  filters: SignalFilters,
  reading: Reading,
): Promise<RawBuilder<SqlBool>> {
  const chosen = await chooseGround(tx, filters, reading)
  const { channel, year, grade, subject, state, outcome, overdue, shelf } = filters
  if (channel !== undefined) chosen.push(sql`s.channels @> array[${channel}]::text[]`)
  if (year !== undefined) chosen.push(sql`s.year = ${year}`)
  if (grade !== undefined) chosen.push(sql`s.grade = ${grade}`)
  if (subject !== undefined) chosen.push(sql`s.subject = ${subject}`)
  if (state !== undefined) chosen.push(sql`s.state = ${state}`)
  if (outcome !== undefined) chosen.push(sql`s.outcome = ${outcome}`)
  if (overdue !== undefined) chosen.push(isOverdueOn(reading.today))
  if (shelf !== undefined) chosen.push(onShelf(shelf, reading))
  return all(chosen)
}

export function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return sql`${sql.join(conditions, sql` and `)}`
}
