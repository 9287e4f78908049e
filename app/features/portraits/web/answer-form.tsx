import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { AreaField, SelectField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Remark } from './remark-list.tsx'

const STATES = ['accepted', 'partly', 'declined'] as const

/** The decision on a remark, with its reason. */
export function AnswerForm({ remark: { id, version, state, answer } }: { remark: Remark }) {
  const client = useQueryClient()
  const form = useForm({
    initial: { state: state === 'open' ? 'accepted' : state, answer: answer ?? '' } as {
      state: string
      answer: string
    },
    check: values => (values.answer.trim() ? {} : { answer: say('portraits.answer-missing') }),
    send: async values => {
      await api('POST /api/portraits/remarks/:id/answer', {
        params: { id },
        body: { version, state: values.state as (typeof STATES)[number], answer: values.answer.trim() },
      })
      await client.invalidateQueries()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ state: say('portraits.decision'), answer: say('portraits.answer-text') }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('portraits.answer-send')}
        </Button>
      }
    >
      <SelectField
        form={form}
        name="state"
        label={say('portraits.decision')}
        choices={STATES.map(value => ({ value, label: say(`portraits.state.${value}`) }))}
      />
      <AreaField
        form={form}
        name="answer"
        label={say('portraits.answer-text')}
        hint={say('portraits.answer-hint')}
      />
    </FormPage>
  )
}
