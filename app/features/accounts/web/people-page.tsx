import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { type Column, DataTable } from '../../../web/components/data-table.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters, SearchFilter } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type UrlSearch, useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { Invitations } from './invitations.tsx'

type Person = Item<'GET /api/people'>

const FILTERS = ['q', 'role', 'state'] as const

/** People with roles in reach, and the invitations that are on their way. */
export function PeoplePage() {
  const may = useMay()
  const [search] = useUrlSearch()
  const access = useAnswer('GET /api/access', {})
  const people = useList('GET /api/people', { query: queryOf(search) })
  const filtered = FILTERS.some(name => search[name])
  return (
    <>
      <PageHeader
        title={say('people.title')}
        meaning={say('people.meaning')}
        action={
          may('person.invite') && (
            <Button component={Link} to="/people/invite">
              {say('people.invite')}
            </Button>
          )
        }
      />
      <div className="stack-wide">
        <div className="stack">
          <Filters
            names={FILTERS}
            end={
              <ExportButton
                operation="GET /api/people/export.xlsx"
                request={{ query: queryOf(search) }}
                format="Excel"
              />
            }
          >
            <SearchFilter label={say('people.search')} placeholder={say('people.search-hint')} />
            <ChoiceFilter
              name="role"
              label={say('people.role')}
              any={say('people.any-role')}
              choices={(access.data?.roles ?? []).map(({ role, name }) => ({ value: role, label: name }))}
            />
            <ChoiceFilter
              name="state"
              label={say('people.state')}
              any={say('people.any-state')}
              choices={(['active', 'blocked', 'former'] as const).map(state => ({
                value: state,
                label: say(`people.state.${state}`),
              }))}
            />
          </Filters>
          <DataTable
            label={say('people.title')}
            list={people}
            columns={columns()}
            rowKey={person => person.id}
            rowLink={person => ({ to: '/people/$id', params: { id: person.id } })}
            empty={
              <EmptyState title={say(filtered ? 'table.nothing-found' : 'people.empty')}>
                {say(filtered ? 'table.change-filters' : 'people.empty-meaning')}
              </EmptyState>
            }
          />
        </div>
        {may('person.invite') && <Invitations />}
      </div>
    </>
  )
}

function queryOf({ q, role, state, unit, sort }: UrlSearch) {
  return { q, role, state, unit, sort } as { q?: string; sort?: 'name' }
}

function columns(): [Column<Person>, ...Column<Person>[]] {
  return [
    { id: 'name', header: say('person.name'), sort: 'name', cell: person => person.name },
    {
      id: 'roles',
      header: say('people.roles'),
      cell: ({ grants }) => {
        const active = grants.filter(grant => grant.active)
        return active.length > 0 ? (
          <div className="stack-tight">
            {active.map(grant => (
              <span key={grant.id}>{grant.sentence}</span>
            ))}
          </div>
        ) : (
          <span className="muted">{say('people.no-roles')}</span>
        )
      },
    },
    { id: 'email', header: say('person.email'), sort: 'email', cell: person => person.email ?? '' },
    {
      id: 'state',
      header: say('people.state'),
      cell: ({ blockedAt, former }) =>
        former ? (
          <StateBadge tone="unknown">{say('people.state.left')}</StateBadge>
        ) : blockedAt ? (
          <StateBadge tone="unknown">{say('people.state.blocked')}</StateBadge>
        ) : (
          <StateBadge tone="accepted">{say('people.state.active')}</StateBadge>
        ),
    },
  ]
}
