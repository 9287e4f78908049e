import { Button } from '@mantine/core'
import { Icon } from '../../../web/components/icon.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './left-out-points.module.css'

interface Props {
  readonly points: readonly string[]
  readonly take: (point: string) => void
}

/** Points of an order or of minutes that were not taken for measures; what is work after all is taken by hand. */
export function LeftOutPoints({ points, take }: Props) {
  if (points.length === 0) return null
  return (
    <details className={style.points}>
      <summary>{say('draft.left-out', { count: points.length })}</summary>
      <p className="note">{say('draft.left-out-meaning')}</p>
      <ul className={style.list}>
        {points.map(point => (
          <li key={point}>
            <span>{point}</span>
            <Button
              size="sm"
              variant="subtle"
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => take(point)}
            >
              {say('draft.take-point')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
