import type { Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { ImportPlan, MissingSchool } from './import-plan.ts'

/** Refuses when a unit of the plan changed, or a login of it was taken, between the check and now. Locks the units. */
export async function refuseStalePlan(
  tx: Tx,
  plan: ImportPlan,
  closing: readonly MissingSchool[],
): Promise<void> {
  const problems: Problem[] = []
  const seen = new Map([...plan.changed, ...closing].map(({ id, version, name }) => [id, { version, name }]))
  const parents = [...plan.newSchools, ...plan.changed].flatMap(({ parent }) =>
    parent && 'id' in parent ? [parent.id] : [],
  )
  const ids = [...new Set([...seen.keys(), ...parents])]
  const units =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('unit')
          .select(['id', 'version', 'name', 'withdrawn_at'])
          .where('id', 'in', ids)
          .orderBy('id')
          .forUpdate()
          .execute()
  const found = new Map(units.map(unit => [unit.id, unit]))
  for (const [id, { version, name }] of seen)
    if (found.get(id)?.version !== version) problems.push({ code: 'registry-plan-stale', params: { name } })
  for (const id of parents) {
    const parent = found.get(id)
    if (!parent || parent.withdrawn_at !== null)
      problems.push({ code: 'registry-plan-stale', params: { name: parent?.name ?? '' } })
  }
  const digits = plan.newSchools.map(school => school.digits)
  const taken =
    digits.length === 0
      ? []
      : await tx
          .selectFrom('unit')
          .select('name')
          .where('digits', 'in', digits)
          .where('withdrawn_at', 'is', null)
          .execute()
  for (const { name } of taken) problems.push({ code: 'registry-plan-stale', params: { name } })
  if (problems.length > 0) throw new ProblemError(problems)
}
