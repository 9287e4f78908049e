import { Link } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { say } from '../../../web/messages/say.ts'

type Item = Answer<'GET /api/measures/timeline'>['items'][number]

/** Measures whose term names no day: they stand beside a calendar, not in it, since any day there would be made up. */
export function OpenTerms({ items }: { items: readonly Item[] }) {
  const open = items.filter(item => item.open)
  if (open.length === 0) return null
  return (
    <details className="card">
      <summary>{say('measures.open-terms', { count: open.length })}</summary>
      <div className="stack">
        <p className="muted">{say('measures.open-terms-meaning')}</p>
        <ul className="stack-tight plain-list">
          {open.map(item => (
            <li key={item.measure}>
              <Link to="/measures/$id" params={{ id: String(item.measure) }}>
                {[item.number, item.text].filter(Boolean).join(' ')}
              </Link>
              {item.words && <span className="note"> · {item.words}</span>}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
