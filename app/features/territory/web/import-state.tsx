import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'

const tones = { checked: 'unknown', wrong: 'asks', committed: 'accepted', undone: 'unknown' } as const
/** Nothing is wrong with what only waits. */
const icons = { checked: 'clock', wrong: undefined, committed: undefined, undone: 'undo' } as const

interface Props {
  readonly given: { readonly state: 'checked' | 'committed' | 'undone'; readonly problems: number }
}

/** Where an import stands: with problems and so not to be accepted, waiting for a decision, accepted, taken back. */
export function ImportState({ given }: Props) {
  const state = given.state === 'checked' && given.problems > 0 ? 'wrong' : given.state
  return (
    <StateBadge tone={tones[state]} icon={icons[state]}>
      {say(`registry.state.${state}`)}
    </StateBadge>
  )
}
