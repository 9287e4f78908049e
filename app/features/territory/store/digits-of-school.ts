import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/**
 * The six digits under which a school's rows stand in protocols: today's first, then those of logins it had. Empty for
 * whatever is not a school in reach.
 */
export async function digitsOfSchool(tx: Tx, id: number): Promise<string[]> {
  const { rows } = await sql<{ digits: string }>`
    select digits from (
      select u.digits, 0 as past, 0 as n from unit u
      where u.id = ${id} and u.kind = 'school' and u.digits is not null and app.in_scope(u.path)
      union all
      select right(a.value, 6), 1, a.id from unit_alias a join unit u on u.id = a.unit_id
      where a.unit_id = ${id} and a.kind = 'login' and u.kind = 'school' and app.in_scope(u.path)
    ) found where digits ~ '^[0-9]{6}$' order by past, n`.execute(tx)
  return [...new Set(rows.map(({ digits }) => digits))]
}
