import type { z } from 'zod'
import type { Scope } from '../database/index.ts'
import type { Progress } from '../progress.ts'

/** What came of a job, in words that the reader's language is found for later. */
export interface JobResult {
  /** A message id. */
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>>
  /** Path inside the application where the outcome is seen. */
  readonly link?: string
}

/** What a running job is given. */
export interface JobContext {
  readonly jobId: number
  /** Where and as whom it was asked for: `database.as(scope, …)`. Null when the program itself asked. */
  readonly scope: Scope | null
  /** Aborted when the person calls the job off or the service stops: throw `signal.reason` between two steps. */
  readonly signal: AbortSignal
  /** Written down at most once a second, so report as often as is handy. */
  readonly progress: Progress
}

/** What one must know of a kind of work to ask for it. */
export interface JobName<P = unknown> {
  /** '<room>.<what it does>'; its title is the message `job.<kind>` unless it is internal. */
  readonly kind: string
  readonly params: z.ZodType<P>
  /** A reaction between rooms, not shown to the person in whose transaction it was asked for. */
  readonly internal?: boolean
}

/**
 * One kind of work. It may run more than once (a crash, a failure of the moment), so `run` must come to the same
 * whichever part of it was done before. A ProblemError ends the job in words; any other error is tried again.
 */
export interface JobKind<P = unknown> extends JobName<P> {
  run(params: P, context: JobContext): Promise<JobResult | undefined>
}

/** Keeps the type of the parameters when kinds of several rooms are put into one list. */
// biome-ignore lint/suspicious/noExplicitAny: each kind parses its own parameters before it runs
export type AnyJobKind = JobKind<any>

/** Work that comes round by the clock. A round missed while the service was down is not made up for. */
export interface Schedule {
  readonly job: AnyJobKind
  readonly params: unknown
  readonly everyMinutes: number
}
