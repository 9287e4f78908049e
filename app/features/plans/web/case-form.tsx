import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Measure } from './measure-page.tsx'
import { refreshWhenStale } from './refresh-when-stale.ts'

/** A case of a measure that waits for cases: each has a term and a proof of its own. */
export function CaseForm({ measure: { id, version } }: { measure: Measure }) {
  const client = useQueryClient()
  const form = useForm({
    initial: { title: '', dueOn: '' },
    check: ({ title }) => (title.trim() ? {} : { title: say('measure.case-missing') }),
    send: async ({ title, dueOn }) => {
      await refreshWhenStale(client, () =>
        api('POST /api/measures/:id/cases', {
          params: { id },
          body: { version, title: title.trim(), dueOn: dueOn || null },
        }),
      )
      form.setValues({ title: '', dueOn: '' })
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ title: say('measure.case-title'), dueOn: say('measures.term') }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('measure.act.add-case')}
        </Button>
      }
    >
      <p className="muted">{say('measure.act-meaning.add-case')}</p>
      <TextField form={form} name="title" label={say('measure.case-title')} hint={say('measure.case-hint')} />
      <TextField form={form} name="dueOn" label={say('measures.term')} type="date" optional />
    </FormPage>
  )
}
