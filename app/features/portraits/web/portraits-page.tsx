import { Link } from '@tanstack/react-router'
import type { Item, Request } from '../../../web/client/contract-types.ts'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { type Column, DataTable } from '../../../web/components/data-table.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters, SearchFilter } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { SendMany } from './send-many.tsx'

type Listed = Item<'GET /api/portraits'>
type Query = Request<'GET /api/portraits'>['query']
type Run = Item<'GET /api/runs'>

/** More analyses than these nobody chooses from a list. */
const MOST_RUNS = 100
const FILTERS = ['q', 'level', 'sent'] as const

/** Portraits by one analysis: the reader's own unit and those below it. */
export function PortraitsPage() {
  const may = useMay()
  const runs = useAnswer('GET /api/runs', { query: { state: 'done', limit: MOST_RUNS } })
  return (
    <>
      <PageHeader
        title={say('portraits.title')}
        meaning={say('portraits.meaning')}
        action={may('portrait.make') && <Link to="/portraits/archives">{say('portraits.archives')}</Link>}
      />
      <QueryView query={runs} height={480}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={say('portraits.no-runs')}
              action={may('run.start') && <Link to="/runs/new">{say('runs.start')}</Link>}
            >
              {say('portraits.no-runs-meaning')}
            </EmptyState>
          ) : (
            <OfRun runs={items} />
          )
        }
      </QueryView>
    </>
  )
}

function OfRun({ runs }: { runs: readonly Run[] }) {
  const may = useMay()
  const [search] = useUrlSearch()
  const run = runs.find(({ id }) => String(id) === search.run) ?? runs[0]
  const query = {
    run: run.id,
    q: search.q,
    under: search.unit && /^\d{1,9}$/.test(search.unit) ? Number(search.unit) : undefined,
    level: search.level as Query['level'],
    sent: search.sent as Query['sent'],
  }
  const portraits = useList('GET /api/portraits', { query })
  return (
    <div className="stack">
      <div className="row no-print">
        <Link to="/portraits/template">{say('portraits.template')}</Link>
        <Link to="/portraits/remarks">{say('portraits.remarks')}</Link>
      </div>
      <Filters
        names={FILTERS}
        end={<ExportButton operation="GET /api/portraits/export.xlsx" request={{ query }} format="Excel" />}
      >
        <ChoiceFilter
          wide
          name="run"
          label={say('portraits.run')}
          any={nameOf(runs[0])}
          choices={runs.slice(1).map(one => ({ value: String(one.id), label: nameOf(one) }))}
        />
        <SearchFilter label={say('portraits.search')} placeholder={say('portraits.search-hint')} />
        <ChoiceFilter
          name="level"
          label={say('portraits.level')}
          any={say('portraits.any-level')}
          choices={(['region', 'municipality', 'school'] as const).map(value => ({
            value,
            label: say(`portraits.level.${value}`),
          }))}
        />
        <ChoiceFilter
          name="sent"
          label={say('portraits.sending')}
          any={say('portraits.any-sending')}
          choices={[
            { value: 'yes', label: say('portraits.sent') },
            { value: 'no', label: say('portraits.not-sent') },
          ]}
        />
      </Filters>
      {may('portrait.make') && <SendMany run={run} />}
      <DataTable<Listed>
        label={say('portraits.title')}
        list={portraits}
        rowKey={({ unit }) => unit.id}
        columns={columnsOf(run)}
        empty={
          FILTERS.some(name => search[name]) || search.unit ? (
            <EmptyState title={say('table.nothing-found')}>{say('table.change-filters')}</EmptyState>
          ) : (
            <EmptyState title={say('portraits.empty')}>{say('portraits.empty-meaning')}</EmptyState>
          )
        }
      />
    </div>
  )
}

function nameOf({ title, publishedAt }: Run): string {
  return publishedAt ? title : say('portraits.run-draft', { title })
}

function columnsOf(run: Run): [Column<Listed>, ...Column<Listed>[]] {
  return [
    {
      id: 'unit',
      header: say('portraits.whose'),
      cell: ({ unit, readable }) =>
        readable ? (
          <Link to="/portraits/$run/$unit" params={{ run: String(run.id), unit: String(unit.id) }}>
            {unit.name}
          </Link>
        ) : (
          unit.name
        ),
    },
    { id: 'level', header: say('portraits.level'), cell: ({ level }) => say(`portraits.level-one.${level}`) },
    {
      id: 'municipality',
      header: say('unit.kind.municipality'),
      cell: ({ municipality }) => municipality?.name,
    },
    {
      id: 'sent',
      header: say('portraits.sending'),
      cell: ({ sent, level }) =>
        sent ? (
          <div className="stack-tight">
            <StateBadge tone="accepted">{say('portraits.sent')}</StateBadge>
            <span className="note">
              <InstantText instant={sent.at} short /> ·{' '}
              {say('portraits.template-version', { number: sent.template })}
            </span>
          </div>
        ) : (
          level !== 'region' && <StateBadge tone="unknown">{say('portraits.not-sent')}</StateBadge>
        ),
    },
    {
      id: 'remarks',
      header: say('portraits.remarks'),
      cell: ({ remarks: { open, answered } }) =>
        open + answered > 0 && say('portraits.remarks-count', { open, answered }),
    },
  ]
}
