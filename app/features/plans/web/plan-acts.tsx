import { Button } from '@mantine/core'
import { type ComponentType, useId, useState } from 'react'
import { say } from '../../../web/messages/say.ts'
import { type Act, layOutActs } from './lay-out-acts.ts'
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

const FORMS: Readonly<Record<Act | 'download', ComponentType<{ plan: OpenPlan }>>> = {
  approve: ApproveForm,
  send: SendForm,
  add: AddMeasureForm,
  edit: PlanHeadingForm,
  publish: PublishForm,
  unpublish: UnpublishForm,
  close: ClosePlanForm,
  'roll-over': RollOverForm,
  remove: RemovePlan,
  download: PlanDownloads,
}
type Shown = keyof typeof FORMS

/**
 * What the reader may do with the plan now: what it waits for first, what is done once a year behind «Ещё»; the form of the
 * chosen act opens below. The server says which there are.
 */
export function PlanActs({ plan }: { plan: OpenPlan }) {
  const [chosen, setChosen] = useState<Shown | null>(null)
  const [isMore, setMore] = useState(false)
  const panel = useId()
  const { next, often, seldom } = layOutActs(plan)
  const [first, rest]: readonly (readonly Shown[])[] = [[...often, 'download'], seldom]
  const shown = isMore ? [...first, ...rest] : first
  const opened = shown.find(act => act === chosen) ?? null
  const Form = opened && FORMS[opened]
  return (
    <section className="stack no-print" aria-label={say('plan.acts')}>
      <div className="row" style={{ gap: 8 }}>
        {shown.map(act => (
          <Button
            key={act}
            variant={act === next ? 'filled' : 'default'}
            size="sm"
            aria-expanded={opened === act}
            aria-controls={opened === act ? panel : undefined}
            onClick={() => setChosen(opened === act ? null : act)}
          >
            {say(`plan.act.${act}`)}
          </Button>
        ))}
        {rest.length > 0 && (
          <Button variant="subtle" size="sm" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
            {say(isMore ? 'plan.acts-fewer' : 'plan.acts-more')}
          </Button>
        )}
      </div>
      {Form && (
        <section key={opened} id={panel} className="card" aria-label={say(`plan.act.${opened}`)}>
          <Form plan={plan} />
        </section>
      )}
    </section>
  )
}
