import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { ReplyBadge } from '../../../web/components/reply-badge.tsx'
import { say } from '../../../web/messages/say.ts'

type Row = Item<'GET /api/runs/:id/schools'>

interface Props {
  readonly run: number
  readonly position: number
  readonly under: number | undefined
  readonly kind: string | undefined
}

/** More than a region has in one work: the method of 2019 marks the means far above the others. */
const MOST = 200

/** The schools that the funnel marks, each with how its reply stands: the picture is frozen, the replies go on. */
export function MarkedSchools({ run, position, under, kind }: Props) {
  const found = useAnswer('GET /api/runs/:id/schools', {
    params: { id: run },
    query: { set: position, under, kind, sign: 'official', limit: MOST },
  })
  const rows = (found.data?.items ?? []).filter(({ markers }) => markers.some(({ id }) => id === 'high-mean'))
  if (rows.length === 0) return null
  return (
    <details open={rows.length === 1}>
      <summary>{say('runs.marked-in-picture', { count: rows.length })}</summary>
      <ul className="stack-tight plain-list">
        {rows.map(row => (
          <li key={row.key}>
            <Marked row={row} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Marked({ row: { name, replies, school } }: { row: Row }) {
  const signal = replies.find(({ source }) => source === 'official')
  if (!signal)
    return (
      <span>
        {name} <span className="note">{school ? '' : say('runs.not-in-registry')}</span>
      </span>
    )
  return (
    <span className="row">
      <Link to="/signals/$id" params={{ id: String(signal.signalId) }}>
        {name}
      </Link>
      <ReplyBadge signal={signal} />
    </span>
  )
}
