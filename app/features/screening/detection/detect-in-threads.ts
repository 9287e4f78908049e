import { Worker } from 'node:worker_threads'
import {
  combineSets,
  type DetectOptions,
  type degreesOfSet,
  detectSchools,
  driftsOf,
  type GroupDegrees,
  type GroupedWorks,
  optionsOfSet,
  type readSet,
  type SchoolDegrees,
  type SetCohort,
} from '@objektiv/forensics'

/** What a thread is asked: to read a set, then, when all are read, for its degrees. */
export type SetQuestion =
  | {
      readonly step: 'read'
      readonly set: number
      readonly works: GroupedWorks
      readonly options: Parameters<typeof readSet>[1]
    }
  | {
      readonly step: 'degrees'
      readonly set: number
      readonly drift: Parameters<typeof degreesOfSet>[1]
      readonly controlled: Uint8Array | undefined
    }
export type SetAnswer =
  | { readonly step: 'read'; readonly set: number; readonly cohort: SetCohort }
  | { readonly step: 'degrees'; readonly set: number; readonly degrees: GroupDegrees }

/** As many as the smallest machine has cores; each holds the sets it works on. */
const THREADS = 2
/** Below so many works a thread takes longer to start than it saves. */
const WORTH_A_THREAD = 20_000

/**
 * `detectSchools` with the sets dealt to two threads; the same numbers, in about half the time where there are several
 * sets. Few works or a single set stay in this thread.
 *
 * @param onSet called when a step of a set is done, of two per set
 */
export async function detectInThreads(
  works: readonly GroupedWorks[],
  options: DetectOptions,
  onSet: (done: number, all: number) => void = () => {},
): Promise<SchoolDegrees> {
  const count = works.reduce((sum, set) => sum + set.count, 0)
  if (works.length < THREADS || count < WORTH_A_THREAD) return detectSchools(works, options)
  const threads = Array.from(
    { length: THREADS },
    () => new Worker(new URL('./set-worker.ts', import.meta.url)),
  )
  const owner = dealt(works)
  let done = 0
  const ask = async <Step extends SetQuestion['step']>(questions: Extract<SetQuestion, { step: Step }>[]) => {
    const answers: Extract<SetAnswer, { step: Step }>[] = []
    const asked = threads.map(async (thread, t) => {
      for (const question of questions.filter(({ set }) => owner[set] === t)) {
        answers[question.set] = (await answerOf(thread, question)) as Extract<SetAnswer, { step: Step }>
        onSet(++done, 2 * works.length)
      }
    })
    await Promise.all(asked)
    return answers
  }
  try {
    const read = await ask<'read'>(
      works.map((set, k) => ({ step: 'read', set: k, works: set, options: optionsOfSet(options, k) })),
    )
    const drifts = driftsOf(
      read.map(({ cohort }) => cohort),
      options.cohorts ?? [],
    )
    const { controlled } = options
    const degrees = await ask<'degrees'>(
      drifts.map((drift, k) => ({ step: 'degrees', set: k, drift, controlled })),
    )
    return combineSets(degrees.map(answer => answer.degrees))
  } finally {
    await Promise.all(threads.map(thread => thread.terminate()))
  }
}

/** The thread of each set: the largest first, each to the thread with the fewest works so far. */
function dealt(works: readonly GroupedWorks[]): number[] {
  const load = new Array<number>(THREADS).fill(0)
  const owner: number[] = []
  for (const set of [...works.keys()].sort((a, b) => works[b].count - works[a].count || a - b)) {
    owner[set] = load.indexOf(Math.min(...load))
    load[owner[set]] += works[set].count
  }
  return owner
}

function answerOf(thread: Worker, question: SetQuestion): Promise<SetAnswer> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject)
    thread.once('message', (answer: SetAnswer) => {
      thread.off('error', reject)
      resolve(answer)
    })
    thread.postMessage(question)
  })
}
