import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../../territory/index.ts'

export interface DatesOfProcedure {
  readonly start: LocalDate
  readonly end: LocalDate
}

/**
 * When each procedure is held within a stretch of time, by its usual name («ВПР»). One that is held several times in it is
 * left out: which of them words mean that name only the procedure, nobody can tell.
 */
export async function campaignDates(
  tx: Tx,
  { start, end }: DatesOfProcedure,
): Promise<Readonly<Record<string, DatesOfProcedure>>> {
  const { rows } = await sql<DatesOfProcedure & { procedure: string }>`
    select procedure, min(starts_on) as start, max(ends_on) as "end" from campaign
    where starts_on <= ${end}::date and ends_on >= ${start}::date
    group by procedure having count(*) = 1`.execute(tx)
  return Object.fromEntries(rows.map(({ procedure, ...dates }) => [procedure, dates]))
}
