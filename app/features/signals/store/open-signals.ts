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
  const signs = run.signs.filter(({ school }) => isKnown(school))
  for (let from = 0; from < signs.length; from += AT_ONCE) {
    const gathered = signs.slice(from, from + AT_ONCE).map(sign => ({ sign, ...gather(sign) }))
    const rows = gathered.map(({ sign, positions }) => {
      const { version, year, grade, subject } = screening.sets[sign.position]
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
      }
    })
    const made = await tx
      .insertInto('signal')
      .values(rows)
      .returning(['id', 'unit_id', 'source', 'set_position'])
      .execute()
    const ids = new Map(made.map(({ id, ...key }) => [keyOf(key), id]))
    await tx
      .insertInto('signal_evidence')
      .values(
        rows.map((row, i) => ({
          signal_id: ids.get(keyOf(row))!,
          evidence: JSON.stringify(gathered[i].evidence),
        })),
      )
      .execute()
  }
  await sql`
    insert into signal_step (signal_id, unit_id, kind, state_after)
    select id, unit_id, 'opened', state from signal where run_id = ${runId} order by id`.execute(tx)
}

type Key = { readonly unit_id: number; readonly source: string; readonly set_position: number }

/** One of a run has one of a kind in a set. */
function keyOf({ unit_id, source, set_position }: Key): string {
  return `${unit_id} ${source} ${set_position}`
}
