import { sql } from 'kysely'
import { type Locale, say } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { BatchState } from '../tables.ts'
import { isUsual } from './is-usual.ts'

/** How files stand, and what was met in those that are checked or count: the most frequent kind first. */
export async function summariseBatches(
  tx: Tx,
  locale: Locale,
  { campaign, batch }: { readonly campaign?: number | undefined; readonly batch?: number | undefined },
) {
  const chosen = sql`where ${campaign === undefined ? sql`true` : sql`campaign_id = ${campaign}`}
    and ${batch === undefined ? sql`true` : sql`id = ${batch}`}`
  const states = await sql<{ state: BatchState; files: number; works: number }>`
    select state, count(*) as files, coalesce(sum(works) filter (where kind = 'protocol'), 0) as works from import_batch ${chosen}
    group by state order by state`.execute(tx)
  const kinds = await sql<{ kind: string; count: number; files: number }>`
    select met.key as kind, sum(met.value::integer) as count, count(*) as files
    from (select manifest -> 'service' -> 'remarks' as remarks, campaign_id, id from import_batch
      where state in ('checked', 'accepted') and manifest is not null) b,
      jsonb_each_text(b.remarks) met ${chosen}
    group by met.key order by 2 desc, 1`.execute(tx)
  return {
    states: states.rows,
    kinds: kinds.rows.map(({ kind, count, files }) => ({
      kind,
      what: say(locale, `dirt.${kind}`),
      done: say(locale, `dirt.${kind}.done`),
      usual: isUsual(kind),
      count,
      files,
    })),
  }
}
