import { StateBadge } from '../../../web/components/state-badge.tsx'
import type { UnitRow } from '../../../web/components/unit-words.ts'

/** How a unit stands today, in the words of the server; a unit that simply is needs no badge to say so. */
export function UnitState({ state, always = false }: { state: UnitRow['state']; always?: boolean }) {
  if (state.kind === 'active') return always ? <StateBadge tone="accepted">{state.text}</StateBadge> : null
  return (
    <StateBadge tone={state.kind === 'closing' ? 'asks' : 'unknown'} icon="clock">
      {state.text}
    </StateBadge>
  )
}
