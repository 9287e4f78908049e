import { formatNumber } from '../../messages/numbers.ts'
import { locale } from '../messages/say.ts'
import style from './progress.module.css'

interface Props {
  /** What is being done, e.g. «Читаем реестр». */
  readonly label: string
  readonly done: number
  /** Absent while it is not known how much there is. */
  readonly total?: number | null
}

/** A long work with a count. The count is spoken when it changes, politely and not at every step. */
export function Progress({ label, done, total }: Props) {
  const counted = total
    ? `${formatNumber(locale(), done)} / ${formatNumber(locale(), total)}`
    : formatNumber(locale(), done)
  return (
    <div className={style.progress}>
      <div className="row-apart">
        <span>{label}</span>
        <span className="muted figures" aria-live="polite">
          {counted}
        </span>
      </div>
      <progress
        className={style.bar}
        aria-label={label}
        value={total ? done : undefined}
        max={total ?? undefined}
      />
    </div>
  )
}
