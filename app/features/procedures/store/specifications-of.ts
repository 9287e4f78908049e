import { createHash } from 'node:crypto'
import type { Tx } from '../../../platform/database/index.ts'
import { bundledSpecifications } from '../load-specifications.ts'
import { parseEntry } from '../specification-schema.ts'
import { keyOf, type Specifications } from '../specifications.ts'
import type { Specification } from '../types.ts'

/** The paper as the region keeps it now. */
export interface LatestRevision {
  readonly revision: number
  readonly specification: Specification
  readonly createdAt: Date
}

/**
 * Everything that is known of papers: the bundled ones, and over them the latest revision of each that the region
 * keeps. `sha256` is over the revisions used, in an order of its own, so that the same papers give the same hash.
 */
export async function specificationsOf(tx: Tx): Promise<Specifications> {
  const latest = await latestRevisions(tx)
  const own = new Map([...latest].map(([key, { specification }]) => [key, specification]))
  const sha256 = own.size === 0 ? null : hashOf([...own.values()])
  return { file: null, sha256, bundled: bundledSpecifications(), own }
}

/** The latest revision of every paper that the region keeps, by its key and in the order of keys. */
export async function latestRevisions(tx: Tx): Promise<ReadonlyMap<string, LatestRevision>> {
  const rows = await tx
    .selectFrom('specification')
    .distinctOn(['procedure', 'paper_version', 'year', 'grade', 'subject'])
    .select(['content', 'revision', 'created_at'])
    .orderBy('procedure')
    .orderBy('paper_version')
    .orderBy('year')
    .orderBy('grade')
    .orderBy('subject')
    .orderBy('revision', 'desc')
    .execute()
  return new Map(
    rows
      .map(({ content, revision, created_at }) => {
        const specification = readStored(content)
        return [keyOf(specification), { revision, specification, createdAt: created_at }] as const
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** A revision as the program uses it. It was parsed before it was stored, so a failure here is a fault. */
export function readStored(content: unknown): Specification {
  const parsed = parseEntry(content)
  if ('issues' in parsed) throw new Error('A stored specification is broken')
  return parsed.specification
}

function hashOf(specifications: readonly Specification[]): string {
  return createHash('sha256').update(JSON.stringify(specifications)).digest('hex')
}
