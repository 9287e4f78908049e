import { Link } from '@tanstack/react-router'
import { type UrlSearch, withoutEmpty } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import type { OpenPlan } from './plan-page.tsx'
import style from './view-switch.module.css'

const VIEWS = ['measures', 'calendar', 'timeline', 'coverage', 'changes', 'versions'] as const
type View = (typeof VIEWS)[number]

/** A plan of a school has nobody below, and so no coverage. */
function viewsOf({ level }: OpenPlan): readonly View[] {
  return level === 'school' ? VIEWS.filter(view => view !== 'coverage') : VIEWS
}

export function planViewOf({ view }: UrlSearch, plan: OpenPlan): View {
  return viewsOf(plan).find(one => one === view) ?? 'measures'
}

/** Views of one plan; which one stands in the address. */
export function PlanViews({ plan, view }: { plan: OpenPlan; view: View }) {
  return (
    <nav className={`${style.views} no-print`} aria-label={say('plan.views')}>
      {viewsOf(plan).map(one => (
        <Link
          key={one}
          to="."
          search={
            (({ unit, campaign, period }: UrlSearch) =>
              withoutEmpty({ unit, campaign, period, view: one === 'measures' ? undefined : one })) as never
          }
          resetScroll={false}
          data-current={one === view}
          aria-current={one === view ? 'page' : undefined}
        >
          {say(`plan.view.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
