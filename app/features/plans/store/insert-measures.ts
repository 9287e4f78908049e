import type { Period, ProcedureDates, Term } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { inParts } from '../in-parts.ts'
import type { Level, Responsible } from '../reading/plan.ts'
import { rollUp } from '../roll-up.ts'
import type { PlannedTask } from '../rules.ts'
import type { KeptDoubt, OfferedMeasure } from '../tables.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { type Answering, findAnsweringIn } from './find-answering.ts'
import { insertTasks } from './insert-tasks.ts'
import type { MeasureRow } from './plan-rows.ts'
import { type TermAndTasks, termReader } from './read-terms.ts'

/** A measure as its author wrote it, and where it comes from. */
export interface NewMeasure {
  readonly number: string | null
  readonly section: string | null
  readonly year: number | null
  readonly level: Level | null
  readonly text: string
  /** The words of the term. */
  readonly term: string | null
  readonly plannedStart: string | null
  readonly plannedFinish: string | null
  readonly place: string | null
  readonly participants: string | null
  readonly responsible: readonly Responsible[]
  readonly performer: string | null
  readonly expectedResult: string | null
  readonly note: string | null
  readonly completion: string | null
  readonly doubtful?: readonly KeptDoubt[]
  readonly mandatory?: boolean
  readonly byPlan?: boolean
  readonly template?: string | null | undefined
  readonly aboveId?: number | null
  readonly rootId?: number | null
  readonly carriedFrom?: number | null
  readonly signalId?: number | null
  readonly offered?: OfferedMeasure | null
  /** As it was read already; else the words are read here. */
  readonly readTerm?: Term | null
}

/** The plan that measures are put into, as far as they need to know it. */
export interface PlanOfMeasures {
  readonly id: number
  readonly unitId: number
  readonly level: Level
  readonly period: Period
}

/** Plans of units of one level and of one period, which are given the same measures. */
export interface PlansOfMeasures extends Pick<PlanOfMeasures, 'level' | 'period'> {
  readonly plans: readonly Pick<PlanOfMeasures, 'id' | 'unitId'>[]
}

export interface InsertOptions {
  readonly today: LocalDate
  /** Position of the first; those that stand there have made room. At the end of each plan when absent. */
  readonly at?: number
  readonly procedures?: ProcedureDates
}

export interface InsertedMeasure {
  readonly id: number
  readonly version: number
  readonly planId: number
  readonly unitId: number
}

/** Rows of one statement: a region sends tens of thousands, and the embedded database stands still while it writes. */
const AT_ONCE = 500

/** Puts measures with their tasks into a plan, in the order given. */
export async function insertMeasures(
  tx: Tx,
  { id, unitId, level, period }: PlanOfMeasures,
  measures: readonly NewMeasure[],
  options: InsertOptions,
): Promise<InsertedMeasure[]> {
  return insertIntoPlans(tx, { plans: [{ id, unitId }], level, period }, measures, options)
}

/** The same into each of several plans; what is returned goes plan by plan, in the order of the measures. */
export async function insertIntoPlans(
  tx: Tx,
  { plans, level, period }: PlansOfMeasures,
  measures: readonly NewMeasure[],
  { today, at, procedures = {} }: InsertOptions,
): Promise<InsertedMeasure[]> {
  if (measures.length === 0 || plans.length === 0) return []
  const firsts = at === undefined ? await nextPositions(tx, plans) : new Map(plans.map(({ id }) => [id, at]))
  const units = plans.map(({ unitId }) => unitId)
  const answering = await findAnsweringIn(tx, units, level, measures, today)
  const read = termReader(period, procedures)
  const ready = measures.map((measure, index) => readyMeasure(measure, index, read(measure), today))
  const inserted: InsertedMeasure[] = []
  for (const part of inParts(ready, AT_ONCE))
    for (const some of inParts(plans, Math.floor(AT_ONCE / part.length))) {
      const places = some.map(plan => ({ ...plan, first: firsts.get(plan.id)! }))
      inserted.push(...(await insertPart(tx, places, part, answering)))
    }
  return inserted
}

async function nextPositions(tx: Tx, plans: PlansOfMeasures['plans']): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ id: number; next: number }>`
    select p.id, coalesce(max(m.position), 0) + 1 as next
    from unnest(${plans.map(({ id }) => id)}::integer[]) as p (id) left join plan_measure m on m.plan_id = p.id
    group by p.id`.execute(tx)
  return new Map(rows.map(({ id, next }) => [id, next]))
}

