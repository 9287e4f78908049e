import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { likeEveryWord } from './like-every-word.ts'

/** Ids of the people whose name holds every word, or their e-mail where the reader may know it. */
export async function findPeopleIds(tx: Tx, words: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('person as p')
    .leftJoin('person_known as k', 'k.id', 'p.id')
    .select('p.id')
    .where(likeEveryWord(sql`p.name || ' ' || coalesce(k.email, '')`, words))
    .execute()
  return rows.map(({ id }) => id)
}
