import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { rollUp } from '../roll-up.ts'
import type { LocalDate, TaskState } from '../rules.ts'
import type { Acted } from './act-on-measure.ts'

/** Writes into a measure what follows from its tasks, and counts the edit. */
export async function rollUpMeasure(
  tx: Tx,
  id: number,
  { now, today }: { readonly now: Date; readonly today: LocalDate },
): Promise<Acted> {
  const { rows } = await sql<{ state: TaskState; dueOn: LocalDate | null }>`
    select state, due_on as "dueOn" from measure_task where measure_id = ${id} order by position`.execute(tx)
  const { state, dueOn, done, total } = rollUp(rows, today)
  const { version } = await tx
    .updateTable('plan_measure')
    .set({
      state,
      due_on: dueOn,
      tasks_done: done,
      tasks_total: total,
      changed_at: now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return { id, version, state }
}
