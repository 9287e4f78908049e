import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../task-state.rules.ts'

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
