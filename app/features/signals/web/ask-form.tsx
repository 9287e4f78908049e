import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import type { Item } from '../../../web/client/contract-types.ts'
import { AreaField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import { inDays } from './in-days.ts'
import { wordAsking } from './word-asking.ts'

interface Props {
  readonly signals: readonly Pick<Item<'GET /api/signals'>, 'id' | 'version' | 'set' | 'channels'>[]
  readonly done?: () => void
}

/** Asks the school, or the schools, for an explanation until a day. */
export function AskForm({ signals, done }: Props) {
  const client = useQueryClient()
  const form = useForm({
    initial: { dueOn: inDays(14), text: wordAsking(signals) },
    check: ({ dueOn, text }) => ({
      ...(dueOn ? {} : { dueOn: say('signals.due-missing') }),
      ...(text.trim() ? {} : { text: say('signal.text-missing') }),
    }),
    send: async ({ dueOn, text }) => {
      await api('POST /api/signals/ask', {
        body: {
          signals: signals.map(({ id, version }) => ({ id, version })),
          dueOn,
          text: text.trim(),
        },
      })
      await client.invalidateQueries()
      done?.()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ dueOn: say('signals.due-until'), text: say('signals.ask-text') }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('signals.ask')}
        </Button>
      }
    >
      <p className="muted">{say('signals.ask-meaning')}</p>
      <TextField form={form} name="dueOn" label={say('signals.due-until')} type="date" width={200} />
      <AreaField
        form={form}
        name="text"
        label={say('signals.ask-text')}
        hint={say('signals.ask-text-hint')}
      />
    </FormPage>
  )
}
