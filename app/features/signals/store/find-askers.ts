import { sql } from 'kysely'
import type { Locale } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'

/** Somebody who waits for a reply. */
export interface Asker {
  readonly personId: string
  readonly locale: Locale
  /** A unit that both they and the actor have in reach. */
  readonly unitId: number
}

/** Who asked last, and who passed it on since, by signal. A school knows their accounts by the timeline and nothing else. */
export async function findAskers(
  tx: Tx,
  signalIds: readonly number[],
): Promise<ReadonlyMap<number, Asker[]>> {
  const { rows } = await sql<Asker & { signal: number }>`
    select distinct st.signal_id as signal, st.account_id as "personId", coalesce(p.locale, 'ru') as locale,
      -- An heir does not have the school itself in reach: what it tells is about its own unit.
      coalesce((select id from unit where id = st.unit_id and app.in_scope(path)),
        (select id from unit where path = app.scope())) as "unitId"
    from signal_step st left join person p on p.id = st.account_id
    where st.signal_id = any (${[...signalIds]}::integer[]) and st.kind in ('asked', 'returned', 'forwarded')
      and st.account_id not like 'system%'
      and st.id >= (select max(last.id) from signal_step last
        where last.signal_id = st.signal_id and last.kind in ('asked', 'returned'))`.execute(tx)
  return Map.groupBy(rows, ({ signal }) => signal)
}
