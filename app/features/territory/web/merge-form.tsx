import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { AttachFiles, type Sent } from '../../../web/components/attach-files.tsx'
import { TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { UnitField } from '../../../web/components/unit-field.tsx'
import type { ChosenUnit } from '../../../web/components/unit-finder.tsx'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { filesOf, reasonOf, today, useActDone } from './unit-act.ts'

/** Closes a unit whose work goes on in another of its kind. */
export function MergeForm({ unit }: { unit: UnitPage }) {
  const done = useActDone(unit.id)
  const [orders, setOrders] = useState<readonly Sent[]>([])
  const form = useForm<{ into: ChosenUnit | null; lastDay: string; reason: string }>({
    initial: { into: null, lastDay: today(), reason: '' },
    check: ({ into, lastDay }) => ({
      ...(into && into.id !== unit.id ? {} : { into: say('act.into-missing', { kind: unit.kind }) }),
      ...(lastDay ? {} : { lastDay: say('act.last-day-missing') }),
    }),
    send: async ({ into, lastDay, reason }) => {
      await api('POST /api/units/:id/merge', {
        params: { id: unit.id },
        body: { version: unit.version, into: into!.id, lastDay, ...reasonOf(reason), ...filesOf(orders) },
      })
      await done()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ into: say('act.into'), lastDay: say('act.last-day') }}
      buttons={
        <Button type="submit" variant="default" loading={form.sending}>
          {say('act.merge', { kind: unit.kind })}
        </Button>
      }
    >
      <p className="muted">{say('act.merge-meaning', { kind: unit.kind })}</p>
      <UnitField
        id={form.idOf('into')}
        label={say('act.into')}
        error={form.errors.into}
        kinds={[unit.kind]}
        chosen={form.values.into}
        choose={into => form.set('into', into)}
      />
      <TextField form={form} name="lastDay" label={say('act.last-day')} type="date" width={200} />
      <TextField form={form} name="reason" label={say('form.reason')} optional />
      <AttachFiles unitId={unit.id} files={orders} change={setOrders} />
    </FormPage>
  )
}
