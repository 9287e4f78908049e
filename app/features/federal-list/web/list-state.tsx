import type { Item } from '../../../web/client/contract-types.ts'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'

const LOOKS = {
  checked: { tone: 'asks', icon: 'clock' },
  wrong: { tone: 'asks', icon: undefined },
  accepted: { tone: 'accepted', icon: undefined },
  rejected: { tone: 'unknown', icon: 'close' },
  undone: { tone: 'unknown', icon: 'undo' },
} as const

/** Where a list stands; one that waits says whether anything keeps it out. */
export function ListState({
  list: { state, problems },
}: {
  list: Pick<Item<'GET /api/federal-list/imports'>, 'state' | 'problems'>
}) {
  const shown = state === 'checked' && problems > 0 ? 'wrong' : state
  return (
    <StateBadge tone={LOOKS[shown].tone} icon={LOOKS[shown].icon}>
      {say(`federal.state.${shown}`)}
    </StateBadge>
  )
}
