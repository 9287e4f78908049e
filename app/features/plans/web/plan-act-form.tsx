import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from '../../../web/client/api-error.ts'
import { type Form, FormPage } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import type { OpenPlan } from './plan-page.tsx'

interface Props<Values extends object> {
  readonly form: Form<Values>
  readonly act: OpenPlan['acts'][number]
  readonly labels: Partial<Record<keyof Values & string, string>>
  readonly meaning?: string
  readonly children?: ReactNode
}

/** An act on a plan. Where somebody was quicker, the plan is shown anew and what was typed stays. */
export function PlanActForm<Values extends object>({ form, act, labels, meaning, children }: Props<Values>) {
  const client = useQueryClient()
  const overtaken = form.refusal instanceof ApiError && form.refusal.code === 'changed-by-another'
  return (
    <FormPage
      form={form}
      labels={labels}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say(`plan.act.${act}`)}
          </Button>
          {overtaken && (
            <Button variant="default" onClick={() => void client.invalidateQueries()}>
              {say('plan.reload')}
            </Button>
          )}
        </>
      }
    >
      {meaning && <p className="muted">{meaning}</p>}
      {children}
    </FormPage>
  )
}
