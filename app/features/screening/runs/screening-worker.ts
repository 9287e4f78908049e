import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '../../../platform/problem.ts'
import { closeDuckDb } from '../../results/index.ts'
import { runScreening } from '../run-screening.ts'
import type { ScreenMessage, ScreenQuestion } from './screen-in-thread.ts'

const question: ScreenQuestion = workerData

try {
  await screen()
} catch (error) {
  if (!(error instanceof ProblemError)) throw error
  tell({ step: 'refused', problems: error.problems })
} finally {
  await closeDuckDb()
}

async function screen(): Promise<void> {
  const { store, outputs, locale, ...input } = question
  const screening = await runScreening({
    ...input,
    store: { folder: store },
    progress: { report: (...report) => tell({ step: 'progress', report }), finish() {} },
  })
  tell({ step: 'screened', screening })
  // Loaded now: charts and spreadsheets are no part of the screening, and the numbers are kept meanwhile.
  const [{ renderReport }, { writeOutputs }] = await Promise.all([
    import('../report/render-report.ts'),
    import('../outputs/write-outputs.ts'),
  ])
  await writeOutputs(screening, outputs, locale, renderReport)
  tell({ step: 'written' })
}

function tell(message: ScreenMessage): void {
  parentPort?.postMessage(message)
}
