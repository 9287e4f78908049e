import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Level } from '../reading/plan.ts'
import { type HeldPlan, lockPlan } from './plan-rows.ts'

export interface PlanUnit {
  readonly id: number
  readonly path: string
  readonly level: Level
}

/**
 * The unit in whose name a plan is made: the reader's own. A plan is signed by whoever carries it out, so nobody writes
 * it for those below; to them plans are sent. Throws `not-found`, `plan-of-its-unit`.
 */
export async function ownUnit(tx: Tx, { unitPath }: Pick<Scope, 'unitPath'>, id: number): Promise<PlanUnit> {
  const unit = await tx
    .selectFrom('unit')
    .select(['id', 'path', 'kind'])
    .where('id', '=', id)
    .where('path', '>=', unitPath)
    .executeTakeFirst()
  if (!unit || unit.kind === 'class') throw new ProblemError({ code: 'not-found' })
  if (unit.path !== unitPath) throw new ProblemError({ code: 'plan-of-its-unit' })
  return { id: unit.id, path: unit.path, level: unit.kind }
}

/** A plan of the reader's own unit, held at the version that was read. Throws what lockPlan throws, `plan-of-its-unit`. */
export async function lockOwnPlan(
  tx: Tx,
  { unitPath }: Pick<Scope, 'unitPath'>,
  id: number,
  version: number,
): Promise<HeldPlan> {
  const plan = await lockPlan(tx, id, version)
  if (plan.unit_path !== unitPath) throw new ProblemError({ code: 'plan-of-its-unit' })
  return plan
}

/** Throws `plan-closed` for a plan whose year is over. */
export function refuseClosed({ state }: Pick<HeldPlan, 'state'>): void {
  if (state === 'closed') throw new ProblemError({ code: 'plan-closed' })
}
