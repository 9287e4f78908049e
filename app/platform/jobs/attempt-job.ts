import type { Database } from '../database/index.ts'
import { ProblemError } from '../problem.ts'
import type { Progress } from '../progress.ts'
import type { JobRow } from './claim-jobs.ts'
import type { Outcome } from './finish-job.ts'
import type { AnyJobKind } from './job.ts'

/** Where faults of the program are written; the fastify logger fits. No personal data is given to it. */
export interface JobLog {
  error(facts: Readonly<Record<string, unknown>>, message: string): void
}

export interface Watch {
  readonly database: Database
  readonly clock: () => Date
  readonly log: JobLog
  /** How long a running job is believed to be alive without a sign, ms. */
  readonly lease: number
}

/** One attempt at a job, from the side of the runner. */
export interface Attempt {
  readonly row: JobRow
  readonly outcome: Promise<Outcome>
  abort(why: 'cancelled' | 'stopped' | 'lost'): void
  /** Looks at the row sooner than it would by itself. */
  look(): void
}

const BEAT = 1000

/** Begins an attempt: runs the kind, writes its progress, renews its lease and watches for being called off. */
export function attemptJob(watch: Watch, kind: AnyJobKind, row: JobRow): Attempt {
  const controller = new AbortController()
  const report = progressOf()
  let due = false
  let signed = watch.clock().getTime()

  const beat = async () => {
    const now = watch.clock()
    if (!report.changed && !due && now.getTime() - signed < watch.lease / 4) return
    signed = now.getTime()
    due = false
    try {
      const found = await sign(watch, row, report.take(), new Date(signed + watch.lease))
      if (!found) controller.abort('lost')
      else if (found.cancel_requested_at) controller.abort('cancelled')
    } catch (error) {
      watch.log.error({ err: error, job: row.id }, 'progress of a job was not written')
    }
  }
  let beating: Promise<void> | null = null
  const timer = setInterval(() => {
    beating ??= beat().finally(() => {
      beating = null
    })
  }, BEAT)

  const outcome = runKind(kind, row, controller.signal, report.progress, watch.log).finally(async () => {
    clearInterval(timer)
    await beating
  })
  return {
    row,
    outcome,
    abort: why => controller.abort(why),
    look() {
      due = true
    },
  }
}

async function runKind(
  kind: AnyJobKind,
  row: JobRow,
  signal: AbortSignal,
  progress: Progress,
  log: JobLog,
): Promise<Outcome> {
  try {
    const scope =
      row.role === null
        ? null
        : { accountId: row.account_id, role: row.role, grantId: null, unitPath: row.unit_path }
    const params = kind.params.parse(row.params)
    const result = await kind.run(params, { jobId: row.id, scope, signal, progress })
    // Called off too late: what is done is done, and is said so.
    return { state: 'done', result: result ?? undefined }
  } catch (error) {
    if (signal.aborted) return { state: signal.reason === 'cancelled' ? 'cancelled' : 'stopped' }
    if (error instanceof ProblemError) return { state: 'failed', problems: error.problems }
    log.error({ err: error, job: row.id, kind: row.kind }, 'a job failed')
    return { state: 'faulted' }
  }
}

interface Report {
  readonly stage: string | null
  readonly detail: string
  readonly done: number
  readonly total: number | null
}

function progressOf() {
  let latest: Report = { stage: null, detail: '', done: 0, total: null }
  let changed = false
  const progress: Progress = {
    report(stage, detail, done, total) {
      latest = { stage, detail, done, total }
      changed = true
    },
    finish() {},
  }
  return {
    progress,
    get changed() {
      return changed
    },
    take(): Report {
      changed = false
      return latest
    },
  }
}

/** Writes progress and a longer lease; undefined when another process has taken the job over. */
function sign({ database }: Watch, row: JobRow, report: Report, leaseUntil: Date) {
  return database.asSystem('system:jobs', tx =>
    tx
      .updateTable('job')
      .set({ ...report, lease_until: leaseUntil })
      .where('id', '=', row.id)
      .where('state', '=', 'running')
      .where('attempts', '=', row.attempts)
      .returning('cancel_requested_at')
      .executeTakeFirst(),
  )
}
