import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useList } from '../../../web/client/queries.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { DateText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { CampaignState } from './campaign-state.tsx'
import { DateRange } from './date-range.tsx'

type Campaign = Item<'GET /api/campaigns'>

/** Every campaign of the region with its dates and how far it has come. */
export function CampaignsPage() {
  const may = useMay()
  const [{ state }] = useUrlSearch()
  const query = { state: state as 'open' | 'closed' | undefined }
  const campaigns = useList('GET /api/campaigns', { query })
  return (
    <>
      <PageHeader
        title={say('campaigns.title')}
        meaning={say('campaigns.meaning')}
        action={
          may('procedure.edit') && (
            <Button component={Link} to="/campaigns/new">
              {say('campaigns.new')}
            </Button>
          )
        }
      />
      <div className="stack">
        <Filters
          names={['state']}
          end={<ExportButton operation="GET /api/campaigns/export.xlsx" request={{ query }} format="Excel" />}
        >
          <ChoiceFilter
            name="state"
            label={say('campaigns.state')}
            any={say('campaigns.any-state')}
            choices={(['open', 'closed'] as const).map(value => ({
              value,
              label: say(`campaigns.state.${value}`),
            }))}
          />
        </Filters>
        <DataTable<Campaign>
          label={say('campaigns.title')}
          list={campaigns}
          rowKey={row => row.id}
          rowLink={row => ({ to: '/campaigns/$id', params: { id: String(row.id) } })}
          columns={[
            { id: 'title', header: say('campaign.name'), cell: row => row.title },
            { id: 'procedure', header: say('campaign.procedure'), cell: row => row.procedure },
            {
              id: 'written',
              header: say('campaign.written'),
              cell: row => <DateRange from={row.startsOn} to={row.endsOn} />,
            },
            {
              id: 'due',
              header: say('campaign.due'),
              cell: row =>
                row.dueOn ? (
                  <DateText date={row.dueOn} term={row.state !== 'closed' && row.state !== 'over'} />
                ) : (
                  <span className="muted">{say('campaign.no-term')}</span>
                ),
            },
            {
              id: 'assessments',
              header: say('campaign.assessments'),
              numeric: true,
              cell: row => <NumberText value={row.assessments} />,
            },
            {
              id: 'state',
              header: say('campaigns.state'),
              cell: row => <CampaignState state={row.state} />,
            },
          ]}
          empty={
            state ? (
              <EmptyState title={say('table.nothing-found')}>{say('table.change-filters')}</EmptyState>
            ) : (
              <EmptyState title={say('campaigns.empty')}>
                {say('campaigns.empty-meaning')} {!may('procedure.edit') && say('campaigns.empty-below')}
              </EmptyState>
            )
          }
        />
      </div>
    </>
  )
}
