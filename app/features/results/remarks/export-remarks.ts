import { Worker } from 'node:worker_threads'
import type { Parameter } from '../../../documents/spreadsheet/index.ts'
import type { Locale } from '../../../messages/format.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { RemarkSource } from './choose-remarks.ts'
import type { Wanted } from './read-remarks.ts'

/** What a thread is asked to write. */
export interface ExportQuestion {
  readonly path: string
  readonly locale: Locale
  readonly parameters: readonly Parameter[]
  readonly sources: readonly RemarkSource[]
  readonly wanted: Wanted
}

/** More is no list that a person goes through, and a sheet ends at a million. */
const MOST_ROWS = 300_000
const HEAP_MEGABYTES = 768

/** How many remarks there are. Throws `import-remarks-too-many` where they make no list. */
export function countRemarks(sources: readonly RemarkSource[]): number {
  const count = sources.reduce((sum, { told, cells }) => sum + told.length + cells, 0)
  if (count > MOST_ROWS)
    throw new ProblemError({ code: 'import-remarks-too-many', params: { count, limit: MOST_ROWS } })
  return count
}

/** Writes all remarks to a workbook, in a thread of its own: there may be hundreds of thousands. */
export async function exportRemarks(question: ExportQuestion): Promise<void> {
  const thread = new Worker(new URL('./export-worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
  await new Promise<void>((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', code => (code === 0 ? resolve() : reject(new Error('the writing thread ended'))))
  })
}
