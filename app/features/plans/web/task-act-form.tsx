import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { AreaField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Measure } from './measure-page.tsx'
import { refreshWhenStale } from './refresh-when-stale.ts'
import type { Task } from './task-card.tsx'

type Act = 'accept' | 'return' | 'start' | 'postpone' | 'cancel' | 'restore'

interface Values {
  readonly text: string
  readonly dueOn: string
}

/** An act of words on one task: a reason where one is owed, a day where a term moves. */
export function TaskActForm({ act, task, measure }: { act: Act; task: Task; measure: Measure }) {
  const client = useQueryClient()
  const reasoned = act !== 'accept' && act !== 'start'
  // One of several terms, or a case, is called off, not the measure.
  const named = act === 'cancel' && (measure.tasks.length > 1 || task.title !== null) ? 'cancel-task' : act
  const dated = act === 'postpone' || act === 'return'
  const form = useForm<Values>({
    initial: { text: '', dueOn: '' },
    check: ({ text, dueOn }) => ({
      ...(reasoned && !text.trim() ? { text: say('measure.words-missing') } : {}),
      ...(act === 'postpone' && !dueOn ? { dueOn: say('measure.day-missing') } : {}),
    }),
    send: async values => {
      await refreshWhenStale(client, () => sendAct(act, measure, task, values))
      form.setValues({ text: '', dueOn: '' })
    },
  })
  const words = say(`measure.words.${act}`)
  return (
    <FormPage
      form={form}
      labels={{ text: words, dueOn: say('measure.new-term') }}
      buttons={
        <Button type="submit" loading={form.sending} variant={act === 'accept' ? 'filled' : 'default'}>
          {say(`measure.act.${named}`)}
        </Button>
      }
    >
      <p className="muted">{say(`measure.act-meaning.${named}`)}</p>
      <AreaField form={form} name="text" label={words} optional={!reasoned} />
      {dated && (
        <TextField
          form={form}
          name="dueOn"
          label={say('measure.new-term')}
          type="date"
          optional={act === 'return'}
        />
      )}
    </FormPage>
  )
}

function sendAct(act: Act, { id, version }: Measure, task: Task, { text: typed, dueOn }: Values) {
  const params = { id }
  const text = typed.trim()
  const on = { version, task: task.id }
  const worded = text ? { ...on, text } : on
  switch (act) {
    case 'start':
      return api('POST /api/measures/:id/start', { params, body: worded })
    case 'accept':
      return api('POST /api/measures/:id/accept', { params, body: worded })
    case 'return':
      return api('POST /api/measures/:id/return', {
        params,
        body: { ...on, text, ...(dueOn ? { dueOn } : {}) },
      })
    case 'postpone':
      return api('POST /api/measures/:id/postpone', { params, body: { ...on, text, dueOn } })
    case 'cancel':
      return api('POST /api/measures/:id/cancel', { params, body: { ...on, text } })
    case 'restore':
      return api('POST /api/measures/:id/restore', { params, body: { ...on, text } })
  }
}
