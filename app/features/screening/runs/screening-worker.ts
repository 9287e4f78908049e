import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '../../../platform/problem.ts'
import { closeDuckDb } from '../../results/threads.ts'
import { runScreening } from '../run-screening.ts'
import type { ScreenMessage, ScreenQuestion } from './screen-in-thread.ts'

const question: ScreenQuestion = workerData

/** Thrown at a step where the thread has been asked to leave off. */
class LeftOff extends Error {}

try {
  await screen()
} catch (error) {
  if (error instanceof ProblemError) tell({ step: 'refused', problems: error.problems })
  else if (!(error instanceof LeftOff)) throw error
} finally {
  await closeDuckDb()
}

async function screen(): Promise<void> {
  const { store, outputs, locale, leaveOff, ...input } = question
  const goOn = () => {
    if (Atomics.load(leaveOff, 0) !== 0) throw new LeftOff()
  }
  goOn()
  const screening = await runScreening({
    ...input,
    store: { folder: store },
    progress: {
      report(...report) {
        goOn()
        tell({ step: 'progress', report })
      },
      finish: goOn,
    },
  })
  tell({ step: 'screened', screening })
  // Loaded now: charts and spreadsheets are no part of the screening, and the numbers are kept meanwhile.
  const [{ renderReport }, { writeOutputs }, { replySlot }] = await Promise.all([
    import('../report/render-report.ts'),
    import('../outputs/write-outputs.ts'),
    import('../outputs/reply-slots.ts'),
  ])
  goOn()
  await writeOutputs(screening, outputs, locale, renderReport, replySlot)
  tell({ step: 'written' })
}

function tell(message: ScreenMessage): void {
  parentPort?.postMessage(message)
}
