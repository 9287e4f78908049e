import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { TermText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { ReplyBadge } from '../../../web/components/reply-badge.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'

const SHOWN = 5

/** One shelf of «Моя работа»: the first few signals on it, with their terms. */
export function SignalShelf({ shelf }: { shelf: 'returned' | 'due' | 'check' }) {
  const signals = useAnswer('GET /api/signals', { query: { shelf, sort: 'due', limit: SHOWN } })
  const total = signals.data?.total ?? signals.data?.items.length
  return (
    <Section
      title={total ? say('work.shelf', { title: say(`work.${shelf}`), count: total }) : say(`work.${shelf}`)}
      aside={
        (total ?? 0) > SHOWN && (
          <Link to="/signals" search={{ shelf } as never}>
            {say('work.all-signals')}
          </Link>
        )
      }
    >
      <QueryView query={signals} height={120}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say(`work.${shelf}-empty`)}>{say(`work.${shelf}-meaning`)}</EmptyState>
          ) : (
            <ul className="stack plain-list">
              {items.map(signal => (
                <li key={signal.id} className="card stack-tight">
                  <Link to="/signals/$id" params={{ id: String(signal.id) }}>
                    {signal.school.name} · {signal.set}
                  </Link>
                  <span className="note">{signal.channels.map(({ text }) => text).join(', ')}</span>
                  <div className="row">
                    <ReplyBadge signal={signal} />
                    {signal.dueOn && signal.state === 'asked' && <TermText date={signal.dueOn} />}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  )
}
