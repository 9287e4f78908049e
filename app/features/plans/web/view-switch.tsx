import { Link } from '@tanstack/react-router'
import { type UrlSearch, withoutEmpty } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import style from './view-switch.module.css'

const VIEWS = ['list', 'calendar', 'timeline'] as const
type View = (typeof VIEWS)[number]

export function viewOf({ view }: UrlSearch): View {
  return VIEWS.find(one => one === view) ?? 'list'
}

/** The same measures in three views; which one stands in the address, and the filters stay. */
export function ViewSwitch({ view }: { view: View }) {
  return (
    <nav className={`${style.views} no-print`} aria-label={say('measures.views')}>
      {VIEWS.map(one => (
        <Link
          key={one}
          to="."
          search={
            ((before: UrlSearch) =>
              withoutEmpty({ ...before, view: one === 'list' ? undefined : one })) as never
          }
          resetScroll={false}
          data-current={one === view}
          aria-current={one === view ? 'page' : undefined}
        >
          {say(`measures.view.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
