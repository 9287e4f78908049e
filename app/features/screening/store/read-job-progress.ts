import { type Locale, say } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'

/** What a running job says of itself to the person who asked for it; a sentence without figures to anybody else. */
export async function readJobProgress(
  tx: Tx,
  locale: Locale,
  jobId: number | null,
): Promise<{ text: string; done: number; total: number | null }> {
  const job =
    jobId === null
      ? undefined
      : await tx
          .selectFrom('job')
          .select(['stage', 'detail', 'done', 'total'])
          .where('id', '=', jobId)
          .executeTakeFirst()
  if (!job?.stage) return { text: say(locale, 'run.waiting'), done: 0, total: null }
  return { text: say(locale, job.stage, { detail: job.detail }), done: job.done, total: job.total }
}
