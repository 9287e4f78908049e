import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { CARRIED_BELOW } from '../measures/carried-below.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { freezePlan } from './frozen-plan.ts'
import { OWED_LIST } from './owed-states.ts'
import { lockOwnPlan, refuseClosed } from './own-plan.ts'
import { touchPlan } from './plan-rows.ts'
import { proveByPlan } from './prove-by-plan.ts'
import { approvalColumns, type PlanApproval } from './save-plan.ts'

interface Approving {
  readonly version: number
  readonly approval: PlanApproval
}

/** Freezes a plan as its next version. Throws `plan-of-its-unit`, `changed-by-another`, `plan-closed`, `plan-without-measures`. */
export async function approvePlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  id: number,
  { version, approval }: Approving,
  moment: { readonly now: Date; readonly today: LocalDate },
): Promise<{ version: number; number: number }> {
  const { now } = moment
  const plan = await lockOwnPlan(tx, scope, id, version)
  refuseClosed(plan)
  await nameAct(tx, 'plan.approved')
  const approved = await tx
    .updateTable('plan')
    .set({
      ...approvalColumns(approval),
      state: 'approved',
      changed_at: now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const body = await freezePlan(tx, approved)
  if (body.measures.length === 0) throw new ProblemError({ code: 'plan-without-measures' })
  const { number } = await tx
    .insertInto('plan_version')
    .values({
      plan_id: id,
      unit_id: plan.unit_id,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from plan_version where plan_id = ${id})`,
      body: JSON.stringify(body),
      approved_at: now,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  await proveByPlan(tx, approved, moment)
  return { version: approved.version, number }
}

interface Closing {
  readonly version: number
  /** What came of the year. */
  readonly text: string
  /** Whoever ends it knows that measures of it are not done, and leaves them so. */
  readonly leaveOpen: boolean
}

/**
 * Ends the year of a plan with a word on its result. Throws `plan-not-approved`, `plan-measures-open` where some are not done
 * and nobody said that they stay so, and what approving throws.
 */
export async function closePlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  id: number,
  { version, text, leaveOpen }: Closing,
  now: Date,
): Promise<{ version: number }> {
  const plan = await lockOwnPlan(tx, scope, id, version)
  refuseClosed(plan)
  if (plan.state !== 'approved') throw new ProblemError({ code: 'plan-not-approved' })
  const open = leaveOpen ? 0 : await countOpen(tx, id)
  if (open > 0) throw new ProblemError({ code: 'plan-measures-open', params: { count: open } })
  await nameAct(tx, 'plan.closed', text)
  return tx
    .updateTable('plan')
    .set({
      state: 'closed',
      closed_at: now,
      result: text,
      changed_at: now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
}

/** Measures that are neither accepted nor called off; what waits for cases and met none is done, and what those below do is theirs to end. */
async function countOpen(tx: Tx, planId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from plan_measure m
    where plan_id = ${planId} and removed_at is null and state in (${OWED_LIST}, 'submitted')
      and not ${CARRIED_BELOW}`.execute(tx)
  return rows[0].count
}

/** Takes a draft away. What came from above stays: its measures are expected. Throws `plan-not-draft`, `plan-from-above`. */
export async function removePlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  id: number,
  version: number,
  now: Date,
): Promise<void> {
  const plan = await lockOwnPlan(tx, scope, id, version)
  if (plan.state !== 'draft') throw new ProblemError({ code: 'plan-not-draft' })
  if (plan.above_id !== null) throw new ProblemError({ code: 'plan-from-above' })
  await nameAct(tx, 'plan.removed')
  await tx.updateTable('plan').set({ removed_at: now }).where('id', '=', id).execute()
  await touchPlan(tx, id, now)
}
