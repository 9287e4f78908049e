import type { Answer } from '../../../web/client/contract-types.ts'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'

type State = Answer<'GET /api/specifications/:id'>['state']

const LOOKS = {
  whole: { tone: 'accepted', icon: undefined },
  'no-tasks': { tone: 'unknown', icon: 'info' },
  'no-scale': { tone: 'unknown', icon: 'info' },
  'faulty-scale': { tone: 'asks', icon: undefined },
  unknown: { tone: 'asks', icon: 'help' },
} as const

/** How well a paper is described. */
export function PaperState({ state }: { state: State }) {
  return (
    <StateBadge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
      {say(`paper.state.${state}`)}
    </StateBadge>
  )
}
