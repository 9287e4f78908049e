import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { readCursor, writeCursor } from '../../../platform/http/list-cursor.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { anywhere, foldWords } from '../../territory/index.ts'
import { CARRIED_BELOW } from '../measures/carried-below.ts'
import { isOverdueOn } from '../measures/choose-measures.ts'
import type { Level } from '../reading/plan.ts'
import type { PlanState } from '../tables.ts'
import type { LocalDate } from '../task-state.rules.ts'

export interface PlanFilters {
  readonly under?: number | undefined
  readonly unit?: number | undefined
  readonly level?: Level | undefined
  readonly state?: PlanState | undefined
  /** First year of a school year. */
  readonly year?: number | undefined
  readonly q?: string | undefined
  /** Those alone that the level above has sent. */
  readonly from?: 'above' | undefined
}

/** A plan as lists know it. */
export interface PlanLine {
  readonly id: number
  readonly unitId: number
  readonly unitName: string
  readonly level: Level
  readonly municipalityId: number | null
  readonly municipalityName: string | null
  readonly title: string
  readonly start: LocalDate
  readonly end: LocalDate
  readonly school: boolean
  readonly periodWords: string | null
  readonly state: PlanState
  readonly measures: number
  readonly accepted: number
  readonly submitted: number
  readonly overdue: number
  readonly offered: number
  /** Done by those below, and counted in their plans. */
  readonly below: number
  readonly above: number | null
  readonly version: number
  /** What it is listed by. */
  readonly key: string
}

export interface PlanPage {
  readonly items: PlanLine[]
  readonly next: string | null
  /** Only with the first page. */
  readonly total?: number
}

/** Plans in reach that the filters let through: the one definition behind list, total and spreadsheet. */
async function choosePlans(
  tx: Tx,
  { under, unit, level, state, year, q, from }: PlanFilters,
): Promise<RawBuilder<SqlBool>> {
  const chosen: RawBuilder<SqlBool>[] = [sql`p.removed_at is null and app.in_scope(p.unit_path)`]
  if (unit !== undefined) chosen.push(sql`p.unit_id = ${unit}`)
  if (under !== undefined) {
    const found = await tx.selectFrom('unit').select('path').where('id', '=', under).executeTakeFirst()
    if (!found) throw new ProblemError({ code: 'not-found' })
    chosen.push(sql`p.unit_path >= ${found.path} and p.unit_path < ${`${found.path.slice(0, -1)}/`}`)
  }
  if (level !== undefined) chosen.push(sql`u.kind = ${level}`)
  if (from === 'above') chosen.push(sql`p.above_id is not null`)
  if (state !== undefined) chosen.push(sql`p.state = ${state}`)
  if (year !== undefined)
    chosen.push(sql`p.starts_on <= ${`${year + 1}-08-31`}::date and p.ends_on >= ${`${year}-09-01`}::date`)
  const words = foldWords(q ?? '')
  if (words.length > 0)
    chosen.push(sql`app.fold(p.title || ' ' || u.name) like all (${words.map(anywhere)}::text[])`)
  return sql`${sql.join(chosen, sql` and `)}`
}

/** Of one period, the region before its municipalities before their schools: what one reads down from. */
const KEY = sql`to_char(p.ends_on, 'YYYY-MM-DD') || 9 - length(regexp_replace(p.unit_path, '\\d+', '', 'g'))`

/** A page, the latest period first, then the highest level. Throws `not-found`, `cursor-unreadable`. */
export async function listPlans(
  tx: Tx,
  {
    cursor,
    limit,
    ...filters
  }: PlanFilters & { readonly cursor?: string | undefined; readonly limit: number },
  today: LocalDate,
): Promise<PlanPage> {
  const chosen = await choosePlans(tx, filters)
  const after = cursor === undefined ? null : readCursor(cursor, 'period', /^\d{4}-\d{2}-\d{2}\d$/)
  const beyond = after ? sql<SqlBool>`(${KEY}, p.id) < (${after.key}, ${after.id})` : sql<SqlBool>`true`
  const items = await describePlans(tx, sql`${chosen} and ${beyond}`, limit + 1, today)
  const more = items.length > limit
  if (more) items.pop()
  const last = items.at(-1)
  return {
    items,
    next: more && last ? writeCursor('period', last) : null,
    ...(after ? {} : { total: more ? await countChosen(tx, chosen) : items.length }),
  }
}

/** How many plans the filters let through: what an export is held against. */
export async function countPlans(tx: Tx, filters: PlanFilters): Promise<number> {
  return countChosen(tx, await choosePlans(tx, filters))
}

/** One plan in reach as lists know it; null when there is none. */
export async function describePlan(tx: Tx, id: number, today: LocalDate): Promise<PlanLine | null> {
  return (await describePlans(tx, sql`p.id = ${id} and p.removed_at is null`, 1, today)).at(0) ?? null
}

async function countChosen(tx: Tx, chosen: RawBuilder<SqlBool>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from plan p join unit u on u.id = p.unit_id where ${chosen}`.execute(tx)
  return rows[0].total
}

/** What is counted of measures is counted for the rows of the page alone. */
async function describePlans(
  tx: Tx,
  where: RawBuilder<SqlBool>,
  limit: number,
  today: LocalDate,
): Promise<PlanLine[]> {
  const { rows } = await sql<PlanLine>`
    select p.id, p.unit_id as "unitId", u.name as "unitName", u.kind as level, g.id as "municipalityId",
      g.name as "municipalityName", p.title, p.starts_on as start, p.ends_on as "end", p.school,
      p.period_words as "periodWords", p.state, c.measures, c.accepted, c.submitted, c.overdue, c.offered, c.below,
      p.above_id as above, p.version, p.key
    from (select p.*, ${KEY} as key from plan p join unit u on u.id = p.unit_id
      where ${where} order by key desc, p.id desc limit ${limit}) p
    join unit u on u.id = p.unit_id
    left join unit g on g.id = u.parent_id and g.kind = 'municipality'
    left join lateral (
      select count(*)::int as measures, (count(*) filter (where m.state = 'accepted'))::int as accepted,
        (count(*) filter (where m.state = 'submitted'))::int as submitted,
        (count(*) filter (where ${isOverdueOn(today)}))::int as overdue,
        (count(*) filter (where m.offered is not null))::int as offered,
        (count(*) filter (where ${CARRIED_BELOW}))::int as below
      from plan_measure m where m.plan_id = p.id and m.removed_at is null) c on true
    order by p.key desc, p.id desc`.execute(tx)
  return [...rows]
}
