import type { Period, ProcedureDates, Term } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { readTermWords } from '../read-term-words.ts'
import type { Level, Responsible } from '../reading/plan.ts'
import { rollUp } from '../roll-up.ts'
import { type PlannedTask, tasksOf } from '../rules.ts'
import type { KeptDoubt, OfferedMeasure } from '../tables.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { type Answering, findAnswering } from './find-answering.ts'

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
  readonly template?: string | null
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

export interface InsertOptions {
  readonly today: LocalDate
  /** Position of the first; those that stand there have made room. At the end when absent. */
  readonly at?: number
  readonly procedures?: ProcedureDates
}

export interface InsertedMeasure {
  readonly id: number
  readonly version: number
  readonly position: number
}

/** Parameters of one statement have an end at 65 535; a measure takes some thirty. */
const AT_ONCE = 500

/** Puts measures with their tasks into a plan, in the order given. */
export async function insertMeasures(
  tx: Tx,
  plan: PlanOfMeasures,
  measures: readonly NewMeasure[],
  options: InsertOptions,
): Promise<InsertedMeasure[]> {
  if (measures.length === 0) return []
  const first = options.at ?? (await nextPosition(tx, plan.id))
  const answering = await findAnswering(tx, plan, measures, options.today)
  const inserted: InsertedMeasure[] = []
  for (let from = 0; from < measures.length; from += AT_ONCE) {
    const part = measures.slice(from, from + AT_ONCE)
    inserted.push(...(await insertPart(tx, plan, part, { ...options, first: first + from, answering, from })))
  }
  return inserted
}

async function nextPosition(tx: Tx, planId: number): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(position), 0) + 1 as next from plan_measure where plan_id = ${planId}`.execute(tx)
  return rows[0].next
}

interface Part extends InsertOptions {
  readonly first: number
  readonly from: number
  readonly answering: readonly Answering[]
}

async function insertPart(
  tx: Tx,
  plan: PlanOfMeasures,
  measures: readonly NewMeasure[],
  { first, from, answering, today, procedures = {} }: Part,
): Promise<InsertedMeasure[]> {
  const read = measures.map(measure => termAndTasks(measure, plan.period, procedures))
  const rows = await tx
    .insertInto('plan_measure')
    .values(
      measures.map((measure, at) => ({
        plan_id: plan.id,
        unit_id: plan.unitId,
        position: first + at,
        ...wordsOf(measure),
        ...termColumns(read[at].term),
        ...rolledUp(read[at].tasks, today),
        ...answering[from + at],
        doubtful: JSON.stringify(measure.doubtful ?? []),
        mandatory: measure.mandatory ?? true,
        by_plan: measure.byPlan ?? false,
        template: measure.template ?? null,
        above_id: measure.aboveId ?? null,
        root_id: measure.rootId ?? null,
        carried_from: measure.carriedFrom ?? null,
        signal_id: measure.signalId ?? null,
        offered: measure.offered ? JSON.stringify(measure.offered) : null,
        removed_at: null,
      })),
    )
    .returning(['id', 'version', 'position'])
    .execute()
  rows.sort((a, b) => a.position - b.position)
  await insertTasks(
    tx,
    rows.flatMap(({ id }, at) =>
      read[at].tasks.map((task, index) => ({
        measureId: id,
        unitId: plan.unitId,
        position: index + 1,
        ...task,
      })),
    ),
  )
  return rows
}

/** What the words of a term mean here, and what is to be done when. */
export function termAndTasks(
  measure: Pick<NewMeasure, 'term' | 'year' | 'section' | 'readTerm'>,
  period: Period,
  procedures: ProcedureDates,
): { term: Term | null; tasks: readonly PlannedTask[] } {
  const { term: words, year, section } = measure
  const term = measure.readTerm ?? readTermWords({ words, year, section }, period, procedures)
  return { term, tasks: tasksOf(term, period, procedures) }
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

export function termColumns(term: Term | null) {
  return { term: term === null ? null : JSON.stringify(term), term_kind: term?.kind ?? null }
}

function rolledUp(tasks: readonly PlannedTask[], today: LocalDate) {
  const { state, dueOn, done, total } = rollUp(
    tasks.map(task => ({ state: 'not-started' as const, dueOn: task.dueOn })),
    today,
  )
  return { state, due_on: dueOn, tasks_done: done, tasks_total: total }
}

export interface NewTask {
  readonly measureId: number
  readonly unitId: number
  readonly position: number
  readonly dueOn: LocalDate | null
}

/** In one statement however many there are: arrays are one parameter each. */
export async function insertTasks(tx: Tx, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return
  await sql`insert into measure_task (measure_id, unit_id, position, due_on)
    select * from unnest(${tasks.map(({ measureId }) => measureId)}::integer[],
      ${tasks.map(({ unitId }) => unitId)}::integer[], ${tasks.map(({ position }) => position)}::integer[],
      ${tasks.map(({ dueOn }) => dueOn)}::date[])`.execute(tx)
}
