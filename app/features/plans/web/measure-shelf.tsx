import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { DateText } from '../../../web/components/dates.tsx'
import { Shelf } from '../../../web/components/shelf.tsx'
import { say } from '../../../web/messages/say.ts'
import { MeasureBadge } from './measure-badge.tsx'
import { shorten } from './shorten.ts'

const SHOWN = 3

/** One shelf of «Моя работа»: the first few measures on it, the nearest term first. */
export function MeasureShelf({ shelf }: { shelf: 'later' | 'returned' | 'due' | 'check' }) {
  const measures = useAnswer('GET /api/measures', { query: { shelf, sort: 'due', limit: SHOWN } })
  const total = measures.data?.total ?? measures.data?.items.length
  const title = say(`measures.work.${shelf}`)
  return (
    <Shelf
      id={`measures-${shelf}`}
      query={measures}
      isEmpty={({ items }) => items.length === 0}
      title={total ? say('work.shelf', { title, count: total }) : title}
      aside={
        (total ?? 0) > SHOWN && (
          <Link to="/measures" search={{ shelf: shelf === 'later' ? 'mine' : shelf } as never}>
            {say('measures.work.all')}
          </Link>
        )
      }
    >
      {({ items }) => (
        <ul className="stack plain-list">
          {items.map(measure => (
            <li key={measure.id} className="card stack-tight">
              <Link to="/measures/$id" params={{ id: String(measure.id) }}>
                {[measure.number, shorten(measure.text, 120)].filter(Boolean).join(' ')}
              </Link>
              <span className="note">
                {measure.unit.name} · {shorten(measure.plan.title, 60)}
              </span>
              <div className="row">
                <MeasureBadge standing={measure} />
                {measure.dueOn && (
                  <span className="note">
                    <DateText date={measure.dueOn} />
                  </span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Shelf>
  )
}
