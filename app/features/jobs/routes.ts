import type { FastifyInstance } from 'fastify'
import { hasMessage, type Locale, say } from '../../messages/format.ts'
import { type Doorkeeper, implement } from '../../platform/http/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { wordProblem } from '../../platform/word-problem.ts'
import { jobsContract } from './contract.ts'
import { findJob, type JobRow, listJobs, requestCancel } from './store.ts'

/** A person's own long work over HTTP. */
export function jobRoutes(app: FastifyInstance, doorkeeper: Doorkeeper, jobs: Jobs): void {
  implement(app, doorkeeper, jobsContract, {
    async 'GET /api/jobs'({ tx, query, actor }) {
      const { cursor, limit, state } = query
      const rows = await listJobs(tx, {
        limit,
        ...(cursor ? { before: Number(cursor) } : {}),
        ...(state ? { state } : {}),
      })
      const page = rows.slice(0, limit)
      return {
        items: page.map(row => toView(row, actor.locale)),
        next: rows.length > limit ? String(page.at(-1)?.id) : null,
      }
    },
    'GET /api/jobs/:id': async ({ tx, params, actor }) => toView(await findJob(tx, params.id), actor.locale),
    async 'POST /api/jobs/:id/cancel'({ tx, params, actor }) {
      await findJob(tx, params.id)
      await requestCancel(tx, params.id)
      jobs.cancelRequested(params.id)
      return toView(await findJob(tx, params.id), actor.locale)
    },
  })
}

function toView(row: JobRow, locale: Locale) {
  const title = `job.${row.kind}`
  return {
    id: row.id,
    kind: row.kind,
    title: say(locale, hasMessage(locale, title) ? title : 'job.untitled'),
    state: row.state,
    progress: { ...wordStage(row, locale), done: row.done, total: row.total },
    result: row.result && {
      text: say(locale, row.result.message, row.result.params),
      link: row.result.link ?? null,
    },
    problems: (row.problems ?? []).map(problem => ({ code: problem.code, ...wordProblem(locale, problem) })),
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    cancelRequested: row.cancel_requested_at !== null,
  }
}

/** The stage as a sentence; its words of the moment apart only where the sentence does not hold them already. */
function wordStage({ stage, detail }: JobRow, locale: Locale): { stage: string; detail: string } {
  if (stage === null) return { stage: '', detail }
  const text = say(locale, stage, { detail })
  return { stage: text, detail: text.includes(detail) ? '' : detail }
}
