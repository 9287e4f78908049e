import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { below, type View } from '../views/reader.ts'

export interface ScopeCounts {
  readonly sets: readonly number[]
  readonly kinds: readonly { readonly value: string; readonly count: number }[]
  readonly schools: number
  readonly marked: number
  readonly flagged: number
}

/** What a run has at and below a unit: the sets its schools wrote, their kinds, how many are marked and flagged. */
export async function readScope(tx: Tx, run: number, { unit }: Pick<View, 'unit'>): Promise<ScopeCounts> {
  const [from, end] = below(unit)
  const { rows } = await sql<ScopeCounts>`
    with here as (
      select digits, school_kind, flagged from run_school
      where run_id = ${run} and unit_path >= ${from} and unit_path < ${end}
    ), wrote as (
      select position, digits, marked from run_school_set
      where run_id = ${run} and unit_path >= ${from} and unit_path < ${end}
    )
    select
      coalesce((select jsonb_agg(distinct position) from wrote), '[]') as sets,
      coalesce((select jsonb_agg(jsonb_build_object('value', school_kind, 'count', schools) order by school_kind)
        from (select school_kind, count(*) as schools from here where school_kind is not null group by 1) k), '[]')
        as kinds,
      (select count(*) from here) as schools,
      (select count(distinct digits) from wrote where marked) as marked,
      (select count(*) from here where flagged) as flagged`.execute(tx)
  return rows[0]
}
