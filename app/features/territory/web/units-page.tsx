import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { counted } from '../../../web/components/counted.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters, SearchFilter } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import type { UrlSearch } from '../../../web/components/url-search.ts'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { municipalityColumns, schoolColumns } from './unit-columns.tsx'

const FILTERS = ['q', 'kind', 'schoolKind', 'locality', 'tag', 'state'] as const

type Filter = {
  q?: string
  kind?: 'municipality' | 'school' | 'class'
  under?: number
  schoolKind?: string
  locality?: string
  tag?: string
  state?: 'present' | 'gone' | 'future' | 'all'
}
type Sort = 'name' | '-name' | 'login' | '-login' | 'code' | '-code'

/** Municipalities and schools in reach: found, filtered, sorted, exported. */
export function UnitsPage() {
  const may = useMay()
  const [search] = useUrlSearch()
  const under = search.unit ? Number(search.unit) : undefined
  const filter = filterOf(search, under)
  const units = useList('GET /api/units', { query: { ...filter, sort: search.sort as Sort | undefined } })
  const facets = useAnswer('GET /api/units/facets', { query: { under } })
  const filtered = FILTERS.some(name => search[name]) || under !== undefined
  const choicesOf = (values: readonly { value: string; count: number }[] = []) =>
    values.map(({ value, count }) => ({ value, label: counted(value, count) }))
  return (
    <>
      <PageHeader
        title={say('units.title')}
        meaning={say('units.meaning')}
        action={
          may('unit.edit') && (
            <Button
              component={Link}
              to="/units/new"
              search={{ kind: filter.kind, at: search.unit } as never}
              variant="default"
            >
              {say(`new-unit.title.${filter.kind === 'municipality' ? 'municipality' : 'school'}`)}
            </Button>
          )
        }
      />
      <div className="stack">
        <Filters
          names={FILTERS}
          end={
            may('registry.export') && (
              <div className="row">
                <ExportButton
                  operation="GET /api/registry/export.xlsx"
                  request={{ query: filter }}
                  format="Excel"
                />
                <ExportButton
                  operation="GET /api/registry/export.csv"
                  request={{ query: filter }}
                  format="CSV"
                />
              </div>
            )
          }
        >
          <SearchFilter label={say('units.search')} placeholder={say('find.placeholder')} />
          <ChoiceFilter
            name="kind"
            label={say('units.kind')}
            any={say('units.any-kind')}
            choices={[{ value: 'municipality', label: say('units.municipalities') }]}
          />
          <ChoiceFilter
            name="schoolKind"
            label={say('unit.school-kind')}
            any={say('units.any')}
            choices={choicesOf(facets.data?.schoolKinds)}
          />
          <ChoiceFilter
            name="locality"
            label={say('unit.locality')}
            any={say('units.any-locality')}
            choices={choicesOf(facets.data?.localities)}
          />
          {(facets.data?.tags.length ?? 0) > 0 && (
            <ChoiceFilter
              name="tag"
              label={say('unit.tags')}
              any={say('units.any-tags')}
              choices={choicesOf(facets.data?.tags)}
            />
          )}
          <ChoiceFilter
            name="state"
            label={say('units.state')}
            any={say('units.state.present')}
            choices={(['gone', 'future', 'all'] as const).map(state => ({
              value: state,
              label: say(`units.state.${state}`),
            }))}
          />
        </Filters>
        <DataTable
          label={say('units.title')}
          list={units}
          columns={filter.kind === 'municipality' ? municipalityColumns() : schoolColumns()}
          rowKey={unit => unit.id}
          rowLink={unit => ({ to: '/units/$id', params: { id: String(unit.id) } })}
          empty={
            filtered ? (
              <EmptyState title={say('table.nothing-found')}>{say('table.change-filters')}</EmptyState>
            ) : (
              <EmptyState
                title={say('units.empty')}
                action={may('registry.import') && <Link to="/registry">{say('registry.load')}</Link>}
              >
                {say('units.empty-meaning')}
              </EmptyState>
            )
          }
        />
      </div>
    </>
  )
}

/** Schools unless another kind is asked for, since a list of both answers nobody's question. */
function filterOf(search: UrlSearch, under: number | undefined): Filter {
  const { q, schoolKind, locality, tag } = search
  const kind = (search.kind ?? 'school') as Filter['kind']
  return { q, kind, under, schoolKind, locality, tag, state: search.state as Filter['state'] }
}
