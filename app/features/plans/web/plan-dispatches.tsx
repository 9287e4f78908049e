import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { InstantText } from '../../../web/components/dates.tsx'
import { Progress } from '../../../web/components/progress.tsx'
import { StateBadge, type Tone } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import type { OpenPlan } from './plan-page.tsx'

type Dispatch = OpenPlan['dispatches'][number]

const EVERY = 2000
const TONES: Readonly<Record<Dispatch['state'], Tone>> = { going: 'going', done: 'accepted', stopped: 'asks' }

/** How often the page is read again: only while something of the plan is on its way. */
export function refreshWhileGoing(plan: OpenPlan | undefined): number | false {
  return plan?.dispatches.some(({ state }) => state === 'going') ? EVERY : false
}

/** What of the plan is on its way to many units, how far it is, and how it ended. */
export function PlanDispatches({ plan: { dispatches } }: { plan: OpenPlan }) {
  useRefreshAtEnd(dispatches.some(({ state }) => state === 'going'))
  if (dispatches.length === 0) return null
  return (
    <section className="stack no-print" aria-label={say('plan.dispatches')}>
      {dispatches.map(dispatch => (
        <DispatchCard key={dispatch.id} dispatch={dispatch} />
      ))}
    </section>
  )
}

function DispatchCard({ dispatch }: { dispatch: Dispatch }) {
  const { kind, state, reached, total, leftOut, problem, startedAt, finishedAt } = dispatch
  const title = say(`plan.dispatch.${kind}`)
  const unsent = kind === 'copies' && state === 'stopped' ? total - reached - leftOut.length : 0
  return (
    <section className="card stack-tight" aria-label={title}>
      <div className="row-apart">
        <div className="row">
          <strong>{title}</strong>
          <span className="note">
            <InstantText instant={finishedAt ?? startedAt} />
          </span>
        </div>
        <StateBadge tone={TONES[state]}>{say(`plan.dispatch.${state}`)}</StateBadge>
      </div>
      {state === 'going' ? (
        <>
          <Progress label={say(`plan.dispatch-progress.${kind}`)} done={reached} total={total} />
          <p className="note">{say('plan.dispatch-meaning')}</p>
        </>
      ) : (
        <p>
          {say(`plan.dispatch-reached.${kind}`, { count: reached })}{' '}
          {unsent > 0 && say('plan.dispatch-unsent', { count: unsent })}
        </p>
      )}
      {problem && (
        <p>
          {problem.text} <span className="muted">{problem.advice}</span>
        </p>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>{say('plan.dispatch-left', { count: leftOut.length })}</summary>
          <ul className="plain-list">
            {leftOut.map(({ unit, reason }) => (
              <li key={unit}>
                {unit}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** What else is shown of the plan (its coverage, its copies) is asked for anew when the work has ended. */
function useRefreshAtEnd(going: boolean): void {
  const client = useQueryClient()
  const before = useRef(going)
  useEffect(() => {
    if (before.current && !going) void client.invalidateQueries()
    before.current = going
  }, [going, client])
}
