import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'

const tones = { checked: 'asks', committed: 'accepted', undone: 'unknown' } as const

/** Where an import stands: checked and waiting, accepted, taken back. */
export function ImportState({ state }: { state: keyof typeof tones }) {
  return (
    <StateBadge tone={tones[state]} icon={state === 'undone' ? 'undo' : undefined}>
      {say(`registry.state.${state}`)}
    </StateBadge>
  )
}
