import { Worker } from 'node:worker_threads'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { Specifications } from '../../procedures/index.ts'
import type { Assumed } from '../read-protocol.ts'
import type { BatchManifest } from '../types.ts'
import type { SchoolCounts } from './school-counts.ts'

/** What a thread is asked to read, and where to put it. */
export interface ReadQuestion {
  readonly path: string
  readonly source: BatchManifest['source']
  readonly specifications: Specifications
  readonly assume: Assumed
  /** Folder of the store; the batch gets the name given. */
  readonly store: string
  readonly id: string
  readonly by: string
  readonly now: Date
}

/** What came of it: the works lie in the store. */
export interface ReadAnswer {
  readonly manifest: BatchManifest
  readonly schools: readonly SchoolCounts[]
  readonly warnings: readonly Problem[]
}

export type ThreadMessage =
  | { readonly step: 'rows'; readonly rows: number }
  | { readonly step: 'storing'; readonly rows: number }
  | { readonly step: 'refused'; readonly problems: readonly Problem[] }
  | { readonly step: 'done'; readonly answer: ReadAnswer }

/** Texts and codes of a file; what is larger lies outside the heap. A file that needs more is refused by the limit. */
const HEAP_MEGABYTES = 512

/**
 * Reads a protocol and writes it to the store in a thread of its own, so that the service goes on answering. Throws
 * ProblemError for what a person can put right, `signal.reason` when called off; then nothing of it stands.
 */
export async function readInThread(
  question: ReadQuestion,
  { signal, onStep }: { signal: AbortSignal; onStep: (step: 'rows' | 'storing', rows: number) => void },
): Promise<ReadAnswer> {
  signal.throwIfAborted()
  const thread = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
  const stop = () => void thread.terminate()
  signal.addEventListener('abort', stop)
  try {
    return await new Promise<ReadAnswer>((resolve, reject) => {
      thread.on('message', (message: ThreadMessage) => {
        if (message.step === 'done') resolve(message.answer)
        else if (message.step === 'refused') reject(new ProblemError(message.problems))
        else onStep(message.step, message.rows)
      })
      thread.once('error', error => reject(tooMuch(error) ?? error))
      thread.once('exit', () =>
        reject(signal.aborted ? signal.reason : new Error('the reading thread ended')),
      )
    })
  } finally {
    signal.removeEventListener('abort', stop)
    await thread.terminate()
  }
}

/** A file that no thread has room for: trying again would not help. */
function tooMuch(error: NodeJS.ErrnoException): ProblemError | null {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ProblemError({ code: 'import-too-much' }) : null
}
