import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/**
 * Schools by the six digits of their logins, today's or of the past: how protocols are joined with the territory.
 * Digits that no school in reach has are absent from the answer.
 */
export async function matchLogins(tx: Tx, digits: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (digits.length === 0) return new Map()
  const wanted = [...new Set(digits)]
  const { rows } = await sql<{ digits: string; id: number }>`
    select distinct on (digits) digits, id from (
      select u.digits, u.id, 0 as past from unit u
      where u.withdrawn_at is null and u.digits = any (${wanted})
      union all
      select right(a.value, 6), u.id, 1 from unit_alias a join unit u on u.id = a.unit_id
      where a.kind = 'login' and u.withdrawn_at is null and right(a.value, 6) = any (${wanted})
    ) found order by digits, past, id`.execute(tx)
  return new Map(rows.map(row => [row.digits, row.id]))
}
