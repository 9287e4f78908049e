import './notice-kinds.ts'
import { type Locale, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Notice, notify } from '../notices/index.ts'
import { findPeople } from './find-people.ts'
import { nameSignal } from './name-signal.ts'
import { replyStateOf } from './reply-state.rules.ts'
import { type LockedSignal, lockSignals } from './store/lock-signals.ts'
import { undoData } from './store/undo-data.ts'
import { linkTo } from './tell-of-step.ts'
import type { LocalDate } from './terms.rules.ts'
import { wordReplyState } from './words.ts'

/**
 * What undoing a batch does to signals, in the transaction that undoes it. Schools that were asked about undone data are
 * told; of a question that nobody has put yet nobody need know.
 */
export async function onBatchUndone(tx: Tx, batchId: number, today: LocalDate): Promise<void> {
  const undone = await undoData(tx, batchId)
  const asked = undone.filter(({ state }) => state === 'asked' || state === 'replied')
  if (asked.length === 0) return
  const signals = await lockSignals(
    tx,
    asked.map(({ id }) => id),
    today,
  )
  const people = await findPeople(
    tx,
    signals.map(({ school }) => school.id),
    today,
  )
  await notify(
    tx,
    signals.flatMap(signal =>
      people.ofSchool(signal.school.id).map(
        ({ personId, unitId, locale }): Notice => ({
          to: personId,
          unitId,
          kind: 'signal-data-undone',
          params: { what: nameWithReply(locale, signal, today) },
          link: linkTo(signal),
        }),
      ),
    ),
  )
}

/** The one notice whose sentence does not itself say how the reply stands. */
function nameWithReply(locale: Locale, signal: LockedSignal, today: LocalDate): string {
  const { facts } = signal
  const reply =
    facts.state === 'replied'
      ? say(locale, 'signal.state.replied')
      : wordReplyState(locale, replyStateOf({ ...facts, outcome: null, repliedOn: null }, today))
  return say(locale, 'signal.what-with-reply', { what: nameSignal(locale, signal), reply })
}
