import { useAnswer } from '../../../web/client/queries.ts'
import { Shelf } from '../../../web/components/shelf.tsx'
import { say } from '../../../web/messages/say.ts'
import { actingGrant, useMe } from '../../../web/shell/session.ts'
import { PlanLink } from './plan-link.tsx'

const SHOWN = 3

/** On «Моя работа»: plans that the level above has sent, until they are approved here; nobody else reminds of them. */
export function PlanShelf() {
  const unit = actingGrant(useMe())?.unit.id
  const plans = useAnswer('GET /api/plans', {
    query: { unit, state: 'draft', from: 'above', limit: SHOWN },
  })
  const title = say('plans.work')
  const count = plans.data?.total ?? plans.data?.items.length
  return (
    <Shelf
      id="plans"
      query={plans}
      isEmpty={({ items }) => items.length === 0}
      title={count ? say('work.shelf', { title, count }) : title}
    >
      {({ items }) => (
        <ul className="stack plain-list">
          {items.map(plan => (
            <li key={plan.id} className="card stack-tight">
              <PlanLink plan={plan} />
              <span className="note">{say('plans.work-meaning')}</span>
            </li>
          ))}
        </ul>
      )}
    </Shelf>
  )
}
