import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../terms.rules.ts'

/**
 * Which of these schools are no more on a day, and nobody carries their work on: closed or withdrawn themselves, and so is
 * whatever they were merged into. A successor outside the actor's reach is taken to be there.
 */
export async function findGoneSchools(
  tx: Tx,
  unitIds: readonly number[],
  today: LocalDate,
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ school: number }>`
    with recursive way (school, ended, successor) as (
      select id, valid_to < ${today}::date or withdrawn_at is not null, successor_id
        from unit where id = any (${[...new Set(unitIds)]}::integer[])
      union all
      select way.school, u.valid_to < ${today}::date or u.withdrawn_at is not null, u.successor_id
        from way join unit u on u.id = way.successor where way.ended
    )
    select school from way group by school
    having bool_and(coalesce(ended, false)) and bool_or(successor is null)`.execute(tx)
  return new Set(rows.map(({ school }) => school))
}
