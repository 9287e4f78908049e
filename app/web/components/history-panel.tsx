import { Button } from '@mantine/core'
import { useState } from 'react'
import { useList } from '../client/queries.ts'
import { lowerFirst } from '../messages/lower-first.ts'
import { say } from '../messages/say.ts'
import { AttachedFiles } from './attached-files.tsx'
import { InstantText } from './dates.tsx'
import { EmptyState } from './empty-state.tsx'
import style from './history-panel.module.css'
import { ProblemPanel } from './problem-panel.tsx'
import { Section } from './section.tsx'

interface Props {
  readonly subject: string
  readonly id: string
}

/**
 * What happened to one record, the latest first: who, when, what, why. Any page of a record can show it; where it would
 * stand in the way it waits behind its heading, and is asked for when opened.
 */
export function HistoryPanel({ collapsed = false, ...record }: Props & { collapsed?: boolean }) {
  const [open, setOpen] = useState(false)
  if (!collapsed)
    return (
      <Section title={say('history.title')} card>
        <History {...record} />
      </Section>
    )
  return (
    <details className="card no-print" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{say('history.title')}</summary>
      {open && (
        <div className="stack">
          <History {...record} />
        </div>
      )}
    </details>
  )
}

function History({ subject, id }: Props) {
  const history = useList('GET /api/history/:subject/:id', { params: { subject, id }, query: { limit: 10 } })
  const entries = history.data?.pages.flatMap(page => page.items)
  return (
    <>
      {history.error && <ProblemPanel error={history.error} retry={() => history.refetch()} />}
      {entries?.length === 0 && (
        <EmptyState title={say('history.empty')}>{say('history.empty-meaning')}</EmptyState>
      )}
      <ol className={style.history}>
        {entries?.map(entry => (
          <li key={entry.id}>
            <p>{entry.sentence}</p>
            <AttachedFiles files={entry.files} />
            {entry.reason && <p className="muted">{say('history.reason', { reason: entry.reason })}</p>}
            <p className="note">
              {entry.who}
              {entry.roleName && `, ${lowerFirst(entry.roleName)}`} · <InstantText instant={entry.at} />
            </p>
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <div className="no-print">
          <Button
            variant="default"
            loading={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {say('history.earlier')}
          </Button>
        </div>
      )}
    </>
  )
}
