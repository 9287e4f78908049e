import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { CARRIED_BELOW } from '../measures/carried-below.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { goesDown } from './goes-down.ts'
import { type HeldPlan, measuresOf } from './plan-rows.ts'

/** In the order in which a person reads them: from nothing to proved, then what stands aside. */
export const CELLS = ['.', 't', 'w', 'l', 's', 'p', 'c'] as const
export type Cell = (typeof CELLS)[number]

const UNDONE: ReadonlySet<Cell> = new Set<Cell>(['.', 't', 'w', 'l'])
const PROVED_BY_PLAN: ReadonlySet<Cell> = new Set<Cell>(['.', 't', 's'])

export interface Coverage {
  readonly level: 'municipality' | 'school'
  readonly measures: readonly { readonly id: number; readonly number: string | null; readonly text: string }[]
  readonly units: readonly CoveredUnit[]
  readonly totals: readonly { readonly state: Cell; readonly count: number }[]
}

export interface CoveredUnit {
  readonly id: number
  readonly name: string
  readonly plan: number | null
  /** It works no more: what it has not done nobody does, and it is late for nobody. */
  readonly closed: boolean
  /** Its plan is in force, or was; a draft has been sent to it and no more. */
  readonly approved: boolean
  /** One letter a measure. */
  readonly cells: string
}

interface Row {
  readonly id: number
  readonly name: string
  readonly plan: number | null
  readonly closed: boolean
  /** The unit has a plan made from this one that is in force, or was. */
  readonly approved: boolean
  /** «Number of the measure:letter», parted by spaces. */
  readonly found: string | null
}

/**
 * How far each measure of a plan is in each unit below. The letter of a cell is worked out in the database: a hundred
 * thousand copies come over as one line a unit. Throws `not-found` for a unit out of reach.
 */
export async function readCoverage(
  tx: Tx,
  plan: HeldPlan,
  {
    level: asked,
    under,
  }: { readonly level?: Coverage['level'] | undefined; readonly under?: number | undefined },
  today: LocalDate,
): Promise<Coverage> {
  const level = plan.level === 'region' ? (asked ?? 'municipality') : 'school'
  const measures = (await measuresOf(tx, plan.id)).filter(row => goesDown(row, level))
  const rows = await readUnits(tx, plan, { level, under, today })
  const place = new Map(measures.map(({ id }, at) => [String(id), at]))
  const byPlan = measures.flatMap((row, at) =>
    row.by_plan && (row.level === null || row.level === level) ? [at] : [],
  )
  const counts = new Map<Cell, number>()
  const units = rows.map(({ id, name, plan: own, closed, approved, found }) => {
    const cells = new Array<Cell>(measures.length).fill('.')
    for (const piece of found?.split(' ') ?? []) {
      const at = place.get(piece.slice(1))
      if (at !== undefined) cells[at] = piece[0] as Cell
    }
    // The plan itself proves what asks for one, unless the level above has sent it back or called it off.
    if (approved) for (const at of byPlan) if (PROVED_BY_PLAN.has(cells[at])) cells[at] = 'p'
    if (closed) for (const at of cells.keys()) if (UNDONE.has(cells[at])) cells[at] = 'c'
    for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
    return { id, name, plan: own, closed, approved, cells: cells.join('') }
  })
  return {
    level,
    measures: measures.map(({ id, number, text }) => ({ id, number, text })),
    units,
    totals: CELLS.map(state => ({ state, count: counts.get(state) ?? 0 })),
  }
}

/**
 * Copies are found by the measure at the very top for a region's plan (schools have theirs from their municipality), else
 * by the measure right above; they stand in the plans made from this one. Each of those is read for itself, as it lies: all
 * copies joined and sorted at once took the embedded database twice as long.
 */
async function readUnits(
  tx: Tx,
  plan: HeldPlan,
  { level, under, today }: { level: string; under: number | undefined; today: LocalDate },
): Promise<Row[]> {
  const { scope, end } = await stretchOf(tx, plan, under)
  // Those taken out since as well: whoever has a copy of one has a plan made from this one.
  const { rows: originals } = await sql<{ id: number }>`
    select id from plan_measure where plan_id = ${plan.id}`.execute(tx)
  // Added to nothing, it is not looked for in its own index once more for every plan.
  const source = sql.raw(plan.level === 'region' ? '(0 + m.root_id)' : '(0 + m.above_id)')
  const { rows } = await sql<Row>`
    with copy as (
      select p.unit_id, max(p.id) as plan, bool_or(p.state in ('approved', 'closed')) as approved,
        string_agg(c.found, ' ' order by p.id) as found
      from plan p cross join lateral (
        select string_agg(case
            when m.state = 'accepted' then 'p' when m.state = 'cancelled' then 'c' when m.state = 'submitted' then 's'
            when m.due_on < ${today}::date and p.state = 'approved' and not ${CARRIED_BELOW} then 'l'
            when m.state in ('in-progress', 'returned', 'postponed') then 'w' else 't' end || ${source}, ' '
            order by m.id) as found
        from plan_measure m
        where m.plan_id = p.id and ${source} = any (${originals.map(({ id }) => id)}::integer[])
          and m.removed_at is null) c
      where (p.above_id = ${plan.id} or p.above_id in (select id from plan where above_id = ${plan.id}))
        and p.removed_at is null and p.unit_path >= ${scope} and p.unit_path < ${end} and c.found is not null
      group by p.unit_id)
    select u.id, u.name, c.plan, not ${worksOn(today)} as closed, coalesce(c.approved, false) as approved, c.found
    from unit u left join copy c on c.unit_id = u.id
    where u.kind = ${level} and u.path >= ${scope} and u.path < ${end} and u.path > ${plan.unit_path}
      and (c.plan is not null or ${worksOn(today)})
    order by u.sort_key, u.id`.execute(tx)
  return [...rows]
}

/** How many units the coverage is to have, counted another way than they are read: an export holds one against the other. */
export async function countCovered(
  tx: Tx,
  plan: HeldPlan,
  { level, under }: { readonly level: Coverage['level']; readonly under?: number | undefined },
  today: LocalDate,
): Promise<number> {
  const { scope, end } = await stretchOf(tx, plan, under)
  const source = sql.raw(plan.level === 'region' ? 'root_id' : 'above_id')
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from unit u
    where u.kind = ${level} and u.path >= ${scope} and u.path < ${end} and u.path > ${plan.unit_path}
      and (${worksOn(today)} or exists (
        select from plan_measure m join plan p on p.id = m.plan_id join plan_measure o on o.id = m.${source}
        where m.unit_id = u.id and o.plan_id = ${plan.id} and m.removed_at is null and p.removed_at is null))`.execute(
    tx,
  )
  return rows[0].count
}

const worksOn = (today: LocalDate) =>
  sql`(u.withdrawn_at is null and (u.valid_to is null or u.valid_to >= ${today}::date))`

async function stretchOf(tx: Tx, plan: HeldPlan, under: number | undefined) {
  const scope = under === undefined ? plan.unit_path : await pathOf(tx, under)
  return { scope, end: `${scope.slice(0, -1)}/` }
}

async function pathOf(tx: Tx, id: number): Promise<string> {
  const { rows } = await sql<{ path: string }>`
    select path from unit where id = ${id} and app.in_scope(path)`.execute(tx)
  if (rows.length === 0) throw new ProblemError({ code: 'not-found' })
  return rows[0].path
}
