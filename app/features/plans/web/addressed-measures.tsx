import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { DateText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { AddressForm } from './address-form.tsx'
import style from './measure-acts.module.css'
import { MeasureBadge } from './measure-badge.tsx'
import { shorten } from './shorten.ts'

/** Measures made from a signal, and the form for one more. Asked for by whoever accepts the work of the school. */
export function AddressedMeasures({ signal }: { signal: number }) {
  const may = useMay()
  const measures = useAnswer('GET /api/measures', { query: { signal, limit: 50 } })
  return (
    <Section title={say('addressed.title')} meaning={say('addressed.meaning')} card>
      <QueryView query={measures} height={80}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('addressed.empty')}>{say('addressed.empty-meaning')}</EmptyState>
          ) : (
            <ul className="stack plain-list">
              {items.map(measure => (
                <li key={measure.id} className="stack-tight">
                  <Link to="/measures/$id" params={{ id: String(measure.id) }}>
                    {shorten(measure.text, 160)}
                  </Link>
                  <div className="row">
                    <MeasureBadge standing={measure} />
                    <span className="note">
                      {measure.unit.name}
                      {measure.dueOn && (
                        <>
                          {' · '}
                          <DateText date={measure.dueOn} />
                        </>
                      )}
                    </span>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {may('plan.accept') && (
        <details className="no-print">
          <summary>{say('addressed.add')}</summary>
          <div className={style.opened}>
            <AddressForm signal={signal} />
          </div>
        </details>
      )}
    </Section>
  )
}
