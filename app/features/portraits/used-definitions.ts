import type { Asked } from './asked.ts'
import { cohortOf, journalOf, markerOf } from './details.ts'
import type { SectionId } from './types.ts'

/** Ids of the product's definitions whose words or numbers stand in a portrait. */
export function usedDefinitions(asked: Asked): ReadonlySet<string> {
  const { request, sets } = asked
  const has = (id: SectionId) => !request.template.off.includes(id)
  const rows =
    asked.level === 'school'
      ? asked.sets.map(({ row }) => row)
      : asked.sets.flatMap(({ group }) => group.members.map(({ row }) => row))
  // The index of a territory counts every sign of the method; of a school those that it has.
  const isMarked = (id: 'journal-mismatch' | 'cohort-rise' | 'cohort-fall') =>
    asked.level !== 'school' || rows.some(row => markerOf(row, id)?.marked === true)
  const hasCohorts = has('marks') && rows.some(row => cohortOf(row) !== null)
  const used: Readonly<Record<string, boolean>> = {
    'high-mean': has('results') || has('areas'),
    'journal-mismatch': isMarked('journal-mismatch'),
    'cohort-rise': hasCohorts || isMarked('cohort-rise'),
    'cohort-fall': hasCohorts || isMarked('cohort-fall'),
    'boundary-bunching': sets.some(({ set }) => set.set.boundaries !== null),
    'task-inversion': has('areas') && rows.some(row => markerOf(row, 'task-inversion') !== null),
    'journal-gap': has('marks') && rows.some(row => journalOf(row) !== null),
    funnel: sets.some(({ set }) => set.set.tau2 !== null),
    'task-profile': has('tasks') && rows.some(({ profile }) => profile.length > 0),
  }
  return new Set(sets.length === 0 ? [] : Object.keys(used).filter(id => used[id]))
}
