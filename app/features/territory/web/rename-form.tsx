import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { AttachFiles, type Sent } from '../../../web/components/attach-files.tsx'
import { CheckField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { filesOf, reasonOf, today, useActDone } from './unit-act.ts'

/** A new name; the former one is kept, unless it was only a slip. */
export function RenameForm({ unit }: { unit: UnitPage }) {
  const done = useActDone(unit.id)
  const [orders, setOrders] = useState<readonly Sent[]>([])
  const form = useForm({
    initial: { name: unit.name, from: today(), correction: false, reason: '' },
    check: ({ name }) => (name.trim() && name.trim() !== unit.name ? {} : { name: say('act.name-same') }),
    send: async ({ name, from, correction, reason }) => {
      await api('POST /api/units/:id/rename', {
        params: { id: unit.id },
        body: {
          version: unit.version,
          name,
          correction,
          ...(correction ? {} : { from }),
          ...reasonOf(reason),
          ...filesOf(orders),
        },
      })
      await done()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ name: say('unit.name') }}
      buttons={
        <Button type="submit" variant="default" loading={form.sending}>
          {say('act.rename')}
        </Button>
      }
    >
      <TextField form={form} name="name" label={say('act.new-name')} />
      <CheckField
        form={form}
        name="correction"
        label={say('act.correction')}
        hint={say('act.correction-hint')}
      />
      {!form.values.correction && (
        <TextField form={form} name="from" label={say('act.from')} type="date" width={200} />
      )}
      <TextField form={form} name="reason" label={say('form.reason')} optional />
      <AttachFiles unitId={unit.id} files={orders} change={setOrders} />
    </FormPage>
  )
}
