import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { FinishedRun } from '../../screening/index.ts'
import { gatherEvidence } from '../evidence.ts'

/** Rows of one statement: evidence is some ten kilobytes each. */
const AT_ONCE = 100

/**
 * Opens a signal for every sign of a run, in the transaction that writes the run. A school that the registry does not know
 * gets none: there is nobody to ask; the run's report names it.
 */
export async function openSignals(tx: Tx, run: FinishedRun): Promise<void> {
  const { runId, campaignId, screening, unitOf, isKnown } = run
  const gather = gatherEvidence(run)
  const rows = run.signs
    .filter(({ school }) => isKnown(school))
    .map(sign => {
      const { version, year, grade, subject } = screening.sets[sign.position]
      const { positions, evidence } = gather(sign)
      return {
        unit_id: unitOf(sign.school),
        run_id: runId,
        campaign_id: campaignId,
        source: sign.source,
        set_position: sign.position,
        paper_version: version,
        year,
        grade,
        subject,
        channels: [...sign.channels],
        n: sign.n,
        degree: sign.degree,
        fdr: sign.fdr,
        positions: [...positions],
        evidence: JSON.stringify(evidence),
      }
    })
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx
      .insertInto('signal')
      .values(rows.slice(from, from + AT_ONCE))
      .execute()
  await sql`
    insert into signal_step (signal_id, unit_id, kind, state_after)
    select id, unit_id, 'opened', state from signal where run_id = ${runId} order by id`.execute(tx)
}
