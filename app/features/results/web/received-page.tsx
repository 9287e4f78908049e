import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useAnswer, useChange, useList } from '../../../web/client/queries.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { DateText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { StateBadge, type Tone } from '../../../web/components/state-badge.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'

type Row = Item<'GET /api/received'>
/** So many campaigns are offered here; the others are in the bar above. */
const SHOWN = 10
const STATES = ['missing', 'late', 'in-time'] as const
const TONES: Record<Row['state'], Tone> = { 'in-time': 'accepted', late: 'going', missing: 'asks' }

/** What was expected of each school and what has come. */
export function ReceivedPage() {
  const [search] = useUrlSearch()
  return (
    <>
      <PageHeader title={say('received.title')} meaning={say('received.meaning')} />
      {search.campaign ? <Received campaign={Number(search.campaign)} /> : <ChooseCampaign />}
    </>
  )
}

/** The campaigns themselves: nobody has to look for the chooser. */
function ChooseCampaign() {
  const campaigns = useAnswer('GET /api/campaigns', { query: { limit: SHOWN } })
  return (
    <QueryView query={campaigns} height={160}>
      {({ items }) => (
        <EmptyState
          title={say(items.length === 0 ? 'received.no-campaigns' : 'received.choose')}
          action={
            items.length === 0 ? (
              <Link to="/campaigns">{say('nav.campaigns')}</Link>
            ) : (
              <ul className="stack-tight plain-list">
                {items.map(({ id, title }) => (
                  <li key={id}>
                    <Link to="/received" search={{ campaign: String(id) } as never}>
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            )
          }
        >
          {say('received.choose-meaning')}
        </EmptyState>
      )}
    </QueryView>
  )
}

function Received({ campaign }: { campaign: number }) {
  const may = useMay()
  const [search] = useUrlSearch()
  const query = {
    campaign,
    assessment: search.assessment ? Number(search.assessment) : undefined,
    under: search.unit ? Number(search.unit) : undefined,
    state: STATES.find(one => one === search.state),
  }
  const received = useList('GET /api/received', { query })
  const remind = useChange('POST /api/received/remind')
  const assessments = useAnswer('GET /api/campaigns/:id', { params: { id: campaign } })
  const counts = received.data?.pages[0]?.counts
  return (
    <div className="stack">
      {counts && (
        <Facts
          facts={[
            [say('received.expected'), <NumberText key="expected" value={counts.expected} />],
            [say('received.in-time'), <NumberText key="inTime" value={counts.inTime} />],
            [say('received.late'), <NumberText key="late" value={counts.late} />],
            [say('received.missing'), <NumberText key="missing" value={counts.missing} />],
          ]}
        />
      )}
      {may('results.remind') && (counts?.missing ?? 0) > 0 && (
        <div className="row">
          <Button
            variant="default"
            loading={remind.isPending}
            onClick={() =>
              remind.mutate({
                body: {
                  campaign,
                  ...(query.assessment ? { assessment: query.assessment } : {}),
                  ...(query.under ? { under: query.under } : {}),
                },
              })
            }
          >
            {say('received.remind')}
          </Button>
          {remind.data && (
            <p role="status">
              {say('received.reminded', { schools: remind.data.schools, people: remind.data.people })}
            </p>
          )}
        </div>
      )}
      {remind.error && <ProblemPanel error={remind.error} />}
      <Filters
        names={['state', 'assessment']}
        end={<ExportButton operation="GET /api/received/export.xlsx" request={{ query }} format="Excel" />}
      >
        <ChoiceFilter
          name="state"
          label={say('units.state')}
          any={say('imports.any-state')}
          choices={STATES.map(value => ({ value, label: say(`received.${value}`) }))}
        />
        <ChoiceFilter
          name="assessment"
          label={say('signals.set')}
          any={say('signals.any-set')}
          choices={(assessments.data?.assessmentList ?? []).map(({ id, title }) => ({
            value: String(id),
            label: title,
          }))}
        />
      </Filters>
      <DataTable<Row>
        label={say('received.title')}
        list={received}
        rowKey={row => `${row.school.id}-${row.assessment.id}`}
        rowLink={row => ({ to: '/units/$id', params: { id: String(row.school.id) } })}
        columns={[
          { id: 'school', header: say('signals.school'), cell: row => row.school.name },
          { id: 'municipality', header: say('unit.kind.municipality'), cell: row => row.municipality?.name },
          { id: 'assessment', header: say('signals.set'), cell: row => row.assessment.title },
          {
            id: 'state',
            header: say('units.state'),
            cell: row => (
              <div className="stack-tight">
                <StateBadge tone={TONES[row.state]}>{say(`received.${row.state}`)}</StateBadge>
                {row.receivedOn !== null && !row.accepted && (
                  <span className="note">{say('received.not-accepted')}</span>
                )}
              </div>
            ),
          },
          {
            id: 'works',
            header: say('signals.works'),
            numeric: true,
            cell: row => (row.works === null ? '' : <NumberText value={row.works} />),
          },
          {
            id: 'received',
            header: say('received.on'),
            cell: row => row.receivedOn && <DateText date={row.receivedOn} />,
          },
          { id: 'due', header: say('signals.due'), cell: row => row.dueOn && <DateText date={row.dueOn} /> },
        ]}
        empty={<EmptyState title={say('received.empty')}>{say('received.empty-meaning')}</EmptyState>}
      />
    </div>
  )
}
