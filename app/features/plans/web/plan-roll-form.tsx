import { useNavigate } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import { FieldRow, TextField } from '../../../web/components/fields.tsx'
import { useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import { checkHeading } from './heading-values.ts'
import { PlanActForm } from './plan-act-form.tsx'
import type { OpenPlan } from './plan-page.tsx'

/** The draft of the year that follows. */
export function RollOverForm({ plan: { id, version, title, period } }: { plan: OpenPlan }) {
  const navigate = useNavigate()
  const form = useForm({
    initial: { title: nextTitle(title), start: yearOn(period.start), end: yearOn(period.end) },
    check: checkHeading,
    send: async ({ title, start, end }) => {
      const next = { start, end, school: period.school, original: null }
      const made = await api('POST /api/plans/:id/roll-over', {
        params: { id },
        body: { version, title: title.trim(), period: next },
      })
      await navigate({ to: '/plans/$id', params: { id: String(made.id) } })
    },
  })
  const labels = { title: say('draft.plan-title'), start: say('draft.start'), end: say('draft.end') }
  return (
    <PlanActForm form={form} act="roll-over" labels={labels} meaning={say('plan.act-meaning.roll-over')}>
      <TextField form={form} name="title" label={labels.title} />
      <FieldRow>
        <TextField form={form} name="start" label={labels.start} type="date" />
        <TextField form={form} name="end" label={labels.end} type="date" />
      </FieldRow>
    </PlanActForm>
  )
}

/** The same day a year later; of 29 February, the last day of that month. */
function yearOn(date: string): string {
  const year = Number(date.slice(0, 4)) + 1
  return date.endsWith('02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`
}

/** Years in a title move with the plan: «на 2021–2022» becomes «на 2022–2023». */
function nextTitle(title: string): string {
  return title.replace(/\b(19|20)\d{2}\b/g, year => String(Number(year) + 1))
}
