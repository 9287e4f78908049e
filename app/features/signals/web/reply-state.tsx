import type { Item } from '../../../web/client/contract-types.ts'
import { StateBadge, type Tone } from '../../../web/components/state-badge.tsx'

type Signal = Pick<Item<'GET /api/signals'>, 'state' | 'outcome' | 'reply' | 'overdueDays'>

/** How the reply stands, in one phrase: no signal is shown without it. */
export function ReplyState({ signal }: { signal: Signal }) {
  return <StateBadge tone={toneOf(signal)}>{signal.reply}</StateBadge>
}

function toneOf({ state, outcome, overdueDays }: Signal): Tone {
  if (outcome === 'cleared') return 'accepted'
  if (outcome === 'confirmed') return 'confirmed'
  if (state === 'replied') return 'going'
  if (state === 'asked') return overdueDays === null ? 'going' : 'asks'
  return 'unknown'
}
