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

/** Schools named beneath the picture; the table of schools has the others. */
const MOST = 200

/** The schools that the funnel marks, each with how its reply stands: the picture is frozen, the replies go on. */
export function MarkedSchools({ run, position, under, kind }: Props) {
  const found = useAnswer('GET /api/runs/:id/schools', {
    params: { id: run },
    query: { set: position, under, kind, sign: 'high-mean', limit: MOST },
  })
  if (!found.data || found.data.items.length === 0) return null
  const { items: rows, total = rows.length } = found.data
  return (
    <details open={rows.length === 1}>
      <summary>{say('runs.marked-in-picture', { count: total })}</summary>
      <ul className="stack-tight plain-list">
        {rows.map(row => (
          <li key={row.key}>
            <Marked row={row} />
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="note">
          {say('table.shown-of')} {rows.length} {say('table.of')} {total}
        </p>
      )}
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
