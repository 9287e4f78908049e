import type { Database, Tx } from '../database/index.ts'
import { type Attempt, attemptJob, type JobLog, type Watch } from './attempt-job.ts'
import { cancelQueued, claimJobs, type JobRow, recoverJobs } from './claim-jobs.ts'
import { type EnqueueOptions, enqueueJob } from './enqueue-job.ts'
import { finishJob } from './finish-job.ts'
import type { AnyJobKind, JobName, Schedule } from './job.ts'

/** What rooms use to ask for work. */
export interface Jobs {
  /** See enqueueJob; also wakes the runner, so that work begins soon after the commit. */
  enqueue<P>(tx: Tx, kind: JobName<P>, params: P, options?: EnqueueOptions): Promise<number | null>
  /** A job may have been called off: looks at it soon after the commit. */
  cancelRequested(id: number): void
}

export interface JobRunner extends Jobs {
  /** Takes up what a former process left, then works until stopped. */
  start(): Promise<void>
  /** Lets running jobs end within `grace` ms after asking them to; what does not end is begun again at the next start. */
  stop(grace?: number): Promise<void>
  /** Was the queue read lately? False when the runner stands still though nobody stopped it. */
  isWorking(): boolean
}

export interface JobRunnerOptions {
  readonly concurrency?: number
  readonly clock?: () => Date
  readonly log?: JobLog
  readonly schedules?: readonly Schedule[]
  /** How often the queue is looked at when nobody has said that something came, ms. */
  readonly poll?: number
  readonly lease?: number
}

const CONCURRENCY = 2
const POLL = 2000
const LEASE = 60_000
const GRACE = 10_000
const MINUTE = 60_000
/** The queue not read for so many times its own interval: something is wrong. */
const STANDSTILL = 15
/** After a call the transaction that asked may take a while to commit: the queue is looked at often for this long. */
const EAGER = 2000
const EAGER_POLL = 50

/**
 * Work in this process: of these kinds and of those that are scheduled. Several processes on one database share the queue; each job is
 * taken by one of them.
 */
export function createJobRunner(
  database: Database,
  kinds: readonly AnyJobKind[],
  options: JobRunnerOptions = {},
): JobRunner {
  const { concurrency = CONCURRENCY, clock = () => new Date(), schedules = [], poll = POLL } = options
  const log = options.log ?? { error() {} }
  const watch: Watch = { database, clock, log, lease: options.lease ?? LEASE }
  const byName = new Map([...kinds, ...schedules.map(({ job }) => job)].map(kind => [kind.kind, kind]))
  const attempts = new Map<number, Attempt>()
  const ends = new Set<Promise<void>>()
  const rounds = new Map<Schedule, number>()
  const bell = makeBell()
  /** Jobs asked for here that were not met in the queue yet, and until when they are looked for often. */
  const awaited = new Map<number, number>()
  let eagerUntil = 0
  let stopping = false
  let readAt = performance.now()
  let loop: Promise<void> = Promise.resolve()

  const isEager = () => {
    const now = performance.now()
    for (const [id, until] of awaited) if (until <= now) awaited.delete(id)
    return awaited.size > 0 || now < eagerUntil
  }

  async function work(): Promise<void> {
    while (!stopping) {
      let taken = 0
      try {
        await askForRounds(database, schedules, rounds, clock())
        const rows = await take(concurrency - attempts.size)
        taken = rows.length
        readAt = performance.now()
        for (const row of rows) begin(row)
      } catch (error) {
        log.error({ err: error }, 'the queue of jobs was not read')
      }
      if (taken > 0 && attempts.size < concurrency) continue
      await bell.wait(isEager() ? EAGER_POLL : poll)
    }
  }

  function take(free: number): Promise<JobRow[]> {
    return database.asSystem('system:jobs', async tx => {
      const now = clock()
      await cancelQueued(tx, now)
      await recoverJobs(tx, now, now, [...attempts.keys()])
      return claimJobs(tx, [...byName.keys()], free, now, new Date(now.getTime() + watch.lease))
    })
  }

  function begin(row: JobRow): void {
    const attempt = attemptJob(watch, byName.get(row.kind)!, row)
    attempts.set(row.id, attempt)
    awaited.delete(row.id)
    const end = settle(attempt).finally(() => {
      attempts.delete(row.id)
      ends.delete(end)
      bell.ring()
    })
    ends.add(end)
  }

  async function settle({ row, outcome }: Attempt): Promise<void> {
    try {
      const ended = await outcome
      const at = clock()
      await database.asSystem('system:jobs', tx => finishJob(tx, row, ended, at))
    } catch (error) {
      // Its lease will run out, and it will be begun again.
      log.error({ err: error, job: row.id }, 'the end of a job was not written')
    }
  }

  return {
    isWorking: () => performance.now() - readAt < STANDSTILL * poll,
    async enqueue(tx, kind, params, enqueueOptions) {
      const id = await enqueueJob(tx, kind, params, enqueueOptions)
      if (id !== null && !enqueueOptions?.notBefore) awaited.set(id, performance.now() + EAGER)
      bell.ring()
      return id
    },
    cancelRequested(id) {
      attempts.get(id)?.look()
      eagerUntil = performance.now() + EAGER
      bell.ring()
    },
    async start() {
      // Embedded, the lock on the data folder says that no other process is at work.
      const now = clock()
      const expiredBefore = database.kind === 'embedded' ? null : now
      await database.asSystem('system:jobs', tx => recoverJobs(tx, now, expiredBefore))
      loop = work()
    },
    async stop(grace = GRACE) {
      stopping = true
      bell.ring()
      await loop
      for (const attempt of attempts.values()) attempt.abort('stopped')
      await within(grace, Promise.all(ends))
    },
  }
}

/** Asks once for the work of the round that each schedule is in; the key keeps a second process from asking again. */
async function askForRounds(
  database: Database,
  schedules: readonly Schedule[],
  rounds: Map<Schedule, number>,
  now: Date,
): Promise<void> {
  for (const schedule of schedules) {
    const round = Math.floor(now.getTime() / (schedule.everyMinutes * MINUTE))
    if (rounds.get(schedule) === round) continue
    await database.asSystem('system:schedule', tx =>
      enqueueJob(tx, schedule.job, schedule.params, { onceKey: `round ${round}` }),
    )
    rounds.set(schedule, round)
  }
}

/** Waits for a time or a ring, whichever is first. A ring before the waiting counts. */
function makeBell() {
  let rung = false
  let answer: (() => void) | null = null
  return {
    ring() {
      rung = true
      answer?.()
    },
    async wait(ms: number): Promise<void> {
      if (!rung) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, ms)
          answer = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      answer = null
      rung = false
    },
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
