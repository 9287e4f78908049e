import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { titleOfFinding } from '../screening/index.ts'
import type { Days } from './calendar.ts'
import { type ReplyState, replyStateOf } from './reply-state.rules.ts'
import type { SignalRow } from './store/describe-signals.ts'

/** «ждём до 15 июня 2021 г.», «просрочено на 2 дня»: what stands beside a signal wherever it is shown. */
export function replyPhrase(locale: Locale, signal: Replied, days: Pick<Days, 'today' | 'dayOf'>): string {
  return wordReplyState(locale, replyStateOfRow(signal, days))
}

type Replied = Pick<SignalRow, 'state' | 'dueOn' | 'outcome' | 'published' | 'repliedAt'>

export function replyStateOfRow(
  signal: Replied,
  { today, dayOf }: Pick<Days, 'today' | 'dayOf'>,
): ReplyState {
  return replyStateOf({ ...signal, repliedOn: signal.repliedAt && dayOf(signal.repliedAt) }, today)
}

export function wordReplyState(locale: Locale, { id, params: { day, days } }: ReplyState): string {
  return say(locale, id, {
    ...(day === undefined ? {} : { day: sayDate(locale, day) }),
    ...(days === undefined ? {} : { days }),
  })
}

/** Ids of channels or markers with their titles. */
export function namedChannels(locale: Locale, ids: readonly string[]): { id: string; text: string }[] {
  return ids.map(id => ({ id, text: titleOfFinding(locale, id) }))
}
