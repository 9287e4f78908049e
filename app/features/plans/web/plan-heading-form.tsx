import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { useForm } from '../../../web/components/form.tsx'
import { HeadingFields, headingLabels } from './heading-fields.tsx'
import { checkWholeHeading, headingOf, headingValues } from './heading-values.ts'
import { PlanActForm } from './plan-act-form.tsx'
import type { OpenPlan } from './plan-page.tsx'

/** The heading of a plan that is there already. */
export function PlanHeadingForm({ plan }: { plan: OpenPlan }) {
  const client = useQueryClient()
  const { id, version, period } = plan
  const form = useForm({
    initial: headingValues(plan),
    check: checkWholeHeading,
    send: async values => {
      const same = values.start === period.start && values.end === period.end
      await api('PATCH /api/plans/:id', {
        params: { id },
        body: { ...headingOf(values, same ? period.original : null), version },
      })
      await client.invalidateQueries()
    },
  })
  return (
    <PlanActForm form={form} act="edit" labels={headingLabels()}>
      <HeadingFields form={form} ofCopy={plan.above !== null} />
    </PlanActForm>
  )
}
