import type { Locale } from '../../../messages/format.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { Progress } from '../../../platform/progress.ts'
import type { Specifications } from '../../procedures/index.ts'
import type { BatchManifest } from '../../results/index.ts'
import type { Registry } from '../../territory/index.ts'
import type { ScreeningSettings } from '../settings.ts'
import type { PackedRun } from './pack-run.ts'
import { takeThread } from './ready-thread.ts'

/** What a thread is asked to screen, and into which folder to write the outputs of the command. */
export interface ScreenQuestion {
  /** Folder of the store. */
  readonly store: string
  readonly batches: readonly BatchManifest[]
  /** ОГЭ and ЕГЭ that are no part of the run. */
  readonly examinations: readonly BatchManifest[]
  readonly registry: Registry
  readonly specifications: Specifications
  readonly settings: ScreeningSettings
  readonly region: string
  readonly now: Date
  readonly locale: Locale
  /** Empty, and removed by whoever asked. */
  readonly outputs: string
  /** Shared with whoever asked: other than 0, the thread leaves off at its next step. */
  readonly leaveOff: Int32Array
}

/** To a thread: to load what it will need, then the one question of its life, or that there is none. */
export type ToScreeningThread =
  | { readonly step: 'prepare'; readonly measuring: boolean }
  | { readonly step: 'leave' }
  | { readonly step: 'screen'; readonly question: ScreenQuestion }

export type ScreenMessage =
  | { readonly step: 'progress'; readonly report: Parameters<Progress['report']> }
  | { readonly step: 'screened'; readonly found: PackedRun }
  | { readonly step: 'refused'; readonly problems: readonly Problem[] }
  | { readonly step: 'written' }

/** A screening that goes on to write its outputs. */
export interface ThreadScreening {
  readonly found: PackedRun
  /** Resolves when report.html, signals.xlsx and signals.json lie in the folder. */
  readonly written: Promise<void>
  /** Resolves when the thread has ended, which it does at its next step; after this it writes nothing any more. */
  close(): Promise<void>
}

/**
 * Screens in a thread of its own, so that the service goes on answering; the rows are kept while the outputs are being
 * written there. Throws ProblemError for what a person can put right, `signal.reason` when called off.
 *
 * The thread is never terminated from outside: with a call into the database library under way that would end the whole
 * process. It is asked through shared memory, since it computes for seconds without looking at its messages.
 */
export async function screenInThread(
  question: Omit<ScreenQuestion, 'leaveOff'>,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: Progress },
): Promise<ThreadScreening> {
  signal.throwIfAborted()
  const leaveOff = new Int32Array(new SharedArrayBuffer(4))
  const thread = takeThread()
  const screened = Promise.withResolvers<PackedRun>()
  const written = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const fail = (error: unknown) => {
    screened.reject(error)
    written.reject(error)
  }
  written.promise.catch(() => {})
  const ask = () => void Atomics.store(leaveOff, 0, 1)
  signal.addEventListener('abort', ask)
  thread.on('message', (message: ScreenMessage) => {
    if (message.step === 'progress') progress.report(...message.report)
    else if (message.step === 'screened') screened.resolve(message.found)
    else if (message.step === 'written') written.resolve()
    else fail(new ProblemError(message.problems))
  })
  thread.once('error', fail)
  thread.once('exit', () => {
    signal.removeEventListener('abort', ask)
    fail(signal.aborted ? signal.reason : new Error('the screening thread ended'))
    ended.resolve()
  })
  thread.postMessage({ step: 'screen', question: { ...question, leaveOff } } satisfies ToScreeningThread)
  const close = () => {
    ask()
    return ended.promise
  }
  try {
    return { found: await screened.promise, written: written.promise, close }
  } catch (error) {
    await close()
    throw error
  }
}
