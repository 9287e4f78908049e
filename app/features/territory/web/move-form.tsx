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
import { filesOf, reasonOf, useActDone } from './unit-act.ts'

/** Moves a school to another municipality; its data and history go with it. */
export function MoveForm({ unit }: { unit: UnitPage }) {
  const done = useActDone(unit.id)
  const [orders, setOrders] = useState<readonly Sent[]>([])
  const form = useForm<{ parent: ChosenUnit | null; reason: string }>({
    initial: { parent: null, reason: '' },
    check: ({ parent }) => (parent ? {} : { parent: say('act.parent-missing') }),
    send: async ({ parent, reason }) => {
      await api('POST /api/units/:id/move', {
        params: { id: unit.id },
        body: { version: unit.version, parentId: parent!.id, ...reasonOf(reason), ...filesOf(orders) },
      })
      await done()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ parent: say('act.parent') }}
      buttons={
        <Button type="submit" variant="default" loading={form.sending}>
          {say('act.move')}
        </Button>
      }
    >
      <UnitField
        id={form.idOf('parent')}
        label={say('act.parent')}
        error={form.errors.parent}
        kinds={['municipality', 'region']}
        chosen={form.values.parent}
        choose={parent => form.set('parent', parent)}
      />
      <TextField form={form} name="reason" label={say('form.reason')} optional />
      <AttachFiles unitId={unit.id} files={orders} change={setOrders} />
    </FormPage>
  )
}
