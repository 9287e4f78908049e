import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { ReplyBadge, ReplyTerm } from '../../../web/components/reply-badge.tsx'
import { Shelf } from '../../../web/components/shelf.tsx'
import { say } from '../../../web/messages/say.ts'

const SHOWN = 5

/** One shelf of «Моя работа»: the first few signals on it, with their terms. */
export function SignalShelf({ shelf }: { shelf: 'returned' | 'due' | 'check' }) {
  const signals = useAnswer('GET /api/signals', { query: { shelf, sort: 'due', limit: SHOWN } })
  const total = signals.data?.total ?? signals.data?.items.length
  return (
    <Shelf
      id={`signals-${shelf}`}
      query={signals}
      isEmpty={({ items }) => items.length === 0}
      title={total ? say('work.shelf', { title: say(`work.${shelf}`), count: total }) : say(`work.${shelf}`)}
      aside={
        (total ?? 0) > SHOWN && (
          <Link to="/signals" search={{ shelf } as never}>
            {say('work.all-signals')}
          </Link>
        )
      }
    >
      {({ items }) => (
        <ul className="stack plain-list">
          {items.map(signal => (
            <li key={signal.id} className="card stack-tight">
              <Link to="/signals/$id" params={{ id: String(signal.id) }}>
                {signal.school.name} · {signal.set}
              </Link>
              <span className="note">{signal.channels.map(({ text }) => text).join(', ')}</span>
              <div className="row">
                <ReplyBadge signal={signal} />
                <ReplyTerm signal={signal} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Shelf>
  )
}
