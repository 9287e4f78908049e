import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import { toneOf } from './measure-tone.ts'

const STATES = [
  'not-started',
  'in-progress',
  'submitted',
  'accepted',
  'returned',
  'postponed',
  'cancelled',
] as const

/** What the pictures beside the measures mean. */
export function StateLegend() {
  return (
    <ul className="row plain-list" aria-label={say('measures.legend')}>
      {STATES.map(state => (
        <li key={state}>
          <StateBadge {...toneOf(state, false)}>{say(`measures.state.${state}`)}</StateBadge>
        </li>
      ))}
      <li>
        <StateBadge {...toneOf('not-started', true)}>{say('measures.late')}</StateBadge>
      </li>
    </ul>
  )
}
