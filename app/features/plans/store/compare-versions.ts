import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { diffMeasures, type MeasureChange } from '../diff-plans.ts'
import { type FrozenPlan, freezePlan, readVersion } from './frozen-plan.ts'
import type { PlanRow } from './plan-rows.ts'
import type { PlanHeader } from './save-plan.ts'

export interface HeaderChange {
  readonly field: 'title' | 'period' | 'abbreviations'
  readonly before: PlanHeader
  readonly after: PlanHeader
}

export interface PlanChanges {
  /** Version that it is held against; null for a plan that was never approved. */
  readonly since: number | null
  readonly header: readonly HeaderChange[]
  readonly measures: readonly (MeasureChange & { readonly number: string | null; readonly text: string })[]
}

const NONE: PlanChanges = { since: null, header: [], measures: [] }

/** What was changed in a plan since one of its versions, the last when none is named. Throws `not-found`. */
export async function changesOf(tx: Tx, plan: PlanRow, since?: number): Promise<PlanChanges> {
  const version = await readVersion(tx, plan.id, since)
  if (version === null) {
    if (since !== undefined) throw new ProblemError({ code: 'not-found' })
    return NONE
  }
  return { since: version.number, ...compare(version.body, await freezePlan(tx, plan)) }
}

function compare(before: FrozenPlan, after: FrozenPlan): Omit<PlanChanges, 'since'> {
  const known = new Map([...before.measures, ...after.measures].map(measure => [measure.key, measure]))
  const fields = ['title', 'period', 'abbreviations'] as const
  return {
    header: fields
      .filter(field => print(before.header[field]) !== print(after.header[field]))
      .map(field => ({ field, before: before.header, after: after.header })),
    measures: diffMeasures(before.measures, after.measures).map(change => {
      const { number, text } = known.get(change.key)!
      return { ...change, number, text }
    }),
  }
}

/** Keys of an object come out of jsonb in another order than they went in. */
function print(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
