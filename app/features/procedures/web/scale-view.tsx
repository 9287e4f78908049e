import type { Answer } from '../../../web/client/contract-types.ts'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './scale-view.module.css'

type Bands = NonNullable<Answer<'GET /api/specifications/:id'>['content']['bands']>

const MARKS = ['2', '3', '4', '5'] as const

interface Props {
  readonly bands: Bands
  readonly maxPrimary: number
}

/** The scale as a ruler from 0 to the maximum with every mark on its stretch, and as a table. */
export function ScaleView({ bands, maxPrimary }: Props) {
  return (
    <div className="stack">
      <svg
        className={style.ruler}
        viewBox={`0 0 ${maxPrimary + 1} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {MARKS.map(mark => {
          const [from, to] = bands[mark]
          return (
            <rect
              key={mark}
              className={style[`mark${mark}`]}
              x={from}
              width={Math.max(to - from + 1, 0)}
              height={1}
            />
          )
        })}
      </svg>
      <PlainTable
        label={say('specification.scale')}
        rows={MARKS}
        rowKey={mark => mark}
        columns={[
          {
            header: say('specification.mark'),
            cell: mark => (
              <span className={style.mark}>
                <span className={style.swatch} data-mark={mark} aria-hidden="true" />
                {mark}
              </span>
            ),
          },
          {
            header: say('specification.points'),
            cell: mark => <span className="figures">{`${bands[mark][0]}–${bands[mark][1]}`}</span>,
          },
        ]}
      />
    </div>
  )
}
