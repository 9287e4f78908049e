import type { Problem } from '../../platform/problem.ts'
import { checkScale, nameOfSet } from './check-scale.ts'
import type { Specification } from './types.ts'

/** What a specification is found by. */
export type SpecificationKey = Pick<Specification, 'procedure' | 'version' | 'year' | 'grade' | 'subject'>

/** Everything known of papers in a run; the user's own entry goes before the bundled one of the same key. */
export interface Specifications {
  /** The user's file, null where only the bundled data are used. */
  readonly file: string | null
  /** Hash of the user's file, null without one: part of the data hash of a run. */
  readonly sha256: string | null
  readonly bundled: ReadonlyMap<string, Specification>
  /** In the order of the file: the n-th is its entry n. */
  readonly own: ReadonlyMap<string, Specification>
}

/**
 * A specification fit for use. A faulty scale is taken out (`bands: null`), so that methods that need marks are
 * not run. `problems` stop the run (the user's own scale), `warnings` are told (the official one).
 */
export interface FoundSpecification {
  readonly specification: Specification
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** Key of a set as text; subjects are compared without case and with ё as е. */
export function keyOf({ procedure, version, year, grade, subject }: SpecificationKey): string {
  return [procedure, version ?? '', year, grade, fold(subject)].join('\n')
}

/**
 * Finds the specification of a set, the user's own before the bundled one; null where neither knows it.
 *
 * A scale with an overlap or a gap is never guessed at. If the user wrote it, it is a problem: he can put it
 * right. If it stands so in the official document (География 8 of 2021: 35 is both «4» and «5»), it is a warning
 * and the set is screened without marks until a corrected scale is given.
 */
export function findSpecification(
  { file, bundled, own }: Specifications,
  key: SpecificationKey,
): FoundSpecification | null {
  const id = keyOf(key)
  const mine = own.get(id)
  const official = bundled.get(id)
  const specification = mine ?? official
  if (!specification) return null
  const faults = checkScale(specification)
  if (faults.length === 0) return { specification, problems: [], warnings: [] }
  const refused = { ...specification, bands: null }
  const asOfficial = !mine || JSON.stringify(mine.bands) === JSON.stringify(official?.bands)
  if (!asOfficial) {
    const entry = [...own.keys()].indexOf(id) + 1
    const problems = faults.map(fault => (file === null ? fault : { ...fault, place: { file, entry } }))
    return { specification: refused, problems, warnings: [] }
  }
  const set = nameOfSet(specification)
  const warnings = faults.map(fault => ({ code: `official-${fault.code}`, params: { ...fault.params, set } }))
  return { specification: refused, problems: [], warnings }
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ')
}
