import { Link } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'

type Passport = Answer<'GET /api/signals/:id'>

/** The school over the years: our signals with their replies, and, apart from them, the federal list. */
export function SchoolHistory({ passport: { id, history, federalYears } }: { passport: Passport }) {
  if (history.length === 0) return null
  return (
    <Section
      title={say('signal.history')}
      meaning={federalYears > 0 && say('signal.federal-years', { years: federalYears })}
    >
      <PlainTable
        label={say('signal.history')}
        rows={history}
        rowKey={({ year }) => year}
        columns={[
          { header: say('federal.year'), cell: ({ year }) => year },
          {
            header: say('signal.signals'),
            cell: ({ signals }) =>
              signals.length === 0 ? (
                <span className="muted">{say('signal.none-that-year')}</span>
              ) : (
                <ul className="stack-tight plain-list">
                  {signals.map(one => (
                    <li key={one.id}>
                      {one.id === id ? (
                        <span>{one.set}</span>
                      ) : (
                        <Link to="/signals/$id" params={{ id: String(one.id) }}>
                          {one.set}
                        </Link>
                      )}
                      : {one.channels.join(', ')} <span className="muted">— {one.reply}</span>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            header: say('signal.federal'),
            cell: ({ federal }) =>
              federal === null ? (
                <span className="muted">{say('signal.federal-unknown')}</span>
              ) : federal.length === 0 ? (
                say('signal.federal-absent')
              ) : (
                federal.join(', ')
              ),
          },
        ]}
      />
    </Section>
  )
}
