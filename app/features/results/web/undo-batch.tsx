import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'

/** Takes an accepted file out of the count; analyses made with it keep their numbers and say so. */
export function UndoBatch({ id, version }: { id: number; version: number }) {
  const client = useQueryClient()
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim() ? {} : { reason: say('imports.reason-missing') }),
    send: async ({ reason }) => {
      await api('POST /api/imports/:id/undo', { params: { id }, body: { version, reason: reason.trim() } })
      await client.invalidateQueries()
    },
  })
  return (
    <details>
      <summary>{say('imports.undo')}</summary>
      <FormPage
        form={form}
        labels={{ reason: say('form.reason') }}
        buttons={
          <Button type="submit" variant="default" loading={form.sending}>
            {say('imports.undo')}
          </Button>
        }
      >
        <p className="muted">{say('imports.undo-meaning')}</p>
        <TextField form={form} name="reason" label={say('form.reason')} />
      </FormPage>
    </details>
  )
}
