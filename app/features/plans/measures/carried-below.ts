import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/**
 * What a plan asks of the level below and has sent there is done, proved and late there: an order of a school is not owed by
 * the region that asks every school for one. Until somebody of the own level takes it up (hands it in, has it accepted), it
 * is on nobody's shelf here and late for nobody here; how far those below are is counted from their own copies. The measure
 * is `m`.
 */
export const CARRIED_BELOW = sql<SqlBool>`(m.state in ('not-started', 'in-progress', 'postponed')
  and case m.level when 'school' then m.unit_path !~ '^\\d+\\.\\d+\\.\\d+\\.' when 'municipality' then m.unit_path ~ '^\\d+\\.$'
    else false end
  and exists (select from plan_measure below where below.above_id = m.id and below.removed_at is null))`

/** Those who are to do it: copies in plans of the very level that the measure names, and how many of them are accepted. */
export interface CarriedBelow {
  readonly level: 'municipality' | 'school'
  readonly done: number
  /** 0 where those between have not passed it on. */
  readonly total: number
}

/** Of those copies, joined as `b` to a measure `c` that is `c.carried`: a unit that was closed owes nothing. */
export const DOERS_BELOW = sql`lateral (
  select count(*)::int as total, (count(*) filter (where d.state = 'accepted'))::int as done
  from plan_measure d join unit du on du.id = d.unit_id and du.kind = c.level
  where c.carried and (d.above_id = c.id or d.root_id = c.id) and d.removed_at is null and du.withdrawn_at is null
    and (du.valid_to is null or du.valid_to >= current_date)
)`

/** The measures of a plan that those below do, by their id. */
export async function carriedOf(tx: Tx, planId: number): Promise<ReadonlyMap<number, CarriedBelow>> {
  const { rows } = await sql<CarriedBelow & { readonly id: number }>`
    select c.id, c.level, b.done, b.total
    from (select m.id, m.level, ${CARRIED_BELOW} as carried from plan_measure m
      where m.plan_id = ${planId} and m.removed_at is null) c left join ${DOERS_BELOW} b on true
    where c.carried`.execute(tx)
  return new Map(rows.map(({ id, ...carried }) => [id, carried]))
}
