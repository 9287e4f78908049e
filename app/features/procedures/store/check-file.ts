import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { checkScale } from '../check-scale.ts'
import { differSpecifications, type SpecificationChange } from '../differ-specifications.ts'
import { bundledSpecifications } from '../load-specifications.ts'
import { parseSpecificationFile } from '../read-specification-file.ts'
import { keyOf } from '../specifications.ts'
import type { Specification } from '../types.ts'
import { latestRevisions } from './specifications-of.ts'

/** An entry of an uploaded file against what is known of its paper. */
export interface CheckedEntry {
  readonly specification: Specification
  readonly state: 'new' | 'changed' | 'same'
  /** The revision that it would follow. */
  readonly base: number
  readonly changes: readonly SpecificationChange[]
}

/** Compares a specification file with what is known. Throws every fault of the file at once, scales among them. */
export async function checkFile(tx: Tx, text: string, file: string): Promise<CheckedEntry[]> {
  const { specifications, problems } = parseSpecificationFile(text, file)
  const faults = specifications.flatMap(({ entry, specification }) =>
    checkScale(specification).map(fault => ({ ...fault, place: { file, entry } })),
  )
  if (problems.length + faults.length > 0) throw new ProblemError([...problems, ...faults])
  const bundled = bundledSpecifications()
  const latest = await latestRevisions(tx)
  return specifications.map(({ specification }) => {
    const key = keyOf(specification)
    const kept = latest.get(key)
    const before = kept?.specification ?? bundled.get(key) ?? null
    // An entry that names no source takes the one that is given for the whole file: no change by itself.
    const source = specification.source || (before?.source ?? '')
    const changes = before ? differSpecifications(before, { ...specification, source }) : []
    const state = before === null ? 'new' : changes.length > 0 ? 'changed' : 'same'
    return { specification, state, base: kept?.revision ?? 0, changes }
  })
}
