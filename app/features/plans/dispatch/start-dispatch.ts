import type { Scope, Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import type { Jobs } from '../../../platform/jobs/index.ts'
import { editPlan } from '../store/edit-plan.ts'
import { readPlanRow } from '../store/plan-rows.ts'
import { type Sending, sendPlan } from '../store/send-plan.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { tellOfSending } from '../tell-of-plans.ts'
import { startDispatch } from './dispatches.ts'

type Enqueue = Pick<Jobs, 'enqueue'>

/** Sends a plan: to few units at once, and where they are many the first part at once and the rest in a job. */
export async function sendFurther(
  tx: Tx,
  jobs: Enqueue,
  { scope, personId }: Actor,
  id: number,
  asked: Parameters<typeof sendPlan>[3],
  today: LocalDate,
): Promise<Sending> {
  const sent = await sendPlan(tx, scope, id, asked, today)
  await tellOfSending(tx, sent, { personId, today })
  const { plan, copies, waiting } = sent
  const reached = copies.length
  if (waiting.length > 0)
    await startDispatch(tx, jobs, { plan, kind: 'copies', waiting, reached, total: reached + waiting.length })
  return sent
}

/** Changes the heading of a plan; copies that another period leaves waiting are moved in a job. The new version. */
export async function editFurther(
  tx: Tx,
  jobs: Enqueue,
  scope: Scope,
  id: number,
  patch: Parameters<typeof editPlan>[3],
  moment: { readonly now: Date; readonly today: LocalDate },
): Promise<number> {
  const { version, below } = await editPlan(tx, scope, id, patch, moment)
  if (below) {
    const { moved: reached, left } = below
    const plan = await readPlanRow(tx, id)
    await startDispatch(tx, jobs, { plan, kind: 'period', waiting: [], reached, total: reached + left })
  }
  return version
}
