import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '../../../platform/problem.ts'
import { closeDuckDb } from '../../results/index.ts'
import { buildCase } from '../../screening/index.ts'
import type { CaseMeasures, MeasureQuestion } from './measure-in-thread.ts'

const { store, batches, specifications, digits }: MeasureQuestion = workerData

const answer = await measure()
await closeDuckDb()
parentPort?.postMessage(answer)

async function measure(): Promise<CaseMeasures> {
  try {
    const { sets } = await buildCase(
      { store: { folder: store }, batches, registry: null, specifications },
      digits,
    )
    return {
      fits: new Map(
        sets.flatMap(({ pupils }) =>
          pupils.map(
            ({ code, class: label, total: _, journal: __, ...fit }) => [`${label}\n${code}`, fit] as const,
          ),
        ),
      ),
      pairs: sets.flatMap(set =>
        set.pairs.map(({ class: label, first, second, tasks, matches, expected, gbt }) => ({
          ...{ class: label, first, second, tasks, matches, expected },
          p: gbt,
        })),
      ),
    }
  } catch (error) {
    // No tasks, or nothing of this school that could be measured: the rows are shown without.
    if (error instanceof ProblemError) return { fits: new Map(), pairs: [] }
    throw error
  }
}
