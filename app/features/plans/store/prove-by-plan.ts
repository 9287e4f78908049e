import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { rollUpMeasure } from '../measures/roll-up-measure.ts'
import type { LocalDate, TaskState } from '../task-state.rules.ts'
import { OWED_LIST } from './owed-states.ts'
import type { HeldPlan } from './plan-rows.ts'

interface Owed {
  readonly id: number
  readonly measure: number
  readonly state: TaskState
}

/**
 * An approved plan is what the level above has asked for where it has asked for a plan: it is handed in as the proof of
 * those measures, and waits to be accepted like any other. The plan of a municipality is not what schools are asked for.
 */
export async function proveByPlan(
  tx: Tx,
  { id, unit_id, title, approved_on, approval_number }: Omit<HeldPlan, 'level'>,
  { now, today }: { readonly now: Date; readonly today: LocalDate },
): Promise<void> {
  const { rows } = await sql<Owed>`
    select t.id, t.measure_id as measure, t.state from measure_task t join plan_measure m on m.id = t.measure_id
      join unit u on u.id = m.unit_id
    where m.plan_id = ${id} and m.by_plan and m.above_id is not null and m.removed_at is null
      and (m.level is null or m.level = u.kind)
      and t.state in (${OWED_LIST})
    order by t.id for update of t`.execute(tx)
  for (const task of rows) {
    await sql`update measure_task set state = 'submitted', submitted_by = app.account(), submitted_at = ${now},
      version = version + 1 where id = ${task.id}`.execute(tx)
    const step = await tx
      .insertInto('measure_step')
      .values({
        ...{ measure_id: task.measure, task_id: task.id, unit_id, at: now, kind: 'submitted' },
        ...{ state_before: task.state, state_after: 'submitted', due_on: null, text: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('evidence')
      .values({
        ...{ measure_id: task.measure, task_id: task.id, step_id: step.id, unit_id, kind: 'plan', title },
        ...{ document_number: approval_number, document_date: approved_on, url: null, plan_id: id },
      })
      .execute()
  }
  for (const measure of new Set(rows.map(row => row.measure)))
    await rollUpMeasure(tx, measure, { now, today })
}
