import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { FieldSet } from '../../../web/components/fields.tsx'
import { useForm } from '../../../web/components/form.tsx'
import { UnitFinder } from '../../../web/components/unit-finder.tsx'
import { say } from '../../../web/messages/say.ts'
import { PlanActForm } from './plan-act-form.tsx'
import type { OpenPlan } from './plan-page.tsx'

interface Values {
  readonly whom: 'all' | 'chosen'
  readonly units: readonly { readonly id: number; readonly name: string }[]
}

/** Copies for the level below: for all of it, or for those that are named. */
export function SendForm({ plan: { id, version, level } }: { plan: OpenPlan }) {
  const client = useQueryClient()
  const [sent, setSent] = useState<{ readonly sent: number; readonly waiting?: number | undefined } | null>(
    null,
  )
  const form = useForm<Values>({
    initial: { whom: 'all', units: [] },
    check: ({ whom, units }) =>
      whom === 'chosen' && units.length === 0 ? { units: say('plan.send-missing') } : {},
    send: async ({ whom, units }) => {
      const named = whom === 'chosen' ? { units: units.map(unit => unit.id) } : {}
      const done = await api('POST /api/plans/:id/send', { params: { id }, body: { version, ...named } })
      setSent(done)
      await client.invalidateQueries()
    },
  })
  const { whom, units } = form.values
  return (
    <PlanActForm
      form={form}
      act="send"
      labels={{ units: say('plan.send-to') }}
      meaning={say('plan.act-meaning.send')}
    >
      <FieldSet legend={say('plan.send-to')}>
        {(['all', 'chosen'] as const).map(value => (
          <label key={value} className="row">
            <input
              type="radio"
              name={form.idOf('whom')}
              checked={whom === value}
              onChange={() => form.set('whom', value)}
            />
            {say(`plan.send-${value}`)}
          </label>
        ))}
      </FieldSet>
      {whom === 'chosen' && (
        <div className="stack-tight">
          <label htmlFor={form.idOf('units')}>{say('plan.send-unit')}</label>
          <UnitFinder
            id={form.idOf('units')}
            label={say('plan.send-unit')}
            kinds={[level === 'region' ? 'municipality' : 'school']}
            error={form.errors.units}
            choose={unit => {
              if (!units.some(one => one.id === unit.id)) form.set('units', [...units, unit])
            }}
          />
          <ul className="plain-list">
            {units.map(({ id, name }) => (
              <li key={id} className="row">
                {name}
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={say('plan.send-remove', { name })}
                  onClick={() =>
                    form.set(
                      'units',
                      units.filter(one => one.id !== id),
                    )
                  }
                >
                  {say('draft.remove')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p role="status">
        {sent &&
          (sent.waiting
            ? say('plan.sent-further', { count: sent.sent + sent.waiting })
            : say('plan.sent', { count: sent.sent }))}
      </p>
    </PlanActForm>
  )
}
