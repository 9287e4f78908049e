import type { Answer } from '../../../web/client/contract-types.ts'
import { say } from '../../../web/messages/say.ts'
import style from './scale-view.module.css'

type Bands = NonNullable<Answer<'GET /api/specifications/:id'>['content']['bands']>

const MARKS = ['2', '3', '4', '5'] as const

interface Props {
  readonly bands: Bands
  /** A scale with two marks for one score cannot be drawn as one ruler. */
  readonly sound: boolean
}

/** The scale: which scores give which mark, and how long each stretch is. */
export function ScaleView({ bands, sound }: Props) {
  return (
    <div className={style.scale}>
      {sound && (
        <div className={style.ruler} aria-hidden="true">
          {MARKS.map(mark => (
            <span key={mark} data-mark={mark} style={{ flexGrow: bands[mark][1] - bands[mark][0] + 1 }} />
          ))}
        </div>
      )}
      <dl className={style.marks}>
        {MARKS.map(mark => (
          <div key={mark}>
            <dt>
              {sound && <span className={style.swatch} data-mark={mark} aria-hidden="true" />}
              {say('specification.band', { mark })}
            </dt>
            <dd className="figures">{`${bands[mark][0]}–${bands[mark][1]}`}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
