import { type Locale, say } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { RunState } from '../tables.ts'

/** What a run that goes on says of itself: to the person who asked for it how far it is, to others that it goes on. */
export async function readJobProgress(
  tx: Tx,
  locale: Locale,
  run: { readonly job_id: number | null; readonly state: RunState },
): Promise<{ text: string; done: number; total: number | null }> {
  const job =
    run.job_id === null
      ? undefined
      : await tx
          .selectFrom('job')
          .select(['stage', 'detail', 'done', 'total'])
          .where('id', '=', run.job_id)
          .executeTakeFirst()
  if (job?.stage)
    return { text: say(locale, job.stage, { detail: job.detail }), done: job.done, total: job.total }
  return { text: say(locale, run.state === 'running' ? 'run.going' : 'run.waiting'), done: 0, total: null }
}
