import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { AttachFiles, type Sent } from '../../../web/components/attach-files.tsx'
import { dateInWords } from '../../../web/components/dates.tsx'
import { AreaField, SelectField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import { inDays } from './in-days.ts'

type Passport = Answer<'GET /api/signals/:id'>
type Act = Exclude<Passport['may'][number], 'ask' | 'reply'>
type Outcome = Passport['outcomes'][number]

interface Values {
  readonly dueOn: string
  readonly outcome: string
  readonly text: string
}

/** An act of words: extending, forwarding, commenting, returning, ending, taking up again. */
export function ActForm({ act, passport }: { act: Act; passport: Passport }) {
  const client = useQueryClient()
  const [files, setFiles] = useState<readonly Sent[]>([])
  const dated = act === 'extend' || act === 'return'
  const form = useForm<Values>({
    initial: { dueOn: inDays(14), outcome: passport.outcomes[0] ?? '', text: beginning(act, passport) },
    check: ({ dueOn, text }) => ({
      ...(dated && !dueOn ? { dueOn: say('signals.due-missing') } : {}),
      ...(!text.trim() ? { text: say('signal.text-missing') } : {}),
    }),
    send: async values => {
      await sendAct(act, passport, values, files)
      await client.invalidateQueries()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{
        dueOn: say('signals.due-until'),
        outcome: say('signals.outcome'),
        text: say(`signal.text.${act}`),
      }}
      buttons={
        <Button type="submit" loading={form.sending} variant={act === 'comment' ? 'default' : 'filled'}>
          {say(`signal.act.${act}`)}
        </Button>
      }
    >
      <p className="muted">{say(`signal.act-meaning.${act}`)}</p>
      {act === 'close' && (
        <SelectField
          form={form}
          name="outcome"
          label={say('signals.outcome')}
          choices={passport.outcomes.map(value => ({ value, label: say(`signals.outcome.${value}`) }))}
        />
      )}
      {dated && (
        <TextField form={form} name="dueOn" label={say('signals.due-until')} type="date" width={200} />
      )}
      <AreaField form={form} name="text" label={say(`signal.text.${act}`)} />
      {act === 'comment' && <AttachFiles unitId={passport.school.id} files={files} change={setFiles} />}
    </FormPage>
  )
}

/** Passing on says the same thing nearly always; the other acts need words of their own. */
function beginning(act: Act, { dueOn, overdueDays }: Passport): string {
  return act === 'forward' && dueOn && overdueDays === null
    ? say('signal.forward-words', { due: dateInWords(dueOn) })
    : ''
}

function sendAct(act: Act, { id, version }: Passport, values: Values, files: readonly Sent[]) {
  const params = { id }
  const text = values.text.trim()
  const { dueOn } = values
  switch (act) {
    case 'extend':
      return api('POST /api/signals/:id/extend', { params, body: { version, dueOn, text } })
    case 'return':
      return api('POST /api/signals/:id/return', { params, body: { version, dueOn, text } })
    case 'forward':
      return api('POST /api/signals/:id/forward', { params, body: { version, text } })
    case 'comment':
      return api('POST /api/signals/:id/comment', {
        params,
        body: { text, files: files.map(file => file.id) },
      })
    case 'close':
      return api('POST /api/signals/:id/close', {
        params,
        body: { version, outcome: values.outcome as Outcome, text },
      })
    case 'reopen':
      return api('POST /api/signals/:id/reopen', { params, body: { version, text } })
  }
}
