import { Link } from '@tanstack/react-router'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { say } from '../../../web/messages/say.ts'
import type { OpenPlan } from './plan-page.tsx'

/** Every time the plan was approved, and what has changed since. */
export function PlanVersions({ plan: { versions } }: { plan: OpenPlan }) {
  if (versions.length === 0)
    return <EmptyState title={say('plan.not-approved')}>{say('plan.not-approved-meaning')}</EmptyState>
  return (
    <PlainTable
      label={say('plan.versions')}
      rows={[...versions].sort((one, other) => other.number - one.number)}
      rowKey={({ number }) => number}
      columns={[
        { header: say('plan.version'), cell: ({ number }) => say('plan.version-number', { number }) },
        { header: say('plan.version-at'), cell: ({ at }) => <InstantText instant={at} /> },
        { header: say('plan.version-by'), cell: ({ by }) => by },
        {
          header: '',
          cell: ({ number }) => (
            <Link to="." search={{ view: 'changes', since: String(number) } as never} resetScroll={false}>
              {say('plan.version-changes')}
              <span className="visually-hidden"> ({say('plan.version-number', { number })})</span>
            </Link>
          ),
        },
      ]}
    />
  )
}
