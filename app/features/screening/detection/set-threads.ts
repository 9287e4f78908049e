import { Worker } from 'node:worker_threads'
import {
  type CohortLink,
  combineSets,
  type DetectOptions,
  type degreesOfSet,
  driftsOf,
  type GroupDegrees,
  type GroupedWorks,
  type GroupMeans,
  optionsOfSet,
  type readSet,
  type SchoolDegrees,
  type SetCohort,
} from '@objektiv/forensics'

/** What a thread is asked: to read a set, then, when the other years of its cohort are read, for its degrees. */
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
/**
 * Megabytes for what is soon thrown away, per thread. The numbers lie outside the heap; by default three threads would
 * together keep some 200 MB more, and be no quicker.
 */
export const YOUNG_HEAP = 12
/** Threads that have loaded their program, and practised it, and wait for the first sets. */
let ready: readonly Worker[] | null = null

/** Loads threads beforehand; whoever does so lets them go when none were needed. */
export function prepareSetThreads(): void {
  ready ??= openThreads()
}

export function dismissSetThreads(): void {
  for (const thread of ready ?? []) void thread.terminate()
  ready = null
}

function openThreads(): readonly Worker[] {
  return Array.from(
    { length: THREADS },
    () =>
      new Worker(new URL('./set-worker.ts', import.meta.url), {
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP },
      }),
  )
}

/** Below so many works a thread takes longer to start than it saves. */
const WORTH_A_THREAD = 8_000

/**
 * Threads that measure sets while further ones are still being read; together they find what `detectSchools` finds in
 * one. Few works or a single set are not worth them (openSetThreads gives null).
 */
export class SetThreads {
  readonly #threads: readonly Worker[]
  /** The thread of each set: it keeps the works between the two steps. */
  readonly #owner: ReadonlyMap<number, number>
  readonly #waiting = new Map<string, PromiseWithResolvers<SetAnswer>>()
  readonly #cohorts = new Map<number, Promise<SetCohort>>()
  #fault: { readonly error: unknown } | null = null

  /** @param sizes works of each set, by its number */
  constructor(sizes: ReadonlyMap<number, number>) {
    this.#owner = dealt(sizes)
    const threads = ready ?? openThreads()
    ready = null
    for (const thread of threads) {
      thread.on('message', (answer: SetAnswer) => {
        const name = nameOf(answer)
        this.#waiting.get(name)?.resolve(answer)
        this.#waiting.delete(name)
      })
      thread.on('error', error => this.#fail(error))
    }
    this.#threads = threads
  }

  /** Begins to measure a set; the answer is waited for in `degrees`. */
  read(set: number, works: GroupedWorks, options: Parameters<typeof readSet>[1]): void {
    const cohort = this.#ask({ step: 'read', set, works, options }).then(
      answer => (answer as Extract<SetAnswer, { step: 'read' }>).cohort,
    )
    cohort.catch(() => {})
    this.#cohorts.set(set, cohort)
  }

  /**
   * Degrees of schools over the sets given to `read`.
   *
   * @param sets their numbers, in the order that the options speak of them
   * @param onStep called when a step of a set is done, of two per set
   */
  async degrees(
    sets: readonly number[],
    { cohorts = [], controlled }: DetectOptions,
    onStep: (done: number, all: number) => void = () => {},
  ): Promise<SchoolDegrees> {
    let done = 0
    const step = <T>(value: T): T => {
      onStep(++done, 2 * sets.length)
      return value
    }
    const read = sets.map(set => this.#cohorts.get(set)!.then(step))
    const answers = sets.map(async (set, k) => {
      const link = cohorts.find(one => one.set === k)
      const [own, other] = await Promise.all([read[k], link && read[link.other]])
      const drift = link && other ? driftOf(own, other, link.classOf) : null
      const answer = await this.#ask({ step: 'degrees', set, drift, controlled })
      return step((answer as Extract<SetAnswer, { step: 'degrees' }>).degrees)
    })
    return combineSets(await Promise.all(answers))
  }

  async close(): Promise<void> {
    this.#fail(new Error('The threads were closed'))
    await Promise.all(this.#threads.map(thread => thread.terminate()))
  }

  #ask(question: SetQuestion): Promise<SetAnswer> {
    if (this.#fault) return Promise.reject(this.#fault.error)
    const answer = Promise.withResolvers<SetAnswer>()
    this.#waiting.set(nameOf(question), answer)
    this.#threads[this.#owner.get(question.set)!].postMessage(question)
    return answer.promise
  }

  /** A thread that broke answers nothing any more: whoever waits is told. */
  #fail(error: unknown): void {
    this.#fault ??= { error }
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

/**
 * Starts threads for sets of these sizes, by number; null where they are not worth it. They load while the first set is
 * still being read.
 */
export function openSetThreads(sizes: ReadonlyMap<number, number>): SetThreads | null {
  const works = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return sizes.size < THREADS || !isWorthThreads(works) ? null : new SetThreads(sizes)
}

/** Whether so many works would be shared out among threads. */
export function isWorthThreads(works: number): boolean {
  return works >= WORTH_A_THREAD
}

/** What the options say of one set before the others are known. */
export function readOptions(
  covariates: DetectOptions['covariates'],
  writtenAt: Float64Array | null,
  examination: GroupMeans | null,
): Parameters<typeof readSet>[1] {
  return optionsOfSet(
    { ...(covariates ? { covariates } : {}), writtenAt: [writtenAt], examinations: [examination] },
    0,
  )
}

function driftOf(own: SetCohort, other: SetCohort, classOf: CohortLink['classOf']) {
  return driftsOf([own, other], [{ set: 0, other: 1, classOf }])[0]
}

/** The largest first, each to the thread with the fewest works so far. */
function dealt(sizes: ReadonlyMap<number, number>): Map<number, number> {
  const load = new Array<number>(THREADS).fill(0)
  const owner = new Map<number, number>()
  for (const [set, size] of [...sizes].sort(([a, x], [b, y]) => y - x || a - b)) {
    const thread = load.indexOf(Math.min(...load))
    owner.set(set, thread)
    load[thread] += size
  }
  return owner
}

function nameOf({ step, set }: SetQuestion | SetAnswer): string {
  return `${step} ${set}`
}
