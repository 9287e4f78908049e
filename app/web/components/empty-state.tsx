import type { ReactNode } from 'react'
import style from './empty-state.module.css'

interface Props {
  /** What will stand here. */
  readonly title: string
  /** From where it comes. */
  readonly children?: ReactNode
  /** A link or button that makes it appear. */
  readonly action?: ReactNode
}

/** A place that is still empty teaches what will appear in it, from where, and how to make it appear. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={style.empty}>
      <p className={style.title}>{title}</p>
      {children && <p className="muted">{children}</p>}
      {action && <div className={style.action}>{action}</div>}
    </div>
  )
}
