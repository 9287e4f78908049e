import { Worker } from 'node:worker_threads'
import type { Specifications } from '../../procedures/index.ts'
import type { BatchManifest } from '../../results/index.ts'
import type { CaseWorks } from './open-case.ts'

/** What a thread is asked to measure: one school in one assessment, against the whole region. */
export interface MeasureQuestion {
  /** Folder of the store. */
  readonly store: string
  /** Batches of the assessment. */
  readonly batches: readonly BatchManifest[]
  readonly specifications: Specifications
  readonly digits: string
}

export interface CaseMeasures {
  /** Person fit by class and code, with a line break between; empty where the assessment has no measurement model. */
  readonly fits: ReadonlyMap<string, NonNullable<CaseWorks['items'][number]['fit']>>
  readonly pairs: CaseWorks['pairs']
}

/** One after another: two would hold the works of two regions in memory. */
let before: Promise<unknown> = Promise.resolve()

/** Seconds of computing over the works of a region: in a thread of its own, so that the service goes on answering. */
export function measureInThread(question: MeasureQuestion): Promise<CaseMeasures> {
  const turn = before.then(() => measure(question))
  before = turn.catch(() => {})
  return turn
}

function measure(question: MeasureQuestion): Promise<CaseMeasures> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./measure-worker.ts', import.meta.url), { workerData: question })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the measuring thread ended')))
  })
}
