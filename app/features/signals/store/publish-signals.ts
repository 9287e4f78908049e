import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { SIGNAL_STATES } from '../contract.ts'
import { afterPublishingAnother } from '../rules.ts'

/** States that the publishing of another run ends. */
const ENDED = SIGNAL_STATES.filter(state => afterPublishingAnother(state) !== state)

/**
 * Lets schools and municipalities see the signals of a run, in the transaction that publishes it. Questions of other runs of
 * the campaign that nobody has put yet give way to these; what a school was asked goes on.
 */
export async function publishSignals(
  tx: Tx,
  { runId, campaignId }: { readonly runId: number; readonly campaignId: number | null },
): Promise<void> {
  // What was withdrawn with its data before anybody was shown it stays unseen.
  await tx
    .updateTable('signal')
    .set({ published: true })
    .where('run_id', '=', runId)
    .where('state', '<>', 'withdrawn')
    .execute()
  if (campaignId === null) return
  await sql`
    with ended as (
      update signal set state = 'superseded', changed_at = now(), version = version + 1
      where campaign_id = ${campaignId} and run_id <> ${runId} and published
        and state = any (${ENDED}::text[])
      returning id, unit_id
    )
    insert into signal_step (signal_id, unit_id, kind, state_before, state_after)
    select id, unit_id, 'superseded', 'open', 'superseded' from ended`.execute(tx)
}
