import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { checkPaper } from '../check-paper.ts'
import { differSpecifications } from '../differ-specifications.ts'
import { bundledSpecifications } from '../load-specifications.ts'
import { toEntry } from '../specification-schema.ts'
import { keyOf } from '../specifications.ts'
import type { Specification } from '../types.ts'
import { ownUnit } from './create-campaign.ts'
import { listRevisions } from './list-revisions.ts'

export interface RevisionToSave {
  readonly specification: Specification
  /** The revision that the person saw: 0 for the bundled paper, or where there was none. */
  readonly base: number
  readonly reason?: string | undefined
}

/**
 * Keeps a description of a paper as a new revision; earlier ones stay for the runs that used them. A scale with an
 * overlap, a gap or wrong ends is refused with the place named, also where the official document has it so: a person
 * gives the corrected one with its source. Returns the number of the revision, or the present one when nothing differs.
 */
export async function saveRevision(
  tx: Tx,
  { specification, base, reason }: RevisionToSave,
): Promise<{ revision: number; changed: boolean }> {
  const unitId = await ownUnit(tx)
  const problems = checkPaper(specification)
  if (problems.length > 0) throw new ProblemError(problems)
  const [latest] = await listRevisions(tx, specification)
  const current = latest?.revision ?? 0
  if (current !== base) throw new ProblemError({ code: 'changed-by-another' })
  const before = latest?.specification ?? bundledSpecifications().get(keyOf(specification)) ?? null
  if (before && differSpecifications(before, specification).length === 0)
    return { revision: current, changed: false }
  const { procedure, version, year, grade } = specification
  // One paper keeps one spelling of its subject.
  const subject = before?.subject ?? specification.subject
  await nameAct(tx, 'specification.revised', reason)
  const written = await tx
    .insertInto('specification')
    .values({
      unit_id: unitId,
      ...{ procedure, paper_version: version, year, grade, subject },
      revision: current + 1,
      content: JSON.stringify(toEntry({ ...specification, subject })),
      source: specification.source,
      reason: reason ?? null,
    })
    // Two people at one paper in the same moment: the second is told.
    .onConflict(conflict => conflict.doNothing())
    .returning('revision')
    .executeTakeFirst()
  if (!written) throw new ProblemError({ code: 'changed-by-another' })
  return { revision: written.revision, changed: true }
}
