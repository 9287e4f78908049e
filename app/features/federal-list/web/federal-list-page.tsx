import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { Markers } from './markers.tsx'

type School = Item<'GET /api/federal-list'>

const RUNNING = ['2', '3', '4'] as const

/** Schools that the federal list names: what others found, kept apart from what is computed here. */
export function FederalListPage() {
  const may = useMay()
  const years = useAnswer('GET /api/federal-list/years', {})
  const load = may('federal-list.import') && (
    <Button component={Link} to="/federal-list/imports" variant="default">
      {say('federal.imports')}
    </Button>
  )
  return (
    <>
      <PageHeader title={say('federal.title')} meaning={say('federal.meaning')} action={load} />
      <QueryView query={years} height={320}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={say('federal.none')}
              action={
                may('federal-list.import') && <Link to="/federal-list/imports">{say('federal.load')}</Link>
              }
            >
              {say('federal.none-meaning')}
            </EmptyState>
          ) : (
            <Schools years={items.map(({ year }) => year)} />
          )
        }
      </QueryView>
    </>
  )
}

/** @param years those that have a list, the latest first. */
function Schools({ years }: { years: readonly number[] }) {
  const [search] = useUrlSearch()
  const year = search.year ? Number(search.year) : years[0]
  const filter = {
    year,
    running: search.running ? Number(search.running) : undefined,
    under: search.unit ? Number(search.unit) : undefined,
  }
  const schools = useList('GET /api/federal-list', { query: filter })
  const filtered = filter.running !== undefined || filter.under !== undefined
  return (
    <div className="stack">
      <Filters
        names={['year', 'running']}
        end={
          <ExportButton
            operation="GET /api/federal-list/export.xlsx"
            request={{ query: filter }}
            format="Excel"
          />
        }
      >
        <ChoiceFilter
          name="year"
          label={say('federal.year')}
          any={String(years[0])}
          choices={years.slice(1).map(one => ({ value: String(one), label: String(one) }))}
        />
        <ChoiceFilter
          name="running"
          label={say('federal.running')}
          any={say('federal.any-running')}
          choices={RUNNING.map(value => ({
            value,
            label: say('federal.running-from', { years: Number(value) }),
          }))}
        />
      </Filters>
      <DataTable<School>
        label={say('federal.title')}
        list={schools}
        rowKey={row => row.school.id}
        rowLink={row => ({ to: '/units/$id', params: { id: String(row.school.id) } })}
        columns={[
          { id: 'school', header: say('federal.school'), cell: row => row.school.name },
          { id: 'municipality', header: say('unit.kind.municipality'), cell: row => row.municipality?.name },
          { id: 'markers', header: say('federal.markers'), cell: row => <Markers markers={row.markers} /> },
          {
            id: 'running',
            header: say('federal.running'),
            cell: row => say('federal.years', { years: row.running }),
          },
          { id: 'years', header: say('federal.all-years'), cell: row => row.years.join(', ') },
        ]}
        empty={
          <EmptyState
            title={say(filtered ? 'table.nothing-found' : 'federal.nobody', { year: String(year) })}
          >
            {say(filtered ? 'table.change-filters' : 'federal.nobody-meaning')}
          </EmptyState>
        }
      />
      <p className="note">{say('federal.how-counted')}</p>
    </div>
  )
}
