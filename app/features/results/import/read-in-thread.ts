import { Worker } from 'node:worker_threads'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { Specifications } from '../../procedures/index.ts'
import type { ExamCodes } from '../../territory/index.ts'
import type { JournalManifest } from '../journal/types.ts'
import type { Assumed } from '../read-protocol.ts'
import type { BatchKind } from '../tables.ts'
import type { BatchManifest } from '../types.ts'
import type { SchoolCounts } from './school-counts.ts'

/** What a thread is asked to read, and where to put it. */
export interface ReadQuestion {
  readonly kind: BatchKind
  readonly path: string
  readonly source: BatchManifest['source']
  readonly specifications: Specifications
  readonly assume: Assumed
  readonly examCodes: ExamCodes
  /** Folder of the store; the set `part` of the file gets the name given, its other sets names made from it. */
  readonly store: string
  readonly id: string
  readonly part: number
  readonly by: string
  readonly now: Date
}

/** What came of it: the works lie in the store. A file of ОГЭ or ЕГЭ gives several sets. */
export interface ReadAnswer {
  readonly parts: readonly ReadPart[]
}

/** One set of a file. */
export interface ReadPart {
  readonly manifest: BatchManifest | JournalManifest
  readonly schools: readonly SchoolCounts[]
  readonly warnings: readonly Problem[]
}

/** What a thread is told: to read, to leave off, to end when it has nothing to do. */
export type ThreadOrder =
  | { readonly order: 'read'; readonly question: ReadQuestion }
  | { readonly order: 'leave-off' }
  | { readonly order: 'end' }

export type ThreadMessage =
  | { readonly step: 'rows'; readonly rows: number }
  | { readonly step: 'storing'; readonly rows: number }
  | LastMessage

type LastMessage =
  | { readonly step: 'left-off' }
  | { readonly step: 'refused'; readonly problems: readonly Problem[] }
  | { readonly step: 'done'; readonly answer: ReadAnswer }

/** Texts and codes of a file; what is larger lies outside the heap. A file that needs more is refused by the limit. */
const HEAP_MEGABYTES = 512
/** For what is soon thrown away; by default a thread would keep 80 MB more, and be a seventh quicker. */
const YOUNG_HEAP_MEGABYTES = 24
/**
 * A thread takes longer to start than a small file to be read, so one that is done waits this long for the next, ms. No
 * longer: it holds a hundred megabytes, and what comes after the last file is an analysis, which wants them.
 */
const IDLE = 3000

const idle = new Map<Worker, NodeJS.Timeout>()

/**
 * Reads a protocol and writes it to the store in another thread, so that the service goes on answering. Throws
 * ProblemError for what a person can put right, `signal.reason` when called off; then nothing of it stands.
 *
 * A thread is never terminated from outside: with a call into the database library under way that would end the whole
 * process (Napi::Error). It is asked, and does what it has begun to store to the end.
 */
export async function readInThread(
  question: ReadQuestion,
  { signal, onStep }: { signal: AbortSignal; onStep: (step: 'rows' | 'storing', rows: number) => void },
): Promise<ReadAnswer> {
  signal.throwIfAborted()
  const thread = takeThread()
  const leaveOff = () => order(thread, { order: 'leave-off' })
  signal.addEventListener('abort', leaveOff)
  try {
    const last = await new Promise<LastMessage>((resolve, reject) => {
      thread.on('message', (message: ThreadMessage) => {
        if (message.step === 'rows' || message.step === 'storing') onStep(message.step, message.rows)
        else resolve(message)
      })
      thread.once('error', error => reject(tooMuch(error) ?? error))
      thread.once('exit', () => reject(new Error('the reading thread ended')))
      order(thread, { order: 'read', question })
    })
    giveBack(thread)
    signal.throwIfAborted()
    if (last.step === 'refused') throw new ProblemError(last.problems)
    if (last.step === 'left-off') throw new Error('a reading was left off that nobody called off')
    return last.answer
  } finally {
    signal.removeEventListener('abort', leaveOff)
  }
}

function order(thread: Worker, what: ThreadOrder): void {
  thread.postMessage(what)
}

function takeThread(): Worker {
  for (const [thread, timer] of idle) {
    clearTimeout(timer)
    idle.delete(thread)
    forgetListeners(thread)
    thread.ref()
    return thread
  }
  return new Worker(new URL('./read-worker.ts', import.meta.url), {
    resourceLimits: {
      maxOldGenerationSizeMb: HEAP_MEGABYTES,
      maxYoungGenerationSizeMb: YOUNG_HEAP_MEGABYTES,
    },
  })
}

/** Keeps a thread that did well for a while; it keeps no process alive. */
function giveBack(thread: Worker): void {
  forgetListeners(thread)
  const forget = () => {
    clearTimeout(idle.get(thread))
    idle.delete(thread)
  }
  const end = () => {
    forget()
    order(thread, { order: 'end' })
  }
  thread.once('error', forget).once('exit', forget)
  thread.unref()
  idle.set(thread, setTimeout(end, IDLE).unref())
}

/** By name: without names the thread's own listeners go too, and it is heard no more. */
function forgetListeners(thread: Worker): void {
  for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event)
}

/** A file that no thread has room for: trying again would not help. */
function tooMuch(error: NodeJS.ErrnoException): ProblemError | null {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ProblemError({ code: 'import-too-much' }) : null
}
