import { sql } from 'kysely'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Evidence } from '../evidence.rules.ts'
import type { Level } from '../reading/plan.ts'
import type { From, LocalDate, PlanState, TaskFacts, TaskState } from '../rules.ts'
import type { MeasureState } from '../tables.ts'

/** A task held for the rest of the transaction, with all that its rules ask for. */
export interface HeldTask {
  readonly id: number
  readonly position: number
  readonly title: string | null
  readonly version: number
  readonly facts: TaskFacts
}

/** A measure held for the rest of the transaction, and its tasks in their order. */
export interface HeldMeasure {
  readonly id: number
  readonly planId: number
  readonly planState: PlanState
  readonly unit: { readonly id: number; readonly path: string; readonly level: Level }
  readonly number: string | null
  readonly text: string
  readonly state: MeasureState
  readonly fromAbove: boolean
  readonly mandatory: boolean
  readonly withdrawn: boolean
  readonly byEvent: boolean
  readonly version: number
  readonly tasks: readonly HeldTask[]
}

interface Row {
  readonly id: number
  readonly plan_id: number
  readonly plan_state: PlanState
  readonly unit_id: number
  readonly unit_path: string
  readonly kind: Level
  readonly number: string | null
  readonly text: string
  readonly state: MeasureState
  readonly from_above: boolean
  readonly mandatory: boolean
  readonly withdrawn: boolean
  readonly term_kind: string | null
  readonly version: number
}

interface TaskRow {
  readonly id: number
  readonly position: number
  readonly title: string | null
  readonly due_on: LocalDate | null
  readonly state: TaskState
  readonly submitted_by: string | null
  readonly version: number
  readonly state_before: TaskState | null
}

/**
 * Takes hold of a measure with its plan and tasks: the plan first, because who approves or closes it holds it too.
 * Throws ProblemError `not-found` when it is out of reach or was taken out.
 */
export async function lockMeasure(tx: Tx, id: number): Promise<HeldMeasure> {
  const { rows: plans } = await sql<{ id: number }>`
    select p.id from plan p where p.removed_at is null and p.id = (select plan_id from plan_measure where id = ${id})
    for share`.execute(tx)
  if (plans.length === 0) throw new ProblemError({ code: 'not-found' })
  const { rows } = await sql<Row>`
    select m.id, m.plan_id, p.state as plan_state, m.unit_id, m.unit_path, u.kind, m.number, m.text, m.state,
      m.above_id is not null or m.signal_id is not null as from_above,
      m.mandatory, (m.offered -> 'removed') is not null as withdrawn, m.term_kind, m.version
    from plan_measure m join plan p on p.id = m.plan_id join unit u on u.id = m.unit_id
    where m.id = ${id} and m.removed_at is null for update of m`.execute(tx)
  if (rows.length === 0) throw new ProblemError({ code: 'not-found' })
  const [row] = rows
  const { rows: tasks } = await sql<TaskRow>`
    select t.id, t.position, t.title, t.due_on, t.state, t.submitted_by, t.version,
      (select s.state_before from measure_step s
        where s.measure_id = t.measure_id and s.task_id = t.id and s.kind = 'cancelled' order by s.id desc limit 1) as state_before
    from measure_task t where t.measure_id = ${id} order by t.position for update of t`.execute(tx)
  const shared = {
    fromAbove: row.from_above,
    mandatory: row.mandatory,
    withdrawn: row.withdrawn,
    planState: row.plan_state,
    planLevel: row.kind,
    byEvent: row.term_kind === 'by-event',
  }
  return {
    id: row.id,
    planId: row.plan_id,
    planState: row.plan_state,
    unit: { id: row.unit_id, path: row.unit_path, level: row.kind },
    number: row.number,
    text: row.text,
    state: row.state,
    fromAbove: shared.fromAbove,
    mandatory: row.mandatory,
    withdrawn: row.withdrawn,
    byEvent: shared.byEvent,
    version: row.version,
    tasks: tasks.map(task => ({
      id: task.id,
      position: task.position,
      title: task.title,
      version: task.version,
      facts: {
        ...shared,
        state: task.state,
        stateBefore: task.state_before,
        dueOn: task.due_on,
        submittedBy: task.submitted_by,
      },
    })),
  }
}

/** From where the reader acts on a plan of the unit at this path. */
export function fromOf({ unitPath }: Pick<Scope, 'unitPath'>, planPath: string): From {
  return unitPath === planPath ? 'own' : 'above'
}

/** What lies with a task already: a second submission adds to it. */
export async function evidenceOf(tx: Tx, taskId: number): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    select e.kind, e.title, e.document_number as number, e.document_date as date, e.url, e.plan_id as "planId",
      coalesce((select array_agg(f.id) from stored_file f
        where f.subject = 'evidence' and f.subject_id = e.id::text and f.removed_at is null), '{}') as "fileIds"
    from evidence e join measure_task t on t.id = e.task_id and t.measure_id = e.measure_id
    where t.id = ${taskId} order by e.id`.execute(tx)
  return [...rows]
}
