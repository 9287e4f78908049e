import { Link } from '@tanstack/react-router'
import { DateText } from '../../../web/components/dates.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Measure } from './measure-page.tsx'
import { PlanLink } from './plan-link.tsx'
import { shorten } from './shorten.ts'

/** What the plan says of it, and what it is tied to. */
export function MeasureFacts({ measure }: { measure: Measure }) {
  const { fields, people, above, below, doubts, dueOn, term } = measure
  return (
    <Section title={say('measure.what')} card>
      <p>{measure.text}</p>
      <Facts
        facts={[
          [
            say('measures.term'),
            <span key="term" className="stack-tight">
              <span>{fields.term ?? say('measures.term-none')}</span>
              {dueOn ? (
                <DateText date={dueOn} term={isOwedHere(measure)} />
              ) : (
                term?.kind === 'open' && <span className="note">{say('measures.open-term')}</span>
              )}
            </span>,
          ],
          [say('measures.responsible'), measure.responsible || say('measures.responsible-none')],
          [
            say('measure.people'),
            people.length > 0 && people.map(({ name, roleName }) => `${name} (${roleName})`).join(', '),
          ],
          [say('measure.performer'), fields.performer],
          [say('measure.place'), fields.place],
          [say('measure.participants'), fields.participants],
          [say('measure.result'), fields.expectedResult],
          [say('measure.proof'), measure.byPlan && say('measure.proof-by-plan')],
          [say('measure.section'), fields.section],
          [say('measure.note'), fields.note],
          [say('measure.completion'), fields.completion],
          [say('measures.plan'), <PlanLink key="plan" plan={measure.plan} />],
          [say('measures.above'), above && <Above key="above" above={above} />],
          [
            say('measure.below'),
            below.length > 0 && (
              <ul key="below" className="plain-list">
                {below.map(({ state, count }) => (
                  <li key={state}>
                    {say(`measures.state.${state}`)}: <NumberText value={count} />
                  </li>
                ))}
              </ul>
            ),
          ],
          [say('measure.signal'), measure.signal !== null && <Signal key="signal" measure={measure} />],
        ]}
      />
      {doubts.length > 0 && (
        <div className="stack-tight">
          <p>
            <b>{say('measure.doubts')}</b>
          </p>
          <ul>
            {doubts.map(({ field, text }) => (
              <li key={`${field}${text}`}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}

/** Whether the days until the term, or past it, are the reader's to count. */
function isOwedHere({ state, carriedBelow }: Measure): boolean {
  return state !== 'accepted' && state !== 'cancelled' && carriedBelow === null
}

function Above({ above }: { above: NonNullable<Measure['above']> }) {
  if (!above.readable) return <>{say('measure.above-of', { unit: above.unit.name })}</>
  return (
    <Link to="/measures/$id" params={{ id: String(above.measure) }}>
      {say('measure.above-of', { unit: above.unit.name })}
    </Link>
  )
}

function Signal({ measure }: { measure: Measure }) {
  // Whoever does not see the signal is told that there is one, without a link that would be refused.
  if (measure.signalTitle === null) return <>{say('measure.signal-hidden')}</>
  return (
    <span className="stack-tight">
      <Link to="/signals/$id" params={{ id: String(measure.signal) }}>
        {shorten(measure.signalTitle, 120)}
      </Link>
      <span className="note">{measure.signalReply}</span>
    </span>
  )
}
