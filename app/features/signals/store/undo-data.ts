import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { SIGNAL_STATES } from '../contract.ts'
import { afterUndoing } from '../rules.ts'
import type { SignalState } from '../terms.rules.ts'

/** States in which undone data ends a signal. */
const WITHDRAWN = SIGNAL_STATES.filter(state => afterUndoing(state) !== state)

/** A signal whose data was undone, as it stands since. */
export interface Undone {
  readonly id: number
  readonly state: SignalState
}

/**
 * Marks the signals that rest on a batch which was undone: those of its assessment in every run that used it. A question
 * nobody has put yet is withdrawn; what a school was asked goes on, says that its data is undone, and keeps its history.
 */
export async function undoData(tx: Tx, batchId: number): Promise<Undone[]> {
  const { rows } = await sql<Undone>`
    with touched as (
      select s.id, s.state as before
      from run_batch rb
      join import_batch b on b.id = rb.batch_id
      join run_set rs on rs.run_id = rb.run_id and rs.procedure = b.procedure and rs.year = b.year
        and rs.grade = b.grade and rs.subject = b.subject and rs.paper_version is not distinct from b.paper_version
      join signal s on s.run_id = rb.run_id and rs.position = any (s.positions)
      where rb.batch_id = ${batchId} and s.data_undone_at is null
      order by s.id
      for update of s
    ), marked as (
      update signal s set data_undone_at = now(), changed_at = now(), version = version + 1,
        state = case when s.state = any (${WITHDRAWN}::text[]) then 'withdrawn' else s.state end
      from touched where s.id = touched.id
      returning s.id, s.unit_id, s.state, touched.before
    ), written as (
      insert into signal_step (signal_id, unit_id, kind, state_before, state_after)
      select id, unit_id, case when before = state then 'data-undone' else 'withdrawn' end, before, state from marked
    )
    select id, state from marked`.execute(tx)
  return rows
}
