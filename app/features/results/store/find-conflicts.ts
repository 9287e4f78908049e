import type { Problem } from '../../../platform/problem.ts'
import { nameOfSet } from '../../procedures/index.ts'
import type { BatchManifest } from '../types.ts'
import type { Store } from './open-store.ts'
import { readSchools } from './read-schools.ts'
import { worksSource } from './read-works.ts'

/** More schools than this are counted, not listed. */
const LISTED = 5

/**
 * Looks for works that would be counted twice: a set given in two layouts, or with different tasks, is a problem;
 * a school that stands in two files of one set is a warning (a large school may send two files). Undone batches
 * are passed over.
 */
export function findConflicts(
  store: Store,
  batches: readonly BatchManifest[],
): Promise<{ problems: Problem[]; warnings: Problem[] }> {
  return compareBatches(batches, batch => readSchools([worksSource(store, batch)]))
}

type SchoolsOf = (batch: BatchManifest) => Promise<readonly { school: string; login: string }[]>

/**
 * The same, where the schools of a batch are known from somewhere else than its file.
 *
 * @param isAsked of the later of two batches: whether the pair is to be told
 */
export async function compareBatches(
  batches: readonly BatchManifest[],
  schoolsOf: SchoolsOf,
  isAsked: (batch: BatchManifest) => boolean = () => true,
): Promise<{ problems: Problem[]; warnings: Problem[] }> {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const active = batches.filter(({ undone }) => undone === null)
  for (const set of Map.groupBy(active, ({ assessment }) => nameOfSet(assessment)).values()) {
    const [first, ...others] = set
    for (const other of others.filter(isAsked)) {
      const params = { set: nameOfSet(first.assessment), first: first.source.file, second: other.source.file }
      const place = { file: other.source.file }
      if (other.layout !== first.layout)
        problems.push({
          code: 'set-in-two-layouts',
          params: { ...params, layout: first.layout, other: other.layout },
          place,
        })
      else if (tasksOf(other) !== tasksOf(first)) problems.push({ code: 'set-tasks-differ', params, place })
    }
    if (others.length > 0) warnings.push(...(await sharedSchools(set, schoolsOf, isAsked)))
  }
  return { problems, warnings }
}

/** One note per pair of files, however many schools they share: a file given twice under two names shares them all. */
async function sharedSchools(
  set: readonly BatchManifest[],
  schoolsOf: SchoolsOf,
  isAsked: (batch: BatchManifest) => boolean,
): Promise<Problem[]> {
  const name = nameOfSet(set[0].assessment)
  const firstFile = new Map<string, string>()
  const shared = new Map<string, { first: string; second: string; logins: string[] }>()
  for (const batch of set) {
    const second = batch.source.file
    for (const { school, login } of await schoolsOf(batch)) {
      const first = firstFile.get(school)
      if (first === undefined) {
        firstFile.set(school, second)
        continue
      }
      if (!isAsked(batch)) continue
      const pair = `${first}\n${second}`
      const { logins } = shared.get(pair) ?? shared.set(pair, { first, second, logins: [] }).get(pair)!
      logins.push(login)
    }
  }
  return [...shared.values()].map(({ first, second, logins }) => ({
    code: 'school-in-two-files',
    params: {
      set: name,
      count: logins.length,
      schools: logins.slice(0, LISTED).join(', '),
      more: Math.max(0, logins.length - LISTED),
      first,
      second,
    },
    place: { file: second },
  }))
}

/** A file of ОГЭ or ЕГЭ does not state its maximum: without a description it is the highest score met in that file. */
function tasksOf({ tasks, maxScore, layout }: BatchManifest): string {
  const stated = layout === 'oge' || layout === 'ege' ? null : maxScore
  return JSON.stringify([stated, tasks.map(({ name, max }) => [name, max])])
}
