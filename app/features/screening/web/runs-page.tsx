import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Item } from '../../../web/client/contract-types.ts'
import { useList } from '../../../web/client/queries.ts'
import { type Column, DataTable } from '../../../web/components/data-table.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { RunState } from './run-state.tsx'

type Run = Item<'GET /api/runs'>

/** Analyses of a campaign, the newest first; two can be chosen to be compared. */
export function RunsPage() {
  const may = useMay()
  const [{ campaign }] = useUrlSearch()
  const query = { campaign: campaign ? Number(campaign) : undefined }
  const runs = useList('GET /api/runs', { query })
  const rows = runs.data?.pages.flatMap(page => page.items) ?? []
  const [chosen, setChosen] = useState<readonly number[]>([])
  useRefreshWhileGoing(rows)
  const done = rows.filter(({ state }) => state === 'done')
  const pair = chosen.filter(id => done.some(run => run.id === id)).sort((a, b) => a - b)
  const toggle = (id: number) =>
    setChosen(before => (before.includes(id) ? before.filter(one => one !== id) : [...before.slice(-1), id]))
  return (
    <>
      <PageHeader
        title={say('runs.title')}
        meaning={say('runs.meaning')}
        action={
          may('run.start') && (
            <Button component={Link} to="/runs/new">
              {say('runs.start')}
            </Button>
          )
        }
      />
      <div className="stack">
        {rows.length > 0 && (
          <div className="row-apart no-print">
            <div>
              {done.length > 1 &&
                (pair.length === 2 ? (
                  <Link
                    to="/runs/compare"
                    search={{ before: String(pair[0]), after: String(pair[1]) } as never}
                  >
                    {say('runs.compare-chosen')}
                  </Link>
                ) : (
                  <span className="note">{say('runs.choose-two')}</span>
                ))}
            </div>
            <ExportButton operation="GET /api/runs/export.xlsx" request={{ query }} format="Excel" />
          </div>
        )}
        <DataTable<Run>
          label={say('runs.title')}
          list={runs}
          rowKey={run => run.id}
          rowLink={run => ({ to: '/runs/$id', params: { id: String(run.id) } })}
          columns={done.length > 1 ? [...columns(), chosenColumn(pair, toggle)] : columns()}
          empty={
            <EmptyState
              title={say('runs.empty')}
              action={may('run.start') && <Link to="/runs/new">{say('runs.start')}</Link>}
            >
              {say(may('run.start') ? 'runs.empty-meaning' : 'runs.empty-below')}
            </EmptyState>
          }
        />
      </div>
    </>
  )
}

function columns(): [Column<Run>, ...Column<Run>[]] {
  return [
    {
      id: 'title',
      header: say('runs.name'),
      cell: ({ title }) => title,
    },
    { id: 'state', header: say('units.state'), cell: run => <RunState run={run} /> },
    {
      id: 'works',
      header: say('signals.works'),
      numeric: true,
      cell: ({ counts }) => numberOr(counts?.works),
    },
    {
      id: 'schools',
      header: say('runs.schools'),
      numeric: true,
      cell: ({ counts }) => numberOr(counts?.schools),
    },
    { id: 'signs', header: say('runs.signs'), cell: ({ counts }) => counts && <Signs counts={counts} /> },
    {
      id: 'made',
      header: say('runs.made'),
      cell: ({ createdAt, createdBy }) => (
        <div className="stack-tight">
          <InstantText instant={createdAt} short />
          <span className="note">{createdBy.name}</span>
        </div>
      ),
    },
  ]
}

function Signs({ counts: { marked, flagged } }: { counts: NonNullable<Run['counts']> }) {
  return (
    <div className="stack-tight">
      <span className="unbroken">{say('runs.signs-official', { count: marked })}</span>
      {flagged !== null && <span className="unbroken">{say('runs.signs-own', { count: flagged })}</span>}
    </div>
  )
}

function chosenColumn(chosen: readonly number[], toggle: (id: number) => void): Column<Run> {
  return {
    id: 'chosen',
    header: say('runs.to-compare'),
    cell: ({ id, title, state }) =>
      state === 'done' && (
        <input
          type="checkbox"
          checked={chosen.includes(id)}
          onChange={() => toggle(id)}
          aria-label={say('runs.choose-one', { title })}
        />
      ),
  }
}

function numberOr(value: number | null | undefined) {
  return value == null ? '—' : <NumberText value={value} />
}

const EVERY = 2000

/** Asks again while an analysis is going on, and not otherwise. */
function useRefreshWhileGoing(runs: readonly Run[]): void {
  const client = useQueryClient()
  const going = runs.some(({ state }) => state === 'queued' || state === 'running')
  useEffect(() => {
    if (!going) return
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['GET /api/runs'] }), EVERY)
    return () => clearInterval(timer)
  }, [going, client])
}
