import { Skeleton } from '@mantine/core'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { say } from '../messages/say.ts'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import style from './page-header.module.css'

interface Props {
  /** Absent while it is being fetched. */
  readonly title?: string
  /** What this page is, in one sentence. */
  readonly meaning?: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly state?: ReactNode
  /** The one main button. */
  readonly action?: ReactNode
}

/** The address whose heading was shown last: the first page of a visit keeps the focus where the browser put it. */
let shown: string | null = null

/** Head of every page. On arrival the heading takes the focus, so that a screen reader says where one is. */
export function PageHeader({ title, meaning, crumbs = [], state, action }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The address of the page that stands, not of the one being fetched: the old heading must not take the focus.
  const pathname = useRouterState({ select: state => state.resolvedLocation?.pathname ?? null })
  const known = title !== undefined
  useEffect(() => {
    if (!known || pathname === null) return
    if (shown !== null && shown !== pathname) heading.current?.focus({ preventScroll: true })
    shown = pathname
  }, [pathname, known])
  return (
    <header className={style.header}>
      {title !== undefined && <title>{`${title} — ${say('app.name')}`}</title>}
      {crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
      <div className={style.line}>
        <div className={style.words}>
          <h1 ref={heading} tabIndex={-1}>
            {title ?? <Skeleton component="span" display="block" h={34} w={320} maw="100%" />}
          </h1>
          {state && <div className="row">{state}</div>}
          {meaning && <p className="muted">{meaning}</p>}
        </div>
        {action && <div className={`${style.action} no-print`}>{action}</div>}
      </div>
    </header>
  )
}
