import { Worker } from 'node:worker_threads'

/** What a thread is asked to fill. */
export interface ReplyQuestion {
  /** The kept output, and where the filled one goes. */
  readonly from: string
  readonly to: string
  readonly kind: 'html' | 'xlsx' | 'json'
  readonly day: string
  /** By keyOfReply. */
  readonly replies: ReadonlyMap<string, string>
  /** Where no reply is known: nobody can be asked. */
  readonly nobody: string
}

const HEAP_MEGABYTES = 512

/** Writes a kept output with how replies stand, in a thread of its own: a workbook of a region is tens of megabytes. */
export async function layReplies(question: ReplyQuestion): Promise<void> {
  const thread = new Worker(new URL('./lay-replies-worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
  await new Promise<void>((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', code => (code === 0 ? resolve() : reject(new Error('the writing thread ended'))))
  })
}
