import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './measure-acts.module.css'
import { ApproveForm } from './plan-approve-form.tsx'
import { ClosePlanForm, PublishForm, UnpublishForm } from './plan-end-forms.tsx'
import { PlanHeadingForm } from './plan-heading-form.tsx'
import type { OpenPlan } from './plan-page.tsx'
import { RemovePlan } from './plan-remove.tsx'
import { RollOverForm } from './plan-roll-form.tsx'
import { SendForm } from './plan-send-form.tsx'

const FORMS = {
  edit: PlanHeadingForm,
  approve: ApproveForm,
  close: ClosePlanForm,
  'roll-over': RollOverForm,
  send: SendForm,
  publish: PublishForm,
  unpublish: UnpublishForm,
  remove: RemovePlan,
} as const

/** What the reader may do with the plan now; the server has said which. */
export function PlanActs({ plan }: { plan: OpenPlan }) {
  const acts = plan.acts.filter(act => act in FORMS)
  if (acts.length === 0) return null
  return (
    <Section title={say('plan.acts')}>
      <div className={`${style.acts} no-print`}>
        {acts.map(act => {
          const Form = FORMS[act]
          return (
            <details key={act} name="plan-acts">
              <summary>{say(`plan.act.${act}`)}</summary>
              <Form plan={plan} />
            </details>
          )
        })}
      </div>
    </Section>
  )
}
