import { Worker } from 'node:worker_threads'
import { isWorthThreads, YOUNG_HEAP } from '../detection/set-threads.ts'
import type { ToScreeningThread } from './screen-in-thread.ts'

/** For so long a thread that nobody asks anything is kept, ms. */
const KEPT_FOR = 120_000

/** A thread that has loaded all that a screening needs, for whoever starts the next one. */
let ready: { readonly thread: Worker; readonly timer: NodeJS.Timeout } | null = null
/** Threads that somebody took and that have not ended. */
let taken = 0

/**
 * Works of a region have been read, or accepted: they will probably be analysed next. While further files are read, and a
 * person looks at what was met in them, there is time to load what that takes. A few of a school's own are not prepared for.
 */
export function prepareForWorks(works: number): void {
  if (isWorthThreads(works)) prepareThread(works)
}

/**
 * Loads a thread beforehand: whoever opens the page of a new analysis will probably start one, and need not wait until its
 * program is read. Unused it ends by itself. While another screens nothing is loaded: it would take from that one the
 * processors and the memory that it needs, and the next waits for its turn anyway.
 *
 * @param works how many there are to analyse: for many it loads the threads too that measure sets
 * @returns whether there is a thread that waits now
 */
export function prepareThread(works: number): boolean {
  if (taken > 0) return false
  const prepare = { step: 'prepare', measuring: isWorthThreads(works) } satisfies ToScreeningThread
  if (ready !== null) {
    ready.timer.refresh()
    ready.thread.postMessage(prepare)
    return true
  }
  const thread = openThread()
  const timer = setTimeout(dismissReadyThread, KEPT_FOR)
  ready = { thread, timer }
  thread.postMessage(prepare)
  // Neither keeps a process alive that has nothing else to do.
  timer.unref()
  thread.unref()
  const forget = () => {
    if (ready?.thread !== thread) return
    clearTimeout(timer)
    ready = null
  }
  thread.once('error', forget)
  thread.once('exit', forget)
  return true
}

/** The thread that is ready, or a new one. */
export function takeThread(): Worker {
  const thread = readyThread() ?? openThread()
  taken++
  thread.once('exit', () => taken--)
  return thread
}

function readyThread(): Worker | null {
  if (ready === null) return null
  const { thread, timer } = ready
  ready = null
  clearTimeout(timer)
  thread.removeAllListeners()
  thread.ref()
  return thread
}

/** Lets the thread go that nobody needs any more. */
export function dismissReadyThread(): void {
  if (ready === null) return
  clearTimeout(ready.timer)
  ready.thread.postMessage({ step: 'leave' } satisfies ToScreeningThread)
  ready = null
}

function openThread(): Worker {
  return new Worker(new URL('./screening-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP },
  })
}
