import { parentPort } from 'node:worker_threads'
import { ProblemError } from '../../../platform/problem.ts'
import type { PlanQuestion, ThreadAnswer } from './read-in-thread.ts'
import { readPlanText, readPlanWithOriginal } from './read-plan-file.ts'

/** One plan, and the thread ends. */
parentPort?.once('message', async (question: PlanQuestion) => {
  parentPort?.postMessage(await answer(question))
})

async function answer({ from, name, period }: PlanQuestion): Promise<ThreadAnswer> {
  try {
    const read =
      'path' in from
        ? await readPlanWithOriginal(from.path, { period }, name)
        : readPlanText(from.text, { period }, name)
    return { read }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    // The file lies here under a name of ours; people know it by theirs.
    return { problems: error.problems.map(one => ({ ...one, place: { ...one.place, file: name } })) }
  }
}
