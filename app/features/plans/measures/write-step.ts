import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../rules.ts'
import type { HeldPlan } from '../store/plan-rows.ts'
import type { FieldChange } from '../tables.ts'

/** The moment of an act, and the local day it falls on. */
export interface Moment {
  readonly now: Date
  readonly today: LocalDate
}

/** A line of the timeline about the measure as a whole. `changes`: its words before and after. */
export async function writeStep(
  tx: Tx,
  plan: Pick<HeldPlan, 'unit_id'>,
  measureId: number,
  kind: 'created' | 'changed' | 'removed' | 'taken-over' | 'kept',
  { now }: Moment,
  { text, changes }: { readonly text?: string | undefined; readonly changes?: readonly FieldChange[] },
): Promise<void> {
  await tx
    .insertInto('measure_step')
    .values({
      measure_id: measureId,
      task_id: null,
      unit_id: plan.unit_id,
      at: now,
      kind,
      state_before: null,
      state_after: null,
      due_on: null,
      text: text ?? null,
      changes: changes === undefined ? null : JSON.stringify(changes),
    })
    .execute()
}
