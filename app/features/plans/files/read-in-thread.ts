import { Worker } from 'node:worker_threads'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import type { PlanOptions } from '../reading/read-plan.ts'
import type { ReadPlan } from './read-plan-file.ts'

/** A document to be read, a file of ours or pasted text, under the name that people know it by. */
export interface PlanQuestion {
  readonly from: { readonly path: string } | { readonly text: string }
  readonly name: string
  readonly period: NonNullable<PlanOptions['period']> | null
}

export type ThreadAnswer = { readonly read: ReadPlan } | { readonly problems: readonly Problem[] }

/** The largest plan is read in a second; what takes longer was made to. */
const LONGEST = 20_000
const HEAP_MEGABYTES = 256
/** Beside the heap: what the streams of a PDF unpack to. A book of 300 pages takes a tenth; three kilobytes may hold gigabytes. */
const MOST_BESIDE = 160 * 2 ** 20
const LOOKS_EVERY = 25
/** Threads at once: two cores read two plans, and a region has one day before the deadline. */
const MOST_AT_ONCE = 2

let reading = 0
const waiting: (() => void)[] = []

/**
 * Recognises a plan in a thread of its own, so that a file made to take for ever costs its sender an error and nobody else
 * anything. Throws ProblemError for what a person can put right.
 */
export async function readPlanInThread(question: PlanQuestion): Promise<ReadPlan> {
  while (reading >= MOST_AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve))
  reading += 1
  try {
    const answer = await ask(question)
    if ('problems' in answer) throw new ProblemError(answer.problems)
    return answer.read
  } finally {
    reading -= 1
    waiting.shift()?.()
  }
}

async function ask(question: PlanQuestion): Promise<ThreadAnswer> {
  const thread = new Worker(new URL('./read-plan-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
  const tooMuch = () => new ProblemError({ code: 'plan-too-much', place: { file: question.name } })
  let timer: NodeJS.Timeout | undefined
  let watch: NodeJS.Timeout | undefined
  try {
    return await new Promise<ThreadAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(tooMuch()), LONGEST)
      watch = setInterval(() => {
        // It is answered while the thread is busy; one that has ended needs no answer.
        const look = thread.getHeapStatistics()
        look
          .then(({ external_memory: beside }) => beside > MOST_BESIDE && reject(tooMuch()))
          .catch(() => undefined)
      }, LOOKS_EVERY)
      thread.once('message', resolve)
      thread.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error),
      )
      thread.once('exit', () => reject(new Error('the thread that read a plan ended')))
      thread.postMessage(question)
    })
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    await thread.terminate()
  }
}
