import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

export interface Publication {
  readonly municipalities: number
  readonly schools: number
  readonly unknown: number
  readonly official: number
  readonly own: number
  readonly signalSchools: number
}

/** What publishing a run would show: to how many municipalities and schools, and how many signs. */
export async function readPublication(tx: Tx, run: number): Promise<Publication> {
  const { rows } = await sql<Publication>`
    with known as (select unit_id, unit_path, digits, flagged from run_school where run_id = ${run} and registered),
      marked as (select distinct k.unit_id, t.position from run_school_set t
        join known k on k.digits = t.digits where t.run_id = ${run} and t.marked)
    select
      (select count(distinct u.parent_id) from known k join unit u on u.id = k.unit_id
        join unit m on m.id = u.parent_id and m.kind = 'municipality') as municipalities,
      (select count(distinct unit_id) from known) as schools,
      (select count(*) from run_school where run_id = ${run} and not registered) as unknown,
      (select count(*) from marked) as official,
      (select count(distinct unit_id) from known where flagged) as own,
      (select count(*) from (select unit_id from marked union select unit_id from known where flagged) s)
        as "signalSchools"`.execute(tx)
  return rows[0]
}

/** Published runs of the same campaign before this one, which it takes the place of; the latest first. */
export async function readSuperseded(
  tx: Tx,
  run: { readonly id: number; readonly campaign_id: number | null },
) {
  if (run.campaign_id === null) return []
  const rows = await tx
    .selectFrom('screening_run')
    .select(['id', 'title'])
    .where('campaign_id', '=', run.campaign_id)
    .where('id', '<', run.id)
    .where('published_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  return rows
}
