import type { Outcome } from './rules.ts'
import { isOverdue, type LocalDate, overdueDays, type Term } from './terms.rules.ts'

/** What is known of the reply to one signal. Days are local. */
export interface Replying extends Term {
  readonly outcome: Outcome | null
  readonly published: boolean
  /** Day of the last reply; null before the first. */
  readonly repliedOn: LocalDate | null
}

/** How the reply stands, as a message of the catalogues; a day in `day` is still to be worded. */
export interface ReplyState {
  readonly id: `signal.reply.${string}`
  readonly params: { readonly day?: LocalDate; readonly days?: number }
}

/**
 * The state of the reply that stands beside every signal, wherever it is shown: no page, export or document shows one
 * without the other.
 */
export function replyStateOf(signal: Replying, today: LocalDate): ReplyState {
  const { state, dueOn, repliedOn, outcome } = signal
  // What rested on undone data is no draft any more: nobody will be shown it.
  if (!signal.published && state !== 'withdrawn') return { id: 'signal.reply.draft', params: {} }
  switch (state) {
    case 'open':
      return { id: 'signal.reply.open', params: {} }
    case 'asked':
      if (isOverdue(signal, today))
        return { id: 'signal.reply.overdue', params: { days: overdueDays(signal, today)! } }
      return { id: repliedOn ? 'signal.reply.returned' : 'signal.reply.asked', params: { day: dueOn! } }
    case 'replied': {
      const late = dueOn !== null && repliedOn !== null && repliedOn > dueOn
      return { id: late ? 'signal.reply.late' : 'signal.reply.replied', params: { day: repliedOn! } }
    }
    case 'closed':
      return { id: `signal.reply.${outcome!}${repliedOn ? '' : '-unheard'}`, params: {} }
    default:
      return { id: `signal.reply.${state}`, params: {} }
  }
}
