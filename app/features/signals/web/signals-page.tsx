import { useState } from 'react'
import type { Item } from '../../../web/client/contract-types.ts'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { Filters, SearchFilter } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { AskMany } from './ask-many.tsx'
import { chosenColumn, signalColumns } from './signal-columns.tsx'
import { FILTERS, SignalFilters } from './signal-filters.tsx'
import { filterOf, isFiltered, type SignalSort } from './signal-query.ts'

type Signal = Item<'GET /api/signals'>

/** Signals in reach, each with the state of its reply; several can be asked about at once. */
export function SignalsPage() {
  const may = useMay()
  const [search] = useUrlSearch()
  const [chosen, setChosen] = useState<ReadonlyMap<number, Signal>>(new Map())
  const filter = filterOf(search)
  const signals = useList('GET /api/signals', {
    query: { ...filter, sort: search.sort as SignalSort | undefined },
  })
  const { shelf: _, ...counted } = filter
  const counts = useAnswer('GET /api/signals/counts', { query: counted })
  const rows = signals.data?.pages.flatMap(page => page.items) ?? []
  const askable = rows.filter(({ state }) => state === 'open')
  const toggle = (signal: Signal) =>
    setChosen(before => {
      const after = new Map(before)
      if (!after.delete(signal.id)) after.set(signal.id, signal)
      return after
    })
  const [first, ...others] = signalColumns()
  return (
    <>
      <PageHeader title={say('signals.title')} meaning={say('signals.meaning')} />
      <div className="stack">
        <Filters
          names={FILTERS}
          end={
            <ExportButton
              operation="GET /api/signals/export.xlsx"
              request={{ query: filter }}
              format="Excel"
            />
          }
        >
          <SearchFilter label={say('signals.search')} placeholder={say('signals.search-hint')} />
          <SignalFilters counts={counts.data} />
        </Filters>
        {may('signal.ask') && askable.length > 0 && (
          <AskMany
            chosen={[...chosen.values()].filter(({ state }) => state === 'open')}
            all={askable}
            choose={all => setChosen(new Map(all.map(one => [one.id, one])))}
          />
        )}
        <DataTable<Signal>
          label={say('signals.title')}
          list={signals}
          rowKey={signal => signal.id}
          rowLink={signal => ({ to: '/signals/$id', params: { id: String(signal.id) } })}
          columns={may('signal.ask') ? [first, chosenColumn(chosen, toggle), ...others] : [first, ...others]}
          empty={
            isFiltered(search) ? (
              <EmptyState title={say('table.nothing-found')}>{say('table.change-filters')}</EmptyState>
            ) : (
              <EmptyState title={say('signals.empty')}>{say('signals.empty-meaning')}</EmptyState>
            )
          }
        />
        <p className="note">{say('signals.not-a-verdict')}</p>
      </div>
    </>
  )
}
