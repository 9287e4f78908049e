import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'

const SHOWN = 5

/** Of «Моя работа»: remarks on portraits that wait for the analyst's decision. */
export function PortraitShelf() {
  const remarks = useAnswer('GET /api/portraits/remarks', { query: { state: 'open', limit: SHOWN } })
  const total = remarks.data?.total ?? remarks.data?.items.length
  const title = say('portraits.shelf')
  return (
    <Section
      title={total ? say('work.shelf', { title, count: total }) : title}
      aside={
        (total ?? 0) > 0 && (
          <Link to="/portraits/remarks" search={{ state: 'open' } as never}>
            {say('portraits.shelf-all')}
          </Link>
        )
      }
    >
      <QueryView query={remarks} height={120}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('portraits.shelf-empty')}>{say('portraits.shelf-meaning')}</EmptyState>
          ) : (
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
          )
        }
      </QueryView>
    </Section>
  )
}

const LETTERS = 120

function shorten(text: string): string {
  return text.length > LETTERS ? `${text.slice(0, LETTERS)}…` : text
}
