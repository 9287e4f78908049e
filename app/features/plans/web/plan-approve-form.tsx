import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { FieldRow, TextField } from '../../../web/components/fields.tsx'
import { useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import { PlanActForm } from './plan-act-form.tsx'
import type { OpenPlan } from './plan-page.tsx'

/** The block «УТВЕРЖДАЮ», and with it the next version. */
export function ApproveForm({ plan: { id, version, approval } }: { plan: OpenPlan }) {
  const client = useQueryClient()
  const form = useForm({
    initial: {
      post: approval.post ?? '',
      person: approval.person ?? '',
      date: approval.date ?? new Date().toLocaleDateString('sv'),
      number: approval.number ?? '',
    },
    check: ({ date }) => (date ? {} : { date: say('plan.approve-wrong-date') }),
    send: async ({ post, person, date, number }) => {
      const given = {
        post: post.trim() || null,
        person: person.trim() || null,
        date: date || null,
        number: number.trim() || null,
      }
      await api('POST /api/plans/:id/approve', { params: { id }, body: { version, approval: given } })
      await client.invalidateQueries()
    },
  })
  const labels = {
    post: say('plan.post'),
    person: say('plan.person'),
    date: say('plan.date'),
    number: say('plan.doc-number'),
  }
  return (
    <PlanActForm form={form} act="approve" labels={labels} meaning={say('plan.act-meaning.approve')}>
      <TextField form={form} name="post" label={labels.post} optional />
      <TextField form={form} name="person" label={labels.person} hint={say('plan.person-hint')} optional />
      <FieldRow>
        <TextField form={form} name="date" label={labels.date} type="date" />
        <TextField form={form} name="number" label={labels.number} optional />
      </FieldRow>
    </PlanActForm>
  )
}
