import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { likeEveryWord } from './like-every-word.ts'

/** Ids of the people whose name or e-mail holds every word; of those the reader may know. */
export async function findPeopleIds(tx: Tx, words: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('person as p')
    .select('p.id')
    .where(likeEveryWord(sql`p.name || ' ' || p.email`, words))
    .execute()
  return rows.map(({ id }) => id)
}
