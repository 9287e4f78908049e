import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { AreaField, TextField } from '../../../web/components/fields.tsx'
import { FileDrop } from '../../../web/components/file-drop.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { say } from '../../../web/messages/say.ts'
import { type Draft, draftOf } from './draft.ts'

interface Props {
  readonly unitId: number
  readonly take: (draft: Draft) => void
}

/** A file that is dropped is read at once; words that are pasted, by their button. */
export function ReadPlanForm({ unitId, take }: Props) {
  const [going, setGoing] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const form = useForm({
    initial: { text: '', period: '' },
    check: ({ text }) => (text.trim() ? {} : { text: say('draft.paste-missing') }),
    send: async ({ text, period }) => {
      const read = await api('POST /api/plans/read', {
        body: { from: { text }, period: period.trim() || undefined },
      })
      take(draftOf(read, null))
    },
  })
  const readFile = async (file: File) => {
    setGoing(true)
    setError(null)
    try {
      const files = new FormData()
      files.set('file', file)
      const { id } = await api('POST /api/files', { query: { unitId }, files })
      const period = form.values.period.trim() || undefined
      take(draftOf(await api('POST /api/plans/read', { body: { from: { file: id }, period } }), id))
    } catch (reason) {
      setError(reason as Error)
    } finally {
      setGoing(false)
    }
  }
  return (
    <div className="stack">
      <FileDrop
        label={say('draft.drop')}
        hint={say('draft.drop-hint')}
        accept=".docx,.docm,.pdf,.xlsx,.csv,.txt"
        take={file => void readFile(file)}
      />
      <p role="status">{going && say('draft.reading')}</p>
      {error && <ProblemPanel error={error} />}
      <FormPage
        form={form}
        labels={{ text: say('draft.paste') }}
        buttons={
          <Button type="submit" loading={form.sending || going}>
            {say('draft.read')}
          </Button>
        }
      >
        <AreaField form={form} name="text" label={say('draft.paste')} hint={say('draft.paste-hint')} />
        <TextField
          form={form}
          name="period"
          label={say('draft.period-words')}
          hint={say('draft.period-words-hint')}
          width={240}
          optional
        />
      </FormPage>
    </div>
  )
}