interface ReadyMeasure {
  /** Place among those that are put in together. */
  readonly index: number
  readonly tasks: readonly PlannedTask[]
  /** By column, as JSON has them. */
  readonly row: Readonly<Record<string, unknown>>
}

/** All of a measure that does not depend on the plan it stands in. */
function readyMeasure(
  measure: NewMeasure,
  index: number,
  { term, tasks }: TermAndTasks,
  today: LocalDate,
): ReadyMeasure {
  const { state, dueOn, done, total } = rollUp(
    tasks.map(task => ({ state: 'not-started' as const, dueOn: task.dueOn })),
    today,
  )
  const row = {
    ...wordsOf(measure),
    responsible: measure.responsible,
    ...{ term, term_kind: term?.kind ?? null },
    ...{ state, due_on: dueOn, tasks_done: done, tasks_total: total },
    doubtful: measure.doubtful ?? [],
    mandatory: measure.mandatory ?? true,
    by_plan: measure.byPlan ?? false,
    template: measure.template ?? null,
    above_id: measure.aboveId ?? null,
    root_id: measure.rootId ?? null,
    carried_from: measure.carriedFrom ?? null,
    signal_id: measure.signalId ?? null,
    offered: measure.offered ?? null,
  }
  return { index, tasks, row }
}

/** Every one of the measures into every one of the plans: one statement, and one for their tasks. */
async function insertPart(
  tx: Tx,
  places: readonly { readonly id: number; readonly unitId: number; readonly first: number }[],
  measures: readonly ReadyMeasure[],
  answering: ReadonlyMap<number, readonly Answering[]>,
): Promise<InsertedMeasure[]> {
  const names = Object.keys(measures[0].row)
  const placed = places.flatMap(({ id, unitId, first }) =>
    measures.map(({ index }) => ({
      ...{ plan_id: id, unit_id: unitId, place: first + index, index },
      ...answering.get(unitId)![index],
    })),
  )
  // A measure is sent over once, however many plans it goes into; its place among the others stands in for its position.
  const rows = measures.map(({ row, index }) => ({ ...row, position: index }))
  const { rows: made } = await sql<InsertedMeasure & { readonly index: number }>`
    with placed as (
      select * from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
        as p (plan_id integer, unit_id integer, place integer, index integer, roles text[], accounts text[])),
    made as (
      insert into plan_measure (plan_id, unit_id, position, roles, accounts, ${sql.join(names.map(name => sql.ref(name)))})
      select p.plan_id, p.unit_id, p.place, p.roles, p.accounts, ${sql.join(names.map(name => sql.ref(`m.${name}`)))}
      from placed p join jsonb_populate_recordset(null::plan_measure, ${JSON.stringify(rows)}::jsonb) m
        on m.position = p.index
      order by p.plan_id, p.place
      returning id, version, plan_id, unit_id, position)
    select made.id, made.version, plan_id as "planId", made.unit_id as "unitId", p.index
    from made join placed p using (plan_id) where p.place = made.position order by made.id`.execute(tx)
  const tasks = new Map(measures.map(({ index, tasks }) => [index, tasks]))
  await insertTasks(
    tx,
    made.flatMap(({ id, unitId, index }) =>
      tasks.get(index)!.map(({ dueOn }, at) => ({ measureId: id, unitId, position: at + 1, dueOn })),
    ),
  )
  return made
}

/** Columns of the words of a measure, all but those of its term. */
export function wordsOf(measure: NewMeasure) {
  return {
    number: measure.number,
    section: measure.section,
    year: measure.year,
    level: measure.level,
    text: measure.text,
    term_words: measure.term,
    planned_start: measure.plannedStart,
    planned_finish: measure.plannedFinish,
    place: measure.place,
    participants: measure.participants,
    responsible: JSON.stringify(measure.responsible),
    performer: measure.performer,
    expected_result: measure.expectedResult,
    note: measure.note,
    completion: measure.completion,
  }
}

/** The words that wordsOf has put into these columns. */
export function wordsOfRow(row: MeasureRow) {
  return {
    number: row.number,
    section: row.section,
    year: row.year,
    level: row.level,
    text: row.text,
    term: row.term_words,
    plannedStart: row.planned_start,
    plannedFinish: row.planned_finish,
    place: row.place,
    participants: row.participants,
    responsible: row.responsible,
    performer: row.performer,
    expectedResult: row.expected_result,
    note: row.note,
    completion: row.completion,
  }
}
