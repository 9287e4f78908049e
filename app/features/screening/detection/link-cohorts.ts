import type { CohortLink } from '@objektiv/forensics'
import type { AssessmentKey } from '../../results/index.ts'
import type { CollectedWorks } from './collect-works.ts'

/**
 * Finds for each set the same classes one year earlier (grade less one, same procedure, version and subject) or, where
 * there is no earlier year, one year later. A class is the same where school and label are; pupils are not linked by
 * any protocol, so that classes which were merged or parted are not told from those which were not.
 */
export function linkCohorts(sets: readonly CollectedWorks[]): CohortLink[] {
  return sets.flatMap((own, set) => {
    const other = [-1, 1]
      .map(years => sets.findIndex(one => isSameCohort(own.assessment, one.assessment, years)))
      .find(index => index >= 0)
    return other === undefined ? [] : [{ set, other, classOf: sameClasses(own, sets[other]) }]
  })
}

function isSameCohort(own: AssessmentKey, other: AssessmentKey, years: number): boolean {
  return (
    own.procedure === other.procedure &&
    own.version === other.version &&
    own.subject === other.subject &&
    own.grade + years === other.grade &&
    own.year + years === other.year
  )
}

function sameClasses(own: CollectedWorks, other: CollectedWorks): Int32Array {
  const places = new Map(namesOf(other).map((name, group) => [name, group]))
  return Int32Array.from(namesOf(own), name => places.get(name) ?? -1)
}

/** School and label of each class. */
function namesOf({ works, classOfGroup }: CollectedWorks): string[] {
  const names = classOfGroup.map(() => '')
  for (let i = 0; i < works.count; i++) {
    const group = works.group?.[i] ?? -1
    if (group >= 0 && names[group] === '') names[group] = `${works.school[i]} ${classOfGroup[group]}`
  }
  return names
}
