import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import { AreaField, CheckField } from '../../../web/components/fields.tsx'
import { useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import { MeasureBadge } from './measure-badge.tsx'
import { PlanActForm } from './plan-act-form.tsx'
import type { OpenPlan } from './plan-page.tsx'
import { shorten } from './shorten.ts'

type Measure = OpenPlan['measures'][number]

const DONE: ReadonlySet<Measure['state']> = new Set(['accepted', 'cancelled', 'no-cases'])
/** More names than this nobody reads before a button. */
const NAMED = 12

/** The end of the year of a plan, with a word on its result; what is not done is named, and left so on purpose only. */
export function ClosePlanForm({ plan: { id, version, measures } }: { plan: OpenPlan }) {
  const client = useQueryClient()
  const left = measures.filter(({ state }) => !DONE.has(state))
  const form = useForm({
    initial: { text: '', leaveOpen: false },
    check: ({ text, leaveOpen }) => ({
      ...(text.trim() ? {} : { text: say('plan.result-missing') }),
      ...(left.length === 0 || leaveOpen ? {} : { leaveOpen: say('plan.leave-open-missing') }),
    }),
    send: async ({ text, leaveOpen }) => {
      const body = { version, text: text.trim(), leaveOpen }
      await api('POST /api/plans/:id/close', { params: { id }, body })
      await client.invalidateQueries()
    },
  })
  return (
    <PlanActForm
      form={form}
      act="close"
      labels={{ text: say('plan.result') }}
      meaning={say('plan.act-meaning.close')}
    >
      {left.length > 0 && <LeftOpen measures={left} total={measures.length} />}
      <AreaField form={form} name="text" label={say('plan.result')} />
      {left.length > 0 && (
        <CheckField form={form} name="leaveOpen" label={say('plan.leave-open', { count: left.length })} />
      )}
    </PlanActForm>
  )
}

function LeftOpen({ measures, total }: { measures: readonly Measure[]; total: number }) {
  const more = measures.length - NAMED
  return (
    <div className="stack-tight">
      <p>
        <b>{say('plan.open-left', { count: measures.length, total })}</b>
      </p>
      <ul className="plain-list stack">
        {measures.slice(0, NAMED).map(measure => (
          <li key={measure.id} className="stack-tight">
            <Link to="/measures/$id" params={{ id: String(measure.id) }}>
              {[measure.number, shorten(measure.text, 90)].filter(Boolean).join(' ')}
            </Link>
            <MeasureBadge standing={measure} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="note">{say('plan.open-more', { count: more })}</p>}
    </div>
  )
}
