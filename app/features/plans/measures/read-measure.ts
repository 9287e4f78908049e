import { type Selectable, sql } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { listAttachedToAll, type StoredFile } from '../../files/index.ts'
import type { LocalDate, TaskState } from '../rules.ts'
import type { EvidenceKind, MeasureState } from '../tables.ts'

/** What proves a task, as it was handed in. */
export interface KeptEvidence {
  readonly id: number
  readonly taskId: number
  readonly kind: EvidenceKind
  readonly title: string
  readonly number: string | null
  readonly date: LocalDate | null
  readonly url: string | null
  /** A plan below that proves it, as far as it is in reach. */
  readonly plan: {
    readonly id: number
    readonly title: string
    readonly unitId: number
    readonly unit: string
  } | null
  readonly files: readonly StoredFile[]
}

export interface MeasureTask {
  readonly id: number
  readonly title: string | null
  readonly dueOn: LocalDate | null
  readonly plannedOn: LocalDate | null
  readonly state: TaskState
  readonly stateBefore: TaskState | null
  readonly submittedBy: string | null
  readonly submittedAt: Date | null
  readonly escalated: number
  readonly version: number
}

/** Everything of one measure that its page shows besides what lists know. */
export interface MeasureParts {
  readonly row: Selectable<Schema['plan_measure']>
  readonly tasks: readonly MeasureTask[]
  readonly evidence: readonly KeptEvidence[]
  readonly steps: readonly Selectable<Schema['measure_step']>[]
  readonly below: readonly { readonly state: MeasureState; readonly count: number }[]
}

/** A measure that is in reach: whether it is was asked before. */
export async function readMeasure(tx: Tx, id: number): Promise<MeasureParts> {
  const row = await tx.selectFrom('plan_measure').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const { rows: tasks } = await sql<MeasureTask>`
    select t.id, t.title, t.due_on as "dueOn", t.planned_on as "plannedOn", t.state, t.submitted_by as "submittedBy",
      t.submitted_at as "submittedAt", t.escalated, t.version,
      (select s.state_before from measure_step s
        where s.measure_id = t.measure_id and s.task_id = t.id and s.kind = 'cancelled' order by s.id desc limit 1) as "stateBefore"
    from measure_task t where t.measure_id = ${id} order by t.position`.execute(tx)
  const { rows: steps } = await sql<Selectable<Schema['measure_step']>>`
    select * from measure_step where measure_id = ${id} order by id`.execute(tx)
  const { rows: below } = await sql<{ state: MeasureState; count: number }>`
    select state, count(*) as count from plan_measure
    where (above_id = ${id} or root_id = ${id}) and removed_at is null group by state order by state`.execute(
    tx,
  )
  return { row, tasks, evidence: await readEvidence(tx, id), steps, below }
}

async function readEvidence(tx: Tx, measureId: number): Promise<KeptEvidence[]> {
  const { rows } = await sql<Omit<KeptEvidence, 'files'>>`
    select e.id, e.task_id as "taskId", e.kind, e.title, e.document_number as number, e.document_date as date, e.url,
      case when p.id is not null then
        jsonb_build_object('id', p.id, 'title', p.title, 'unitId', p.unit_id, 'unit', u.name) end as plan
    from evidence e left join plan p on p.id = e.plan_id left join unit u on u.id = p.unit_id
    where e.measure_id = ${measureId} order by e.id`.execute(tx)
  const files = await listAttachedToAll(
    tx,
    'evidence',
    rows.map(({ id }) => String(id)),
  )
  return rows.map(row => ({ ...row, files: files.get(String(row.id)) ?? [] }))
}
