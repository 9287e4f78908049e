import type { Tx } from '../../../platform/database/index.ts'
import { nameUnits } from '../../territory/index.ts'
import type { ComparedMeasure } from '../diff-plans.ts'
import type { PlanTerm } from '../reading/plan.ts'
import { type MeasureRow, measuresOf, type PlanRow } from './plan-rows.ts'
import type { PlanHeader } from './save-plan.ts'

/** A plan as it stands at one moment: what a version keeps, and what later versions are held against. */
export interface FrozenPlan {
  /** Name of the unit on that day. */
  readonly unit: string
  readonly header: PlanHeader
  /** In their order; the key is the number of the row. */
  readonly measures: readonly ComparedMeasure[]
}

/** The plan as it stands now. */
export async function freezePlan(tx: Tx, plan: PlanRow): Promise<FrozenPlan> {
  const names = await nameUnits(tx, [plan.unit_id])
  return {
    unit: names.get(plan.unit_id) ?? '',
    header: headerOf(plan),
    measures: (await measuresOf(tx, plan.id)).map(comparedOf),
  }
}

/** What stands above the measures. */
export function headerOf(plan: PlanRow): PlanHeader {
  return {
    title: plan.title,
    period: {
      ...{ start: plan.starts_on, end: plan.ends_on, school: plan.school },
      original: plan.period_words,
    },
    approval: {
      ...{ post: plan.approver_post, person: plan.approver_name },
      ...{ date: plan.approved_on, number: plan.approval_number },
    },
    abbreviations: plan.abbreviations,
  }
}

/** A measure as far as versions of a plan are compared, without how far it is. */
export function comparedOf(row: MeasureRow): ComparedMeasure {
  return {
    key: row.id,
    ...{ number: row.number, section: row.section, year: row.year, level: row.level, text: row.text },
    term: termOf(row),
    ...{ plannedStart: row.planned_start, plannedFinish: row.planned_finish },
    ...{ place: row.place, participants: row.participants, responsible: row.responsible },
    ...{ performer: row.performer, expectedResult: row.expected_result, note: row.note },
  }
}

function termOf({ term }: MeasureRow): PlanTerm | null {
  if (term === null) return null
  const { doubts: _, ...plain } = term
  return plain
}

/** Versions of a plan, the first one first. */
export async function listVersions(tx: Tx, planId: number) {
  return tx
    .selectFrom('plan_version')
    .select(['number', 'approved_at as at', 'approved_by as by'])
    .where('plan_id', '=', planId)
    .orderBy('number')
    .execute()
}

export interface PlanVersion {
  readonly number: number
  readonly body: FrozenPlan
}

/** One version, or the last; null when the plan was never approved, or never had that version. */
export async function readVersion(tx: Tx, planId: number, number?: number): Promise<PlanVersion | null> {
  let query = tx.selectFrom('plan_version').select(['number', 'body']).where('plan_id', '=', planId)
  if (number !== undefined) query = query.where('number', '=', number)
  const row = await query.orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row ? { number: row.number, body: row.body as FrozenPlan } : null
}
