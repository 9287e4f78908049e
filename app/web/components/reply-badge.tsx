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

function toneOf({ state, outcome, overdueDays }: Replying): Tone {
  if (outcome === 'cleared') return 'accepted'
  if (outcome === 'confirmed') return 'confirmed'
  if (state === 'replied') return 'going'
  if (state === 'asked') return overdueDays === null ? 'going' : 'asks'
  return 'unknown'
}
