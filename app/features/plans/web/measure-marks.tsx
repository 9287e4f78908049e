import { Icon } from '../../../web/components/icon.tsx'
import { say } from '../../../web/messages/say.ts'

interface Marked {
  readonly fromAbove: boolean
  readonly locked: boolean
  readonly offered: boolean
  readonly withdrawn: boolean
  readonly doubtful: boolean
  readonly signal: number | null
}

/** What else is to be known of a measure, in few words. */
export function MeasureMarks({ measure }: { measure: Marked }) {
  const marks = [
    measure.offered &&
      (['alert', say(measure.withdrawn ? 'measures.withdrawn' : 'measures.offered')] as const),
    measure.doubtful && (['help', say('measures.doubtful')] as const),
    measure.locked && (['sink', say('measures.locked')] as const),
    measure.fromAbove &&
      !measure.locked &&
      !measure.withdrawn &&
      measure.signal === null &&
      (['sink', say('measures.from-above')] as const),
    measure.signal !== null && (['info', say('measures.addressed')] as const),
  ].filter(mark => mark !== false)
  return marks.map(([icon, words]) => (
    <span key={words} className="note row" style={{ gap: 4, flexWrap: 'nowrap' }}>
      <Icon name={icon} size={13} />
      {words}
    </span>
  ))
}
