import type { Item } from '../../../web/client/contract-types.ts'
import { StateBadge, type Tone } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'

type State = Item<'GET /api/imports'>['state']

const TONES: Record<State, Tone> = {
  waiting: 'unknown',
  reading: 'going',
  checked: 'going',
  refused: 'error',
  accepted: 'accepted',
  rejected: 'unknown',
  undone: 'unknown',
  duplicate: 'unknown',
  failed: 'error',
}

/** Where a file stands on its way to being counted. */
export function BatchState({ state }: { state: State }) {
  return <StateBadge tone={TONES[state]}>{say(`imports.state.${state}`)}</StateBadge>
}
