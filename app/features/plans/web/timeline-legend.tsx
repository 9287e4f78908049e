import { useId } from 'react'
import { say } from '../../../web/messages/say.ts'
import { Hatching, Point, ROW } from './timeline-shapes.tsx'
import style from './timeline-view.module.css'

const SHAPES = ['unknown', 'going', 'accepted', 'asks'] as const

/** What is drawn, in words: a shape for each state, hatching for a term without days. */
export function TimelineLegend() {
  const hatching = useId()
  return (
    <ul className={`row plain-list note ${style.legend}`} aria-label={say('measures.legend')}>
      {SHAPES.map(tone => (
        <li key={tone} className="row">
          <svg width="20" height={ROW} viewBox={`-10 0 20 ${ROW}`} aria-hidden="true">
            <Point tone={tone} />
          </svg>
          {say(`measures.shape.${tone}`)}
        </li>
      ))}
      <li className="row">
        <svg width="36" height="16" aria-hidden="true">
          <Hatching id={hatching} />
          <rect width="36" height="16" fill={`url(#${hatching})`} />
        </svg>
        {say('measures.open-term')}
      </li>
    </ul>
  )
}
