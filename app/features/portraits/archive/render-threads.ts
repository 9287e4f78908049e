import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Locale } from '../../../messages/format.ts'
import type { PortraitFormat } from '../formats.ts'
import type { Replies } from '../lay-replies.ts'
import type { PortraitRequest, PortraitRun } from '../types.ts'

/** What a thread knows before the first portrait. */
export interface RenderWork {
  readonly run: PortraitRun
  /** As the school itself reads them, and as everybody outside does: small groups are told to the school alone. */
  readonly replies: { readonly school: Replies; readonly territory: Replies }
  readonly locale: Locale
  /** Files are put here under their hash. */
  readonly folder: string
}

/** One unit, and the forms in which its portrait is not there yet. */
export interface RenderTask {
  readonly unit: number
  readonly request: PortraitRequest
  readonly formats: readonly PortraitFormat[]
}

export interface MadePortrait {
  readonly format: PortraitFormat
  /** SHA-256, hexadecimal. */
  readonly hash: string
  readonly bytes: number
  /** Of all tables of the portrait. */
  readonly rows: number
}

export interface RenderAnswer {
  readonly unit: number
  readonly made: readonly MadePortrait[]
}

/** As many as the smallest machine has cores: each holds the run. */
const THREADS = 2

/**
 * Renders portraits in threads, so that the service goes on answering. `next` gives the tasks one by one; `made` is told of
 * each in turn. Throws `signal.reason` when called off, with nothing under way any more: a thread is never terminated from
 * outside, it ends its portrait and is told that there is no other.
 */
export async function renderInThreads(
  work: RenderWork,
  tasks: readonly RenderTask[],
  signal: AbortSignal,
  made: (answer: RenderAnswer) => Promise<void>,
): Promise<void> {
  const waiting = tasks.values()
  const count = Math.min(THREADS, availableParallelism(), tasks.length)
  let fault: { readonly error: unknown } | null = null
  // One at a time writes down what was made, whichever thread it comes from.
  let writing = Promise.resolve()
  const drive = async () => {
    const thread = openThread(work)
    try {
      while (!signal.aborted && fault === null) {
        const task = waiting.next()
        if (task.done) break
        const answer = await thread.render(task.value)
        writing = writing.then(() => made(answer))
        await writing
      }
    } catch (error) {
      fault ??= { error }
    } finally {
      await thread.close()
    }
  }
  await Promise.all(Array.from({ length: count }, drive))
  signal.throwIfAborted()
  if (fault !== null) throw (fault as { error: unknown }).error
}

function openThread(work: RenderWork) {
  const thread = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData: work })
  const ended = Promise.withResolvers<void>()
  let asked: PromiseWithResolvers<RenderAnswer> | null = null
  let fault: unknown = new Error('the rendering thread ended')
  let exited = false
  thread.on('message', (answer: RenderAnswer) => asked?.resolve(answer))
  thread.once('error', error => {
    fault = error
  })
  thread.once('exit', () => {
    exited = true
    asked?.reject(fault)
    ended.resolve()
  })
  return {
    render(task: RenderTask): Promise<RenderAnswer> {
      // One that died between two tasks would let the next wait for ever.
      if (exited) return Promise.reject(fault)
      asked = Promise.withResolvers<RenderAnswer>()
      thread.postMessage(task)
      return asked.promise
    },
    close(): Promise<void> {
      thread.postMessage(null)
      return ended.promise
    },
  }
}
