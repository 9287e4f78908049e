import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import { useChange } from '../../../web/client/queries.ts'
import { TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import type { List } from './federal-import-page.tsx'

/** Accepting or putting away a list that waits; taking an accepted one back, with a reason. */
export function ListDecision({ list }: { list: List }) {
  if (list.state === 'accepted') return <Undo list={list} />
  if (list.state !== 'checked') return null
  return <Decide list={list} />
}

function Decide({ list: { id, marked, problems } }: { list: List }) {
  const accept = useChange('POST /api/federal-list/imports/:id/accept')
  const reject = useChange('POST /api/federal-list/imports/:id/reject')
  const error = accept.error ?? reject.error
  return (
    <div className="stack">
      {error && <ProblemPanel error={error} />}
      <div className="row">
        {problems === 0 && (
          <Button loading={accept.isPending} onClick={() => accept.mutate({ params: { id } })}>
            {say('federal.accept', { count: marked })}
          </Button>
        )}
        <Button
          variant="default"
          loading={reject.isPending}
          onClick={() => reject.mutate({ params: { id } })}
        >
          {say('federal.reject')}
        </Button>
      </div>
      {problems === 0 && <p className="note">{say('federal.undoable')}</p>}
    </div>
  )
}

function Undo({ list: { id } }: { list: List }) {
  const client = useQueryClient()
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim() ? {} : { reason: say('federal.reason-missing') }),
    send: async ({ reason }) => {
      await api('POST /api/federal-list/imports/:id/undo', {
        params: { id },
        body: { reason: reason.trim() },
      })
      await client.invalidateQueries()
    },
  })
  return (
    <Section title={say('federal.undo')} meaning={say('federal.undo-meaning')} card>
      <FormPage
        form={form}
        labels={{ reason: say('form.reason') }}
        buttons={
          <Button
            type="submit"
            variant="default"
            loading={form.sending}
            leftSection={<Icon name="undo" size={16} />}
          >
            {say('federal.undo')}
          </Button>
        }
      >
        <TextField form={form} name="reason" label={say('form.reason')} />
      </FormPage>
    </Section>
  )
}
