import type { Tx } from '../../../platform/database/index.ts'

/** Records that are a part of another in people's eyes, by the table they stand in. */
export interface Parts {
  readonly subject: string
  readonly ids: readonly string[]
}

/** A unit's history is also that of its logins and former names: somebody looking for an old login looks there. */
export async function partsOfRecord(tx: Tx, subject: string, id: string): Promise<Parts[]> {
  if (subject !== 'unit' || !/^\d{1,9}$/.test(id)) return []
  const aliases = await tx.selectFrom('unit_alias').select('id').where('unit_id', '=', Number(id)).execute()
  return [{ subject: 'unit_alias', ids: aliases.map(alias => String(alias.id)) }]
}
