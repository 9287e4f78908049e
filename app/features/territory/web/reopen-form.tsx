import { Button } from '@mantine/core'
import { api } from '../../../web/client/api.ts'
import { TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { reasonOf, useActDone } from './unit-act.ts'

/** Takes a closing or a merging back. */
export function ReopenForm({ unit }: { unit: UnitPage }) {
  const done = useActDone(unit.id)
  const form = useForm({
    initial: { reason: '' },
    send: async ({ reason }) => {
      const body = { version: unit.version, ...reasonOf(reason) }
      await api('POST /api/units/:id/reopen', { params: { id: unit.id }, body })
      await done()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{}}
      buttons={
        <Button type="submit" variant="default" loading={form.sending}>
          {say('act.reopen')}
        </Button>
      }
    >
      <TextField form={form} name="reason" label={say('form.reason')} optional />
    </FormPage>
  )
}
