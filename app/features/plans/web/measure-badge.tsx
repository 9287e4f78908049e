import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type MeasureState, toneOf } from './measure-tone.ts'

interface Standing {
  readonly state: MeasureState
  /** The phrase of the server. */
  readonly stateText: string
  readonly overdueDays: number | null
}

/** How a measure, or one task of it, stands: words, a picture and a colour. */
export function MeasureBadge({ standing: { state, stateText, overdueDays } }: { standing: Standing }) {
  const { tone, icon } = toneOf(state, overdueDays !== null)
  return (
    <StateBadge tone={tone} icon={icon}>
      {stateText}
    </StateBadge>
  )
}
