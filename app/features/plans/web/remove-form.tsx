import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import { AreaField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Measure } from './measure-page.tsx'
import { refreshWhenStale } from './refresh-when-stale.ts'

/** Takes the measure out of its plan; what will be lost is said before. */
export function RemoveForm({ measure: { id, version } }: { measure: Measure }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    initial: { text: '' },
    send: async ({ text }) => {
      const removing = async () => {
        await api('POST /api/measures/:id/remove', {
          params: { id },
          body: { version, ...(text.trim() ? { text: text.trim() } : {}) },
        })
        // Left before everything is asked for anew: the page of what is gone would only say that it is.
        await navigate({ to: '/measures' })
      }
      await refreshWhenStale(client, removing)
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ text: say('measure.words.remove') }}
      buttons={
        <Button type="submit" variant="default" loading={form.sending}>
          {say('measure.act.remove')}
        </Button>
      }
    >
      <p className="muted">{say('measure.act-meaning.remove')}</p>
      <AreaField form={form} name="text" label={say('measure.words.remove')} optional />
    </FormPage>
  )
}
