import type { Locale } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'

/** Where a letter to a person goes, and of which units it may speak. */
export interface LetterRecipient {
  readonly address: string
  readonly locale: Locale
  readonly timeZone: string
  readonly unitPaths: readonly string[]
}

/**
 * People who may be written to, by id: not blocked, with the paths of the roles they hold on this local day. For the
 * sender of letters, which works as the system.
 */
export async function findRecipients(
  tx: Tx,
  ids: readonly string[],
  { timeZone, today }: { readonly timeZone: string; readonly today: string },
): Promise<Map<string, LetterRecipient>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person as p')
    .innerJoin('role_grant as g', 'g.person_id', 'p.id')
    .select(['p.id', 'p.email', 'p.locale', 'g.unit_path'])
    .where('p.id', 'in', [...ids])
    .where('p.blocked_at', 'is', null)
    .where('g.revoked_at', 'is', null)
    .where(({ or, eb }) => or([eb('g.valid_from', 'is', null), eb('g.valid_from', '<=', today)]))
    .where(({ or, eb }) => or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>=', today)]))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [
      id,
      { address: own[0].email, locale: own[0].locale, timeZone, unitPaths: own.map(row => row.unit_path) },
    ]),
  )
}
