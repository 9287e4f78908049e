import { useParams } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { dateInWords } from '../../../web/components/dates.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { CalendarView } from './calendar-view.tsx'
import { CoverageView } from './coverage-view.tsx'
import { PlanActs } from './plan-acts.tsx'
import { PlanChanges } from './plan-changes.tsx'
import { PlanDispatches, refreshWhileGoing } from './plan-dispatches.tsx'
import { PlanFacts } from './plan-facts.tsx'
import { PlanMeasures } from './plan-measures.tsx'
import { PlanProgress, PlanState } from './plan-state.tsx'
import { PlanVersions } from './plan-versions.tsx'
import { PlanViews, planViewOf } from './plan-views.tsx'
import { TimelineView } from './timeline-view.tsx'

export type OpenPlan = Answer<'GET /api/plans/:id'>

/** A plan: its heading, how far it is, what can be done with it, and its measures in the views people plan by. */
export function PlanPage() {
  const { id } = useParams({ from: '/signed-in/plans/$id' })
  const plan = useAnswer('GET /api/plans/:id', { params: { id } }, { ofPage: true, every: refreshWhileGoing })
  const given = plan.data
  return (
    <>
      <PageHeader
        title={given?.title}
        meaning={
          given &&
          `${given.unit.name} · ${say('plans.from-to', {
            from: dateInWords(given.period.start),
            to: dateInWords(given.period.end),
          })}`
        }
        crumbs={[{ label: say('plans.title'), link: { to: '/plans' } }]}
        state={
          given && (
            <>
              <PlanState state={given.state} />
              <PlanProgress counts={given.counts} inline />
            </>
          )
        }
      />
      <QueryView query={plan} height={640}>
        {known => <PlanView plan={known} />}
      </QueryView>
    </>
  )
}

function PlanView({ plan }: { plan: OpenPlan }) {
  const [search] = useUrlSearch()
  const view = planViewOf(search, plan)
  return (
    <div className="stack-wide">
      <PlanFacts plan={plan} />
      <PlanActs plan={plan} />
      <PlanDispatches plan={plan} />
      <div className="stack">
        <PlanViews plan={plan} view={view} />
        {view === 'measures' && <PlanMeasures plan={plan} />}
        {view === 'calendar' && <CalendarView filter={{ plan: plan.id }} />}
        {view === 'timeline' && <TimelineView filter={{ plan: plan.id }} />}
        {view === 'coverage' && <CoverageView plan={plan} />}
        {view === 'changes' && <PlanChanges plan={plan} />}
        {view === 'versions' && <PlanVersions plan={plan} />}
      </div>
    </div>
  )
}
