import type { SignalsOfRun } from '../screening/index.ts'
import { countReplies } from './count-replies.ts'
import { repliesOf } from './replies-of-run.ts'
import { openSignals } from './store/open-signals.ts'
import { publishSignals } from './store/publish-signals.ts'

/** What a run asks of this room: to open its signals, to publish them, and how the replies stand. */
export const signalsOfRun: SignalsOfRun = { openSignals, publishSignals, repliesOf, countReplies }
