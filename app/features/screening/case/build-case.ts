import { ProblemError } from '../../../platform/problem.ts'
import { type AssessmentKey, readParticipants, readSchools, worksSource } from '../../results/index.ts'
import { parseLogin } from '../../territory/index.ts'
import { collectWorks } from '../detection/collect-works.ts'
import { isExamination } from '../detection/examinations.ts'
import { groupSets } from '../group-sets.ts'
import { makeRoster } from '../roster.ts'
import { inFixedOrder, type ScreeningInput } from '../run-screening.ts'
import { measureCase } from './measure-case.ts'
import type { Case, CaseSet } from './types.ts'

/**
 * The case of one school: person fit of its pupils and similar pairs, by code. It is asked for by name and kept apart from
 * the screening, so that no report of the region can carry it.
 *
 * @param named login («sch990001») or its six digits
 * @throws ProblemError `case-school-unknown` where no row is that school's, `case-no-tasks` where none of its sets has
 *   scores of tasks
 */
export async function buildCase(
  input: Pick<ScreeningInput, 'store' | 'batches' | 'registry' | 'specifications'>,
  named: string,
): Promise<Case> {
  const { store, registry, specifications } = input
  const batches = inFixedOrder(input.batches.filter(batch => batch.undone === null))
  const { groups, problems } = groupSets(batches, specifications)
  if (problems.length > 0) throw new ProblemError(problems)
  const met = await readSchools(batches.map(batch => worksSource(store, batch)))
  const roster = makeRoster(
    new Map(met.map(({ school, login }) => [Number(school), login])),
    registry?.byKey ?? null,
  )
  const key = /^\d{6}$/.test(named.trim()) ? named.trim() : parseLogin(named)?.key
  const school = roster.schools.find(one => one.key === key)
  if (!school) throw new ProblemError({ code: 'case-school-unknown', params: { school: named } })

  const sets: CaseSet[] = []
  const unmeasured: AssessmentKey[] = []
  for (const [set, group] of groups.entries()) {
    // Marked outside the school: there is nothing to look into here.
    if (isExamination(group.assessment)) continue
    const own = await readParticipants(
      group.batches.map(batch => worksSource(store, batch)),
      school.key,
    )
    if (own.count === 0) continue
    const measured =
      group.tasks.length === 0
        ? null
        : measureCase(group.assessment, (await collectWorks(store, set, group, roster)).works, own)
    if (measured === null) unmeasured.push(group.assessment)
    else sets.push(measured)
  }
  if (sets.length === 0) throw new ProblemError({ code: 'case-no-tasks', params: { school: school.login } })
  const name = school.registered?.name ?? null
  return { key: school.key, school: school.login, name, sets, unmeasured }
}
