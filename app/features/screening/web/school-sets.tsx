import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../messages/numbers.ts'
import type { Item } from '../../../web/client/contract-types.ts'
import { useList } from '../../../web/client/queries.ts'
import { type Column, DataTable } from '../../../web/components/data-table.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters, SearchFilter } from '../../../web/components/filters.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { ReplyBadge } from '../../../web/components/reply-badge.tsx'
import { Section } from '../../../web/components/section.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { locale, say } from '../../../web/messages/say.ts'
import type { Scope } from './run-view.tsx'

type Row = Item<'GET /api/runs/:id/schools'>

interface Props {
  readonly run: number
  /** Absent: all works of a school. */
  readonly position: number | undefined
  readonly under: number | undefined
  readonly kind: string | undefined
  readonly level: Scope['level']
}

const SIGNS = ['any', 'official', 'own'] as const

/** Schools with their numbers beside the region's: by place, never by the size of a sign. */
export function SchoolSets({ run, position, under, kind, level }: Props) {
  const [search] = useUrlSearch()
  const ofSchool = level === 'school'
  const query = ofSchool
    ? { under }
    : { set: position, under, kind, sign: SIGNS.find(one => one === search.sign), q: search.q }
  const rows = useList('GET /api/runs/:id/schools', { params: { id: run }, query })
  const degree = rows.data?.pages[0]?.items[0]?.degree ?? null
  const meaning = !ofSchool
    ? say('runs.schools-meaning')
    : degree === null
      ? say('runs.school-meaning')
      : say('runs.school-meaning-degree', { degree: formatNumber(locale(), degree, 2) })
  return (
    <Section title={say(ofSchool ? 'runs.works-of-school' : 'runs.schools-of-set')} meaning={meaning}>
      <Filters
        names={ofSchool ? [] : ['q', 'sign']}
        end={
          <ExportButton
            operation="GET /api/runs/:id/schools/export.xlsx"
            request={{ params: { id: run }, query }}
            format="Excel"
          />
        }
      >
        {!ofSchool && (
          <>
            <SearchFilter label={say('signals.search')} placeholder={say('signals.search-hint')} />
            <ChoiceFilter
              name="sign"
              label={say('runs.sign')}
              any={say('runs.any-school')}
              choices={SIGNS.map(value => ({ value, label: say(`runs.sign.${value}`) }))}
            />
          </>
        )}
      </Filters>
      <DataTable<Row>
        label={say(ofSchool ? 'runs.works-of-school' : 'runs.schools-of-set')}
        list={rows}
        rowKey={row => row.key}
        columns={columns(level, run)}
        empty={<EmptyState title={say('table.nothing-found')}>{say('table.change-filters')}</EmptyState>}
      />
    </Section>
  )
}

function columns(level: Scope['level'], run: number): [Column<Row>, ...Column<Row>[]] {
  const first: Column<Row> =
    level === 'school'
      ? { id: 'set', header: say('signals.set'), cell: ({ set }) => set }
      : { id: 'school', header: say('signals.school'), cell: row => <School row={row} run={run} /> }
  return [
    first,
    ...(level === 'region'
      ? [{ id: 'place', header: say('unit.kind.municipality'), cell: (row: Row) => row.municipality }]
      : []),
    { id: 'n', header: say('signals.works'), numeric: true, cell: ({ n }) => <NumberText value={n} /> },
    { id: 'mean', header: say('runs.mean'), numeric: true, cell: row => <Mean row={row} /> },
    {
      id: 'region',
      header: say('runs.region-mean'),
      numeric: true,
      cell: ({ regionMean }) => (regionMean === null ? '—' : <NumberText value={regionMean} digits={2} />),
    },
    {
      id: 'seen',
      header: say('signals.seen'),
      cell: row => <Seen row={row} />,
    },
    ...(level === 'school'
      ? []
      : [
          {
            id: 'degree',
            header: say('signals.degree'),
            numeric: true,
            cell: ({ degree }: Row) => (degree === null ? '—' : <NumberText value={degree} digits={2} />),
          },
        ]),
  ]
}

/** What is seen, with the way to it, and beside each sign how its reply stands. */
function Seen({ row: { markers, flagged, replies } }: { row: Row }) {
  const official = { source: 'official', title: markers.map(({ text }) => text).join(', ') }
  const own = { source: 'own', title: flagged ? say('runs.own-sign') : '' }
  return [official, own]
    .filter(({ title }) => title !== '')
    .map(({ source, title }) => {
      const signal = replies.find(one => one.source === source)
      return (
        <div key={source} className="stack-tight">
          {signal ? (
            <Link to="/signals/$id" params={{ id: String(signal.signalId) }}>
              {title}
            </Link>
          ) : (
            <span>{title}</span>
          )}
          {signal && (
            <div>
              <ReplyBadge signal={signal} />
            </div>
          )}
        </div>
      )
    })
}

function School({ row: { school, name, kind }, run }: { row: Row; run: number }) {
  return (
    <div className="stack-tight">
      {school ? (
        <Link to="/runs/$id" params={{ id: String(run) }} search={{ unit: String(school.id) } as never}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      <span className="note">{school ? kind : say('runs.not-in-registry')}</span>
    </div>
  )
}

/** The mean with its interval, or what stands in the place of a number of so few. */
function Mean({ row: { mean, interval, hidden, smallSample } }: { row: Row }) {
  if (hidden) return <span className="note">{say('runs.few-hidden')}</span>
  if (mean === null) return '—'
  return (
    <span className="stack-tight">
      <span>
        <NumberText value={mean} digits={2} />
        {interval && (
          <span className="note unbroken">
            {' '}
            (<NumberText value={interval.lower} digits={2} />–<NumberText value={interval.upper} digits={2} />
            )
          </span>
        )}
      </span>
      {smallSample && <span className="note">{say('runs.small-sample')}</span>}
    </span>
  )
}
