import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { CheckField } from '../../../web/components/fields.tsx'
import { useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import { PlanActForm } from './plan-act-form.tsx'
import type { OpenPlan } from './plan-page.tsx'

/** A page for everybody; names of people are on it only when that was said on purpose. */
export function PublishForm({ plan: { id, version, publication } }: { plan: OpenPlan }) {
  const client = useQueryClient()
  const form = useForm({
    initial: { withNames: publication?.withNames ?? false },
    send: async ({ withNames }) => {
      await api('POST /api/plans/:id/publish', { params: { id }, body: { version, withNames } })
      await client.invalidateQueries()
    },
  })
  return (
    <PlanActForm form={form} act="publish" labels={{}} meaning={say('plan.act-meaning.publish')}>
      <CheckField
        form={form}
        name="withNames"
        label={say('plan.with-names')}
        hint={say('plan.with-names-hint')}
      />
    </PlanActForm>
  )
}

export function UnpublishForm({ plan: { id, version } }: { plan: OpenPlan }) {
  const client = useQueryClient()
  const form = useForm({
    initial: {},
    send: async () => {
      await api('POST /api/plans/:id/unpublish', { params: { id }, body: { version } })
      await client.invalidateQueries()
    },
  })
  return <PlanActForm form={form} act="unpublish" labels={{}} meaning={say('plan.act-meaning.unpublish')} />
}
