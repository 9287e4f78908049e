import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { AttachFiles, type Sent } from '../../../web/components/attach-files.tsx'
import { TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { filesOf, reasonOf, today, useActDone } from './unit-act.ts'

/** The last day of a unit. It can be taken back by «Открыть снова». */
export function CloseForm({ unit }: { unit: UnitPage }) {
  const done = useActDone(unit.id)
  const [orders, setOrders] = useState<readonly Sent[]>([])
  const form = useForm({
    initial: { lastDay: today(), reason: '' },
    check: ({ lastDay }) => (lastDay ? {} : { lastDay: say('act.last-day-missing') }),
    send: async ({ lastDay, reason }) => {
      await api('POST /api/units/:id/close', {
        params: { id: unit.id },
        body: { version: unit.version, lastDay, ...reasonOf(reason), ...filesOf(orders) },
      })
      await done()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ lastDay: say('act.last-day') }}
      buttons={
        <Button type="submit" variant="default" loading={form.sending}>
          {say('act.close')}
        </Button>
      }
    >
      <p className="muted">{say('act.close-meaning')}</p>
      <TextField form={form} name="lastDay" label={say('act.last-day')} type="date" width={200} />
      <TextField form={form} name="reason" label={say('form.reason')} optional />
      <AttachFiles unitId={unit.id} files={orders} change={setOrders} />
    </FormPage>
  )
}
