import type { Period } from '@objektiv/russian-terms'
import { type Selectable, sql } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Level } from '../reading/plan.ts'

export type PlanRow = Selectable<Schema['plan']>
export type MeasureRow = Selectable<Schema['plan_measure']>

/** A plan with the level of the unit whose it is. */
export interface HeldPlan extends PlanRow {
  readonly level: Level
}

/** The time that gives years to the terms of a plan. */
export function periodOf({ starts_on, ends_on, school }: PlanRow): Period {
  return { start: starts_on, end: ends_on, school }
}

/** One plan in reach. Throws `not-found`. */
export async function readPlanRow(tx: Tx, id: number): Promise<HeldPlan> {
  return onlyPlan(tx, id)
}

/**
 * The same, held until the end of the transaction at the version that was read. Throws `not-found`,
 * `changed-by-another`.
 */
export async function lockPlan(tx: Tx, id: number, version?: number): Promise<HeldPlan> {
  await sql`select id from plan where id = ${id} and removed_at is null for update`.execute(tx)
  const plan = await onlyPlan(tx, id)
  if (version !== undefined && plan.version !== version)
    throw new ProblemError({ code: 'changed-by-another' })
  return plan
}

async function onlyPlan(tx: Tx, id: number): Promise<HeldPlan> {
  const plan = await tx
    .selectFrom('plan')
    .innerJoin('unit', 'unit.id', 'plan.unit_id')
    .selectAll('plan')
    .select('unit.kind as level')
    .where('plan.id', '=', id)
    .where('plan.removed_at', 'is', null)
    .executeTakeFirst()
  if (!plan) throw new ProblemError({ code: 'not-found' })
  return plan as HeldPlan
}

/** Every change of a plan counts. */
export async function touchPlan(tx: Tx, id: number, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('plan')
    .set({ changed_at: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Measures that stand in a plan, in their order. */
export async function measuresOf(tx: Tx, planId: number): Promise<MeasureRow[]> {
  return tx
    .selectFrom('plan_measure')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
