import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useList } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Section } from '../../../web/components/section.tsx'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import style from './unit-people.module.css'

/** Who holds a role at this very unit, each in one sentence. */
export function UnitPeople({ unit }: { unit: UnitPage }) {
  const may = useMay()
  // Asked for by the server's own filter: of all below a region the first two hundred would not be these.
  const people = useList('GET /api/people', { query: { at: unit.id, state: 'active' } })
  // Roles are given down to a school, not in a class, and only where work goes on.
  const invites =
    may('person.invite') && unit.kind !== 'class' && ['active', 'future'].includes(unit.state.kind)
  const rows = people.data?.pages.flatMap(page => page.items) ?? []
  const own = rows.flatMap(person =>
    person.grants
      .filter(grant => grant.active && grant.unit.id === unit.id)
      .map(grant => ({ id: `${person.id} ${grant.id}`, person, sentence: grant.sentence })),
  )
  return (
    <Section
      title={say('unit.people')}
      card
      aside={
        invites && (
          <Link to="/people/invite" search={{ at: String(unit.id) } as never} className="no-print">
            {say('people.invite')}
          </Link>
        )
      }
    >
      {people.error && <ProblemPanel error={people.error} />}
      {people.data && own.length === 0 && (
        <EmptyState title={say('unit.people-empty')}>
          {unit.kind === 'class'
            ? say('unit.people-class-meaning')
            : invites && say('unit.people-empty-meaning')}
        </EmptyState>
      )}
      <ul className={style.people}>
        {own.map(({ id, person, sentence }) => (
          <li key={id}>
            <Link to="/people/$id" params={{ id: person.id }}>
              {person.name}
            </Link>
            {' · '}
            {sentence}
          </li>
        ))}
      </ul>
      {people.hasNextPage && (
        <div className="no-print">
          <Button
            variant="default"
            loading={people.isFetchingNextPage}
            onClick={() => void people.fetchNextPage()}
          >
            {say('table.more')}
          </Button>
        </div>
      )}
    </Section>
  )
}
