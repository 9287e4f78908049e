import type { Item } from '../../../web/client/contract-types.ts'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { Filters, SearchFilter } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { CalendarView } from './calendar-view.tsx'
import { measureColumns } from './measure-columns.tsx'
import { MeasureFilters } from './measure-filters.tsx'
import {
  isMeasureFiltered,
  MEASURE_FILTERS,
  type MeasureFilter,
  type MeasureSort,
  measureFilterOf,
} from './measure-query.ts'
import { TimelineView } from './timeline-view.tsx'
import { ViewSwitch, viewOf } from './view-switch.tsx'

/** Measures of all plans in reach: as a list, by days of a month, along an axis. */
export function MeasuresPage() {
  const [search] = useUrlSearch()
  const filter = measureFilterOf(search)
  const { shelf: _, ...counted } = filter
  const counts = useAnswer('GET /api/measures/counts', { query: counted })
  const view = viewOf(search)
  return (
    <>
      <PageHeader title={say('measures.title')} meaning={say('measures.meaning')} />
      <div className="stack">
        <ViewSwitch view={view} />
        <Filters
          names={MEASURE_FILTERS}
          end={
            <ExportButton
              operation="GET /api/measures/export.xlsx"
              request={{ query: filter }}
              format="Excel"
            />
          }
        >
          <SearchFilter label={say('measures.search')} placeholder={say('measures.search-hint')} />
          <MeasureFilters counts={counts.data} />
        </Filters>
        {view === 'list' && <MeasureList filter={filter} />}
        {view === 'calendar' && <CalendarView filter={filter} />}
        {view === 'timeline' && <TimelineView filter={filter} />}
      </div>
    </>
  )
}

function MeasureList({ filter }: { filter: MeasureFilter }) {
  const [search] = useUrlSearch()
  const measures = useList('GET /api/measures', {
    query: { ...filter, sort: search.sort as MeasureSort | undefined },
  })
  return (
    <DataTable<Item<'GET /api/measures'>>
      label={say('measures.title')}
      list={measures}
      rowKey={measure => measure.id}
      rowLink={measure => ({ to: '/measures/$id', params: { id: String(measure.id) } })}
      compact
      columns={measureColumns()}
      empty={
        isMeasureFiltered(search) ? (
          <EmptyState title={say('table.nothing-found')}>{say('table.change-filters')}</EmptyState>
        ) : (
          <EmptyState title={say('measures.empty')}>{say('measures.empty-meaning')}</EmptyState>
        )
      }
    />
  )
}
