import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useList } from '../../../web/client/queries.ts'
import { type Column, DataTable } from '../../../web/components/data-table.tsx'
import { dateInWords } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters, SearchFilter } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { isPlanFiltered, PLAN_FILTERS, planFilterOf, schoolYears } from './plan-query.ts'
import { PlanProgress, PlanState } from './plan-state.tsx'

type Plan = Item<'GET /api/plans'>

const LEVELS = ['region', 'municipality', 'school'] as const
const STATES = ['draft', 'approved', 'closed'] as const

/** Plans in reach, each with how far it is. */
export function PlansPage() {
  const may = useMay()
  const [search] = useUrlSearch()
  const filter = planFilterOf(search)
  const plans = useList('GET /api/plans', { query: filter })
  const begin = may('plan.edit') && (
    <div className="row">
      <Button component={Link} to="/plans/import">
        {say('plans.import')}
      </Button>
      <Button component={Link} to="/plans/new" variant="default">
        {say('plans.new')}
      </Button>
    </div>
  )
  return (
    <>
      <PageHeader title={say('plans.title')} meaning={say('plans.meaning')} action={begin} />
      <div className="stack">
        <Filters
          names={PLAN_FILTERS}
          end={
            <ExportButton operation="GET /api/plans/export.xlsx" request={{ query: filter }} format="Excel" />
          }
        >
          <SearchFilter label={say('plans.search')} placeholder={say('plans.search-hint')} />
          <PlanFilters />
        </Filters>
        <DataTable<Plan>
          label={say('plans.title')}
          list={plans}
          rowKey={plan => plan.id}
          rowLink={plan => ({ to: '/plans/$id', params: { id: String(plan.id) } })}
          columns={columns()}
          empty={
            isPlanFiltered(search) ? (
              <EmptyState title={say('table.nothing-found')}>{say('table.change-filters')}</EmptyState>
            ) : (
              <EmptyState title={say('plans.empty')}>
                {say(may('plan.edit') ? 'plans.empty-meaning' : 'plans.empty-reader')}
              </EmptyState>
            )
          }
        />
      </div>
    </>
  )
}

function PlanFilters() {
  return (
    <>
      <ChoiceFilter
        name="level"
        label={say('plans.level')}
        any={say('plans.any-level')}
        choices={LEVELS.map(value => ({ value, label: say(`plans.level.${value}`) }))}
      />
      <ChoiceFilter
        name="state"
        label={say('plans.state')}
        any={say('plans.any-state')}
        choices={STATES.map(value => ({ value, label: say(`plans.state.${value}`) }))}
      />
      <ChoiceFilter
        name="year"
        label={say('plans.year')}
        any={say('plans.any-year')}
        choices={schoolYears(new Date()).map(year => ({
          value: String(year),
          label: `${year}/${String(year + 1).slice(2)}`,
        }))}
      />
    </>
  )
}

function columns(): [Column<Plan>, ...Column<Plan>[]] {
  return [
    { id: 'plan', header: say('plans.name'), cell: ({ title }) => title },
    {
      id: 'unit',
      header: say('plans.unit'),
      cell: ({ unit, municipality, level }) => (
        <div className="stack-tight">
          <span>{unit.name}</span>
          {level === 'school' && municipality && <span className="note">{municipality.name}</span>}
        </div>
      ),
    },
    {
      id: 'period',
      header: say('plans.period'),
      cell: ({ period }) =>
        say('plans.from-to', { from: dateInWords(period.start), to: dateInWords(period.end) }),
    },
    { id: 'state', header: say('plans.state'), cell: ({ state }) => <PlanState state={state} /> },
    { id: 'done', header: say('plans.done'), cell: plan => <PlanProgress counts={plan.counts} /> },
  ]
}
