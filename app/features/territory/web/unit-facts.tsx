import { Link } from '@tanstack/react-router'
import { DateText } from '../../../web/components/dates.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { Section } from '../../../web/components/section.tsx'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'

/** What the registry knows about a unit. */
export function UnitFacts({ unit }: { unit: UnitPage }) {
  const link = (to: { id: number; name: string }) => (
    <Link key={to.id} to="/units/$id" params={{ id: String(to.id) }}>
      {to.name}
    </Link>
  )
  return (
    <Section title={say('unit.facts')} card>
      <Facts
        facts={[
          [say('unit.short-name'), unit.shortName],
          [say('unit.login'), unit.login && <code>{unit.login}</code>],
          [say('unit.logins'), unit.logins.length > 0 && <code>{unit.logins.join(', ')}</code>],
          [say('unit.code'), unit.code && <code>{unit.code}</code>],
          [say('unit.oge-code'), unit.ogeCode],
          [say('unit.ege-code'), unit.egeCode],
          [say('unit.valid-from'), unit.validFrom && <DateText date={unit.validFrom} />],
          [say('unit.valid-to'), unit.validTo && <DateText date={unit.validTo} />],
          [say('unit.successor'), unit.successor && link(unit.successor)],
          [
            say('unit.predecessors'),
            unit.predecessors.length > 0 && <span className="row">{unit.predecessors.map(link)}</span>,
          ],
          [
            say('unit.former-names'),
            unit.formerNames.length > 0 && (
              <ul className="stack-tight" style={{ padding: 0, listStyle: 'none' }}>
                {unit.formerNames.map(({ name, until }) => (
                  <li key={`${name}${until}`}>
                    {name}
                    {until && (
                      <span className="muted">
                        {' '}
                        · {say('date.to')} <DateText date={until} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            ),
          ],
          ...unit.below.map(
            ({ kind, count }) =>
              [say(`unit.count.${kind}`), <NumberText key={kind} value={count} />] as const,
          ),
        ]}
      />
    </Section>
  )
}
