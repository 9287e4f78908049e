import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { SignalsOfRun } from '../signals-port.ts'

/**
 * Lets the region's offices, municipalities and schools see a run, each its own part. There is no way back: what people
 * have read cannot be unread; a later run of the campaign takes its place. Throws ProblemError `run-not-done`,
 * `run-published-already`, `run-older-than-published`, `changed-by-another`.
 */
export async function publishRun(
  tx: Tx,
  { publishSignals }: Pick<SignalsOfRun, 'publishSignals'>,
  { id, version, now }: { readonly id: number; readonly version: number; readonly now: Date },
): Promise<void> {
  const run = await tx
    .selectFrom('screening_run')
    .select(['state', 'version', 'campaign_id', 'published_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!run) throw new ProblemError({ code: 'not-found' })
  if (run.published_at) throw new ProblemError({ code: 'run-published-already' })
  if (run.state !== 'done') throw new ProblemError({ code: 'run-not-done' })
  if (run.version !== version) throw new ProblemError({ code: 'changed-by-another' })
  if (run.campaign_id !== null) {
    const later = await tx
      .selectFrom('screening_run')
      .select('title')
      .where('campaign_id', '=', run.campaign_id)
      .where('id', '>', id)
      .where('published_at', 'is not', null)
      .executeTakeFirst()
    if (later) throw new ProblemError({ code: 'run-older-than-published', params: { title: later.title } })
  }
  await tx
    .updateTable('screening_run')
    .set({ published_at: now, published_by: sql<string>`app.account()`, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
  await publishSignals(tx, { runId: id, campaignId: run.campaign_id })
}
