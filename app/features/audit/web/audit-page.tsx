import type { Item } from '../../../web/client/contract-types.ts'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { type Column, DataTable } from '../../../web/components/data-table.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, DateFilter, Filters, SearchFilter } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { type UrlSearch, useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'

type Entry = Item<'GET /api/audit'>

const FILTERS = ['person', 'subject', 'action', 'role', 'who', 'from', 'to'] as const

/** The log as people read it: who did what, as whom, where and when. */
export function AuditPage() {
  const may = useMay()
  const [search, change] = useUrlSearch()
  const choices = useAnswer('GET /api/audit/choices', {})
  const query = queryOf(search)
  const entries = useList('GET /api/audit', { query })
  const leftOut = (choices.data?.leftOut ?? []).map(({ label }) => label).join(', ')
  return (
    <>
      <PageHeader title={say('audit.title')} meaning={say('audit.meaning')} />
      <div className="stack">
        <Filters
          names={FILTERS}
          end={
            may('audit.read') && (
              <ExportButton operation="GET /api/audit/export.xlsx" request={{ query }} format="Excel" />
            )
          }
        >
          <SearchFilter name="person" label={say('audit.who')} placeholder={say('people.search-hint')} />
          <ChoiceFilter
            name="subject"
            label={say('audit.subject')}
            any={say('audit.any')}
            choices={choices.data?.subjects ?? []}
          />
          <ChoiceFilter
            name="action"
            label={say('audit.action')}
            any={say('audit.any')}
            choices={choices.data?.actions ?? []}
          />
          <ChoiceFilter
            name="role"
            label={say('people.role')}
            any={say('people.any-role')}
            choices={choices.data?.roles ?? []}
          />
          <DateFilter name="from" label={say('audit.from')} />
          <DateFilter name="to" label={say('audit.to')} />
        </Filters>
        <DataTable
          label={say('audit.title')}
          list={entries}
          columns={columns(who => change({ who }))}
          rowKey={entry => entry.id}
          compact
          empty={<EmptyState title={say('audit.empty')}>{say('audit.empty-meaning')}</EmptyState>}
        />
        {leftOut.length > 0 && (
          <details className="no-print">
            <summary>{say('audit.left-out')}</summary>
            <p className="muted">{say('audit.left-out-meaning', { subjects: leftOut })}</p>
          </details>
        )}
      </div>
    </>
  )
}

function queryOf({ unit, person, subject, action, role, who, from, to }: UrlSearch) {
  return { unit: unit ? Number(unit) : undefined, person, subject, action, role, who, from, to }
}

function columns(only: (who: string) => void): [Column<Entry>, ...Column<Entry>[]] {
  return [
    { id: 'at', header: say('audit.when'), cell: entry => <InstantText instant={entry.at} short /> },
    {
      id: 'who',
      header: say('audit.who'),
      cell: ({ who, accountId, roleName }) => (
        <div className="stack-tight">
          {accountId ? <WhoButton who={who} choose={() => only(accountId)} /> : who}
          {roleName && <span className="note">{roleName}</span>}
        </div>
      ),
    },
    {
      id: 'what',
      wide: true,
      header: say('audit.what'),
      cell: ({ sentence, reason }) => (
        <div className="stack-tight">
          <span>{sentence}</span>
          {reason && <span className="note">{say('history.reason', { reason })}</span>}
        </div>
      ),
    },
    { id: 'unit', header: say('audit.where'), cell: entry => <Where entry={entry} /> },
    {
      id: 'request',
      header: say('audit.request'),
      cell: ({ requestId }) => requestId && <code>{requestId}</code>,
    },
  ]
}

/** The unit; of an act over many, how many they are, and which on demand. */
function Where({ entry: { unit, folded } }: { entry: Entry }) {
  if (!folded) return unit.name
  if (folded.units.length === 1) return folded.words
  return (
    <details>
      <summary>{folded.words}</summary>
      <ul>
        {folded.units.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </details>
  )
}

/** The person's name narrows the log to what they did. */
function WhoButton({ who, choose }: { who: string; choose: () => void }) {
  return (
    <button type="button" className="link-button" onClick={choose} title={say('audit.only-theirs')}>
      {who}
    </button>
  )
}
