import type { Tx } from '../../../platform/database/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { differSpecifications, type SpecificationChange } from '../differ-specifications.ts'
import type { Paper } from '../list-papers.ts'
import { bundledSpecifications } from '../load-specifications.ts'
import { stateOfPaper } from '../rules.ts'
import { findSpecification, keyOf, type SpecificationKey } from '../specifications.ts'
import { listRevisions } from './list-revisions.ts'

/** How a paper came to be what it is, step by step. */
export interface PaperStep {
  readonly revision: number
  readonly createdBy: string | null
  readonly createdAt: Date | null
  readonly source: string
  readonly reason: string | null
  readonly changes: readonly SpecificationChange[]
}

export interface PaperPage extends Paper {
  readonly faults: readonly Problem[]
  /** The latest first; revision 0 is what came with the program. */
  readonly steps: readonly PaperStep[]
  readonly campaign: { readonly id: number; readonly title: string } | null
}

/** One paper with its history. Throws `not-found` where neither the region nor the program knows it. */
export async function getPaper(tx: Tx, key: SpecificationKey): Promise<PaperPage> {
  const bundled = bundledSpecifications()
  const official = bundled.get(keyOf(key)) ?? null
  const revisions = await listRevisions(tx, key)
  const specification = revisions[0]?.specification ?? official
  if (!specification) throw new ProblemError({ code: 'not-found' })
  const own = new Map(revisions.slice(0, 1).map(one => [keyOf(key), one.specification]))
  const found = findSpecification({ file: null, sha256: null, bundled, own }, key)
  const steps: PaperStep[] = revisions.map((one, index) => {
    const before = revisions[index + 1]?.specification ?? official
    const { revision, createdBy, createdAt, source, reason } = one
    const changes = before ? differSpecifications(before, one.specification) : []
    return { revision, createdBy, createdAt, source, reason, changes }
  })
  if (official)
    steps.push({
      revision: 0,
      createdBy: null,
      createdAt: null,
      source: official.source,
      reason: null,
      changes: [],
    })
  return {
    specification,
    state: stateOfPaper(found),
    faults: [...(found?.problems ?? []), ...(found?.warnings ?? [])],
    origin: revisions.length > 0 ? 'own' : 'bundled',
    revision: revisions[0]?.revision ?? 0,
    revisedAt: revisions[0]?.createdAt ?? null,
    steps,
    campaign: await campaignOf(tx, specification),
  }
}

async function campaignOf(
  tx: Tx,
  { procedure, version, year, grade, subject }: SpecificationKey,
): Promise<{ id: number; title: string } | null> {
  const row = await tx
    .selectFrom('assessment')
    .innerJoin('campaign', 'campaign.id', 'assessment.campaign_id')
    .select(['campaign.id', 'campaign.title'])
    .where('assessment.procedure', '=', procedure)
    .where('paper_version', 'is not distinct from', version)
    .where('year', '=', year)
    .where('grade', '=', grade)
    .where('subject', '=', subject)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
