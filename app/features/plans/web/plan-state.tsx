import type { Item } from '../../../web/client/contract-types.ts'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'

type Plan = Pick<Item<'GET /api/plans'>, 'state' | 'counts'>

const ICONS = { draft: 'copy', approved: 'check', closed: 'clock' } as const

export function PlanState({ state }: Pick<Plan, 'state'>) {
  return (
    <StateBadge tone={state === 'approved' ? 'accepted' : 'unknown'} icon={ICONS[state]}>
      {say(`plans.state.${state}`)}
    </StateBadge>
  )
}

/** How far a plan is: what was accepted is one thing, what was handed in another, and neither is added to the other. */
export function PlanProgress({
  counts: { measures, accepted, submitted, overdue, offered, below },
  inline = false,
}: Pick<Plan, 'counts'> & { inline?: boolean }) {
  if (measures === 0) return <span className="note">{say('plans.no-measures')}</span>
  return (
    <div className={inline ? 'row' : 'stack-tight'} style={{ alignItems: inline ? 'center' : 'flex-start' }}>
      {measures > below && <span>{say('plans.done-of', { done: accepted, total: measures - below })}</span>}
      {below > 0 && <span className="note">{say('plans.below', { count: below })}</span>}
      {submitted > 0 && <span className="note">{say('plans.submitted', { count: submitted })}</span>}
      {overdue > 0 && <StateBadge tone="asks">{say('plans.overdue', { count: overdue })}</StateBadge>}
      {offered > 0 && (
        <StateBadge tone="asks" icon="sink">
          {say('plans.offered', { count: offered })}
        </StateBadge>
      )}
    </div>
  )
}
