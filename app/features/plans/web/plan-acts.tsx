import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { say } from '../../../web/messages/say.ts'
import { AddMeasureForm } from './plan-add-form.tsx'
import { ApproveForm } from './plan-approve-form.tsx'
import { ClosePlanForm } from './plan-close-form.tsx'
import { PlanDownloads } from './plan-downloads.tsx'
import { PublishForm, UnpublishForm } from './plan-end-forms.tsx'
import { PlanHeadingForm } from './plan-heading-form.tsx'
import type { OpenPlan } from './plan-page.tsx'
import { RemovePlan } from './plan-remove.tsx'
import { RollOverForm } from './plan-roll-form.tsx'
import { SendForm } from './plan-send-form.tsx'

/** In the order in which a year needs them. */
const FORMS = {
  approve: ApproveForm,
  send: SendForm,
  add: AddMeasureForm,
  edit: PlanHeadingForm,
  publish: PublishForm,
  unpublish: UnpublishForm,
  close: ClosePlanForm,
  'roll-over': RollOverForm,
  remove: RemovePlan,
} as const
const ACTS = Object.keys(FORMS) as (keyof typeof FORMS)[]

/** What the reader may do with the plan now, in one row; the form of the chosen act opens below it. The server says which. */
export function PlanActs({ plan }: { plan: OpenPlan }) {
  const [chosen, setChosen] = useState<keyof typeof FORMS | 'download' | null>(null)
  const panel = useId()
  // Who may change the plan may add to it.
  const acts = ACTS.filter(act => plan.acts.includes(act === 'add' ? 'edit' : act))
  const opened = chosen === 'download' || acts.some(act => act === chosen) ? chosen : null
  // An approved plan in which nothing has changed can be approved again, but nothing asks for it.
  const waits = plan.state === 'draft' || plan.changed > 0
  const Form = opened === null ? null : opened === 'download' ? PlanDownloads : FORMS[opened]
  return (
    <section className="stack no-print" aria-label={say('plan.acts')}>
      <div className="row" style={{ gap: 8 }}>
        {([...acts, 'download'] as const).map(act => (
          <Button
            key={act}
            variant={act === 'approve' && waits ? 'filled' : 'default'}
            size="sm"
            aria-expanded={opened === act}
            aria-controls={opened === act ? panel : undefined}
            onClick={() => setChosen(opened === act ? null : act)}
          >
            {say(`plan.act.${act}`)}
          </Button>
        ))}
      </div>
      {Form && (
        <section key={opened} id={panel} className="card" aria-label={say(`plan.act.${opened!}`)}>
          <Form plan={plan} />
        </section>
      )}
    </section>
  )
}
