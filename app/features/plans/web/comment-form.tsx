import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { AreaField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Measure } from './measure-page.tsx'
import { refreshWhenStale } from './refresh-when-stale.ts'

/** A word beside the measure; it stays in its history. */
export function CommentForm({ measure: { id } }: { measure: Measure }) {
  const client = useQueryClient()
  const form = useForm({
    initial: { text: '' },
    check: ({ text }) => (text.trim() ? {} : { text: say('measure.words-missing') }),
    send: async ({ text }) => {
      await refreshWhenStale(client, () =>
        api('POST /api/measures/:id/comment', { params: { id }, body: { text: text.trim() } }),
      )
      form.setValues({ text: '' })
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ text: say('measure.words.comment') }}
      buttons={
        <Button type="submit" variant="default" loading={form.sending}>
          {say('measure.act.comment')}
        </Button>
      }
    >
      <p className="muted">{say('measure.act-meaning.comment')}</p>
      <AreaField form={form} name="text" label={say('measure.words.comment')} />
    </FormPage>
  )
}
