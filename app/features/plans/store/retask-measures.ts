import type { Period, ProcedureDates, Term } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { rollUp } from '../roll-up.ts'
import type { PlannedTask } from '../rules.ts'
import type { LocalDate, TaskState } from '../task-state.rules.ts'
import { insertTasks, termAndTasks, termColumns } from './insert-measures.ts'
import type { MeasureRow } from './plan-rows.ts'

type Retasked = Pick<MeasureRow, 'id' | 'unit_id' | 'term_words' | 'year' | 'section' | 'term'>

interface TaskRow {
  readonly id: number
  readonly measure_id: number
  readonly position: number
  readonly state: TaskState
  readonly due_on: LocalDate | null
  readonly planned_on: LocalDate | null
  /** Somebody has done something with it. */
  readonly touched: boolean
}

interface When {
  readonly now: Date
  readonly today: LocalDate
  readonly procedures?: ProcedureDates
}

/**
 * Reads the terms of measures again, after their words or their plan's period have changed, and makes their tasks anew.
 * A task with which something was done stays as it is; only where there is but one, and it is still owed, its day moves.
 * The rows of the measures need hold the new words already.
 */
export async function retaskMeasures(
  tx: Tx,
  period: Period,
  measures: readonly Retasked[],
  { now, today, procedures = {} }: When,
): Promise<void> {
  const { rows } = await sql<TaskRow>`
    select t.id, t.measure_id, t.position, t.state, t.due_on, t.planned_on,
      t.state <> 'not-started' or t.title is not null or t.version > 1
        or exists (select from measure_step s where s.task_id = t.id) as touched
    from measure_task t where t.measure_id = any (${measures.map(({ id }) => id)}::integer[])
    order by t.measure_id, t.position for update of t`.execute(tx)
  const tasks = Map.groupBy(rows, ({ measure_id }) => measure_id)
  for (const measure of measures) {
    const wanted = termAndTasks(
      { term: measure.term_words, year: measure.year, section: measure.section },
      period,
      procedures,
    )
    const held = tasks.get(measure.id) ?? []
    if (sameTerm(measure.term, wanted.term) && sameDays(held, wanted.tasks)) continue
    await makeAnew(tx, measure, held, wanted, { now, today })
  }
}

async function makeAnew(
  tx: Tx,
  measure: Retasked,
  held: readonly TaskRow[],
  wanted: { readonly term: Term | null; readonly tasks: readonly PlannedTask[] },
  { now, today }: Pick<When, 'now' | 'today'>,
): Promise<void> {
  const kept = held.filter(({ touched }) => touched)
  const free = held.filter(({ touched }) => !touched)
  if (free.length > 0)
    await sql`delete from measure_task where id = any (${free.map(({ id }) => id)}::integer[])`.execute(tx)
  const [only] = kept
  const moves =
    kept.length === 1 && wanted.tasks.length === 1 && only.planned_on === null && isOwed(only.state)
  if (moves)
    await tx
      .updateTable('measure_task')
      .set({ due_on: wanted.tasks[0].dueOn, version: sql<number>`version + 1` })
      .where('id', '=', only.id)
      .execute()
  const days = kept.map(({ due_on, planned_on }) => planned_on ?? due_on)
  const added = moves ? [] : wanted.tasks.filter(({ dueOn }) => !takeOut(days, dueOn))
  // One piece of work that is under way, or done, is not asked for again because its words were put better.
  const missing = kept.length > 0 && wanted.tasks.length === 1 ? [] : added
  const last = Math.max(0, ...kept.map(({ position }) => position))
  await insertTasks(
    tx,
    missing.map(({ dueOn }, at) => ({
      ...{ measureId: measure.id, unitId: measure.unit_id, position: last + at + 1, dueOn },
    })),
  )
  const standing = [
    ...kept.map(({ state, due_on }) => ({ state, dueOn: moves ? wanted.tasks[0].dueOn : due_on })),
    ...missing.map(({ dueOn }) => ({ state: 'not-started' as const, dueOn })),
  ]
  const { state, dueOn, done, total } = rollUp(standing, today)
  await tx
    .updateTable('plan_measure')
    .set({
      ...termColumns(wanted.term),
      ...{ state, due_on: dueOn, tasks_done: done, tasks_total: total, changed_at: now },
      version: sql<number>`version + 1`,
    })
    .where('id', '=', measure.id)
    .execute()
}

function isOwed(state: TaskState): boolean {
  return state === 'not-started' || state === 'in-progress' || state === 'returned' || state === 'postponed'
}

/** Takes the day out of the list, once. */
function takeOut(days: (LocalDate | null)[], day: LocalDate | null): boolean {
  const at = days.indexOf(day)
  if (at >= 0) days.splice(at, 1)
  return at >= 0
}

function sameDays(held: readonly TaskRow[], wanted: readonly PlannedTask[]): boolean {
  const days = held.map(({ due_on, planned_on }) => planned_on ?? due_on)
  return days.length === wanted.length && wanted.every(({ dueOn }, at) => days[at] === dueOn)
}

function sameTerm(before: Term | null, after: Term | null): boolean {
  const key = (term: Term | null) =>
    term && [term.original, term.kind, term.start, term.end, term.confidence].join('\n')
  return key(before) === key(after)
}
