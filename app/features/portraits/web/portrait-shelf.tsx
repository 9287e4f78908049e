import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { Shelf } from '../../../web/components/shelf.tsx'
import { say } from '../../../web/messages/say.ts'

const SHOWN = 5

/** Of «Моя работа»: remarks on portraits that wait for the analyst's decision. */
export function PortraitShelf() {
  const remarks = useAnswer('GET /api/portraits/remarks', { query: { state: 'open', limit: SHOWN } })
  const total = remarks.data?.total ?? remarks.data?.items.length
  const title = say('portraits.shelf')
  return (
    <Shelf
      id="portraits"
      query={remarks}
      isEmpty={({ items }) => items.length === 0}
      title={total ? say('work.shelf', { title, count: total }) : title}
      aside={
        (total ?? 0) > 0 && (
          <Link to="/portraits/remarks" search={{ state: 'open' } as never}>
            {say('portraits.shelf-all')}
          </Link>
        )
      }
    >
      {({ items }) => (
        <ul className="stack plain-list">
          {items.map(({ id, unit, text, section }) => (
            <li key={id} className="card stack-tight">
              <span>{unit.name}</span>
              <span className="note">
                {section?.title ?? say('portraits.whole')} · {shorten(text)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Shelf>
  )
}

const LETTERS = 120

function shorten(text: string): string {
  return text.length > LETTERS ? `${text.slice(0, LETTERS)}…` : text
}
