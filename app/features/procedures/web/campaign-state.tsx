import type { Answer } from '../../../web/client/contract-types.ts'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'

type State = Answer<'GET /api/campaigns/:id'>['state']

const TONES = {
  ahead: 'unknown',
  going: 'going',
  collecting: 'asks',
  over: 'unknown',
  closed: 'accepted',
} as const

/** Where a campaign stands today. */
export function CampaignState({ state }: { state: State }) {
  return (
    <StateBadge tone={TONES[state]} icon={state === 'collecting' ? 'clock' : undefined}>
      {say(`campaign.state.${state}`)}
    </StateBadge>
  )
}
