import type { Period, ProcedureDates, Term } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { inParts } from '../in-parts.ts'
import { type Retasking, retask, type StandingTask } from '../retask.rules.ts'
import { rollUp } from '../roll-up.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { insertTasks } from './insert-tasks.ts'
import type { MeasureRow } from './plan-rows.ts'
import { sameTerm, termReader } from './read-terms.ts'

/** A measure as far as its term is read again. */
export type Retasked = Pick<MeasureRow, 'id' | 'unit_id' | 'term_words' | 'year' | 'section' | 'term'>

interface TaskRow extends StandingTask {
  readonly measureId: number
}

interface When {
  readonly now: Date
  readonly today: LocalDate
  readonly procedures?: ProcedureDates
}

interface Change extends Retasking {
  readonly measure: Retasked
  readonly term: Term | null
}

/** Measures of one round of statements: however many copies a plan has, memory holds so many. */
const AT_ONCE = 1000

/**
 * Reads the terms of measures again, after their words or their plan's period have changed, and makes their tasks anew
 * (`retask`). What was so before is left alone, its version too. The rows of the measures need hold the new words already,
 * and their plan needs to be held.
 */
export async function retaskMeasures(
  tx: Tx,
  period: Period,
  measures: readonly Retasked[],
  { now, today, procedures = {} }: When,
): Promise<void> {
  const read = termReader(period, procedures)
  for (const part of inParts(measures, AT_ONCE)) {
    const tasks = await holdTasks(tx, part)
    const changes = part.flatMap(measure => changeOf(measure, tasks.get(measure.id) ?? [], read) ?? [])
    if (changes.length > 0) await writeChanges(tx, changes, { now, today })
  }
}

async function holdTasks(tx: Tx, measures: readonly Retasked[]): Promise<ReadonlyMap<number, TaskRow[]>> {
  const ids = measures.map(({ id }) => id)
  const { rows } = await sql<TaskRow>`
    select t.id, t.measure_id as "measureId", t.position, t.state, t.due_on as "dueOn", t.planned_on as "plannedOn",
      t.state <> 'not-started' or t.title is not null or t.version > 1
        or t.id in (select s.task_id from measure_step s where s.measure_id = any (${ids}::integer[])
          and s.task_id is not null) as touched
    from measure_task t where t.measure_id = any (${ids}::integer[])
    order by t.measure_id, t.position for update of t`.execute(tx)
  return Map.groupBy(rows, ({ measureId }) => measureId)
}

/** Null where the words mean what they meant, and the tasks stand as they would. */
function changeOf(
  measure: Retasked,
  held: readonly TaskRow[],
  read: ReturnType<typeof termReader>,
): Change | null {
  const { term_words, year, section } = measure
  const { term, tasks } = read({ term: term_words, year, section })
  const change = { measure, term, ...retask(held, tasks) }
  const { gone, moved, added } = change
  const stays = gone.length === 0 && moved.length === 0 && added.length === 0
  return stays && sameTerm(measure.term, term) ? null : change
}

async function writeChanges(
  tx: Tx,
  changes: readonly Change[],
  { now, today }: Pick<When, 'now' | 'today'>,
): Promise<void> {
  const gone = changes.flatMap(change => change.gone)
  if (gone.length > 0) await sql`delete from measure_task where id = any (${gone}::integer[])`.execute(tx)
  const moved = changes.flatMap(change => change.moved)
  if (moved.length > 0)
    await sql`update measure_task t set due_on = n.due_on, version = t.version + n.told
      from unnest(${moved.map(({ id }) => id)}::integer[], ${moved.map(({ dueOn }) => dueOn)}::date[],
        ${moved.map(({ told }) => (told ? 1 : 0))}::integer[]) as n (id, due_on, told) where t.id = n.id`.execute(
      tx,
    )
  await insertTasks(
    tx,
    changes.flatMap(({ measure: { id, unit_id }, added }) =>
      added.map(task => ({ measureId: id, unitId: unit_id, ...task })),
    ),
  )
  const rolled = changes.map(({ standing }) => rollUp(standing, today))
  const terms = changes.map(({ term }) => term)
  await sql`update plan_measure m set term = n.term, term_kind = n.kind, state = n.state, due_on = n.due_on,
      tasks_done = n.done, tasks_total = n.total, changed_at = ${now}, version = m.version + 1
    from unnest(${changes.map(({ measure }) => measure.id)}::integer[],
      ${terms.map(term => term && JSON.stringify(term))}::jsonb[], ${terms.map(term => term?.kind ?? null)}::text[],
      ${rolled.map(({ state }) => state)}::text[], ${rolled.map(({ dueOn }) => dueOn)}::date[],
      ${rolled.map(({ done }) => done)}::integer[], ${rolled.map(({ total }) => total)}::integer[])
      as n (id, term, kind, state, due_on, done, total)
    where m.id = n.id`.execute(tx)
}
