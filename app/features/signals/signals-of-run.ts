import type { SignalsOfRun } from '../screening/index.ts'
import { openSignals } from './store/open-signals.ts'
import { publishSignals } from './store/publish-signals.ts'

/** What a run asks of this room: to open its signals, and to publish them. */
export const signalsOfRun: SignalsOfRun = { openSignals, publishSignals }
