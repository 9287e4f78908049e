import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import { ChangeList } from './change-list.tsx'

type Checked = Answer<'POST /api/specifications/check'>
type Entry = Checked['entries'][number]

const TONES = { new: 'going', changed: 'asks', same: 'unknown' } as const

/** What a file would bring, paper by paper, and the decision. */
export function CheckedEntries({ checked, decline }: { checked: Checked; decline: ReactNode }) {
  const client = useQueryClient()
  const [revised, setRevised] = useState<number | null>(null)
  const fresh = checked.entries.filter(({ state }) => state !== 'same')
  const sourceless = fresh.some(({ content }) => content.source === '')
  const form = useForm({
    initial: { source: '', reason: '' },
    check: ({ source }) =>
      sourceless && !source.trim() ? { source: say('specification.source-missing') } : {},
    send: async ({ source, reason }) => {
      const answer = await api('POST /api/specifications/accept', {
        body: {
          entries: fresh.map(({ procedure, version, year, grade, subject, content, base }) => ({
            paper: { procedure, version, year, grade, subject },
            content,
            base,
          })),
          ...(source.trim() ? { source: source.trim() } : {}),
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        },
      })
      setRevised(answer.revised)
      await client.invalidateQueries()
    },
  })
  if (revised !== null)
    return (
      <div className="card stack" role="status">
        <p>{say('specifications.accepted', { count: revised })}</p>
        <p>
          <Link to="/specifications" search={{ origin: 'own' } as never}>
            {say('specifications.title')}
          </Link>
        </p>
      </div>
    )
  return (
    <Section title={say('specifications.checked', { file: checked.file })}>
      <PlainTable<Entry>
        label={say('specifications.title')}
        rows={checked.entries}
        rowKey={entry => entry.id}
        columns={[
          { header: say('specifications.paper'), cell: entry => `${entry.procedure} · ${entry.title}` },
          {
            header: say('specifications.what-comes'),
            cell: entry => (
              <StateBadge tone={TONES[entry.state]} icon={entry.state === 'new' ? 'plus' : undefined}>
                {say(`specifications.entry.${entry.state}`)}
              </StateBadge>
            ),
          },
          {
            header: say('specification.what-changed'),
            cell: entry => entry.changes.length > 0 && <ChangeList changes={entry.changes} />,
          },
        ]}
      />
      {fresh.length === 0 ? (
        <>
          <p>{say('specifications.nothing-new')}</p>
          <div>{decline}</div>
        </>
      ) : (
        <FormPage
          form={form}
          labels={{ source: say('specifications.common-source') }}
          buttons={
            <>
              <Button type="submit" loading={form.sending}>
                {say('specifications.accept', { count: fresh.length })}
              </Button>
              {decline}
            </>
          }
        >
          {sourceless && (
            <TextField
              form={form}
              name="source"
              label={say('specifications.common-source')}
              hint={say('specifications.common-source-hint')}
            />
          )}
          <TextField
            form={form}
            name="reason"
            label={say('form.reason')}
            hint={say('form.reason-hint')}
            optional
          />
        </FormPage>
      )}
    </Section>
  )
}
