import { say } from '../messages/say.ts'
import { DateText, TermText } from './dates.tsx'
import { StateBadge, type Tone } from './state-badge.tsx'

interface Replying {
  readonly state: 'open' | 'asked' | 'replied' | 'closed' | 'withdrawn' | 'superseded'
  readonly outcome: 'cleared' | 'confirmed' | 'insufficient' | null
  /** The phrase of the server. */
  readonly reply: string
  readonly overdueDays: number | null
}

/** How the reply stands, in one phrase: no signal is shown without it. */
export function ReplyBadge({ signal }: { signal: Replying }) {
  return <StateBadge tone={toneOf(signal)}>{signal.reply}</StateBadge>
}

/** Beside it, what it does not say itself: how many days are left, or which day the term was. */
export function ReplyTerm({
  signal: { state, dueOn, overdueDays },
}: {
  signal: Pick<Replying, 'state' | 'overdueDays'> & { readonly dueOn: string | null }
}) {
  if (dueOn === null || state !== 'asked') return null
  return overdueDays === null ? (
    <TermText date={dueOn} />
  ) : (
    <span className="note">
      {say('signals.term-was')} <DateText date={dueOn} />
    </span>
  )
}

function toneOf({ state, outcome, overdueDays }: Replying): Tone {
  if (outcome === 'cleared') return 'accepted'
  if (outcome === 'confirmed') return 'confirmed'
  if (state === 'replied') return 'going'
  if (state === 'asked') return overdueDays === null ? 'going' : 'asks'
  return 'unknown'
}
