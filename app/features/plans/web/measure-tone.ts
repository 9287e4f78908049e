import type { Item } from '../../../web/client/contract-types.ts'
import type { IconName } from '../../../web/components/icon.tsx'
import type { Tone } from '../../../web/components/state-badge.tsx'
import { isOwed } from '../task-state.rules.ts'

export type MeasureState = Item<'GET /api/measures'>['state']

/** What a state asks of the reader, as colour and as picture: neither has to carry it alone. */
export function toneOf(state: MeasureState, late: boolean): { tone: Tone; icon: IconName } {
  if (late) return { tone: 'asks', icon: 'alert' }
  switch (state) {
    case 'accepted':
      return { tone: 'accepted', icon: 'check' }
    case 'submitted':
      return { tone: 'going', icon: 'search' }
    case 'in-progress':
      return { tone: 'going', icon: 'half' }
    case 'returned':
      return { tone: 'asks', icon: 'undo' }
    case 'postponed':
      return { tone: 'unknown', icon: 'sort' }
    case 'cancelled':
      return { tone: 'unknown', icon: 'close' }
    default:
      return { tone: 'unknown', icon: 'clock' }
  }
}

interface Span {
  readonly state: MeasureState
  readonly end: string
  readonly below: boolean
}

/** A term that has passed while somebody still owes its work; what those below do is late in their plans. */
export function isLate({ state, end, below }: Span, today: string): boolean {
  return end < today && !below && state !== 'no-cases' && isOwed({ state })
}

/** The local day now, 'YYYY-MM-DD'. */
export function todayHere(): string {
  return new Date().toLocaleDateString('sv')
}
