import { parentPort } from 'node:worker_threads'
import { ProblemError } from '../../../platform/problem.ts'
import { closeDuckDb } from '../../results/threads.ts'
import { dismissSetThreads, prepareSetThreads } from '../detection/set-threads.ts'
import { runScreening } from '../run-screening.ts'
import { packRun } from './pack-run.ts'
import type { ScreenMessage, ScreenQuestion, ToScreeningThread } from './screen-in-thread.ts'

/** Thrown at a step where the thread has been asked to leave off. */
class LeftOff extends Error {}

const { promise: asked, resolve: ask } = Promise.withResolvers<ScreenQuestion | null>()
parentPort?.on('message', listen)
function listen(message: ToScreeningThread): void {
  if (message.step === 'prepare') {
    if (message.measuring) prepareSetThreads()
    loadOutputs().catch(() => {})
    return
  }
  // Nobody is listened to any longer: the thread ends with its work.
  parentPort?.off('message', listen)
  ask(message.step === 'screen' ? message.question : null)
}

const question = await asked
try {
  if (question) await screen(question)
} catch (error) {
  if (error instanceof ProblemError) tell({ step: 'refused', problems: error.problems })
  else if (!(error instanceof LeftOff)) throw error
} finally {
  dismissSetThreads()
  await closeDuckDb()
}

async function screen({ store, outputs, locale, leaveOff, ...input }: ScreenQuestion): Promise<void> {
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
  tell({ step: 'screened', found: packRun(screening) })
  // Unless prepared they are loaded now: the screening needs neither charts nor spreadsheets, and is being kept meanwhile.
  const [{ renderReport }, { writeOutputs }, { replySlot }] = await loadOutputs()
  goOn()
  await writeOutputs(screening, outputs, locale, renderReport, replySlot)
  tell({ step: 'written' })
}

function loadOutputs() {
  return Promise.all([
    import('../report/render-report.ts'),
    import('../outputs/write-outputs.ts'),
    import('../outputs/reply-slots.ts'),
  ])
}

function tell(message: ScreenMessage): void {
  parentPort?.postMessage(message)
}
