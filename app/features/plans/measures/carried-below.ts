import { type SqlBool, sql } from 'kysely'

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
