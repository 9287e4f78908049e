import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { DateText } from '../../../web/components/dates.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { AssessmentsSection } from './assessments-section.tsx'
import { CampaignState } from './campaign-state.tsx'
import { rangeInWords } from './date-range.tsx'
import { LackingPanel } from './lacking-panel.tsx'
import { TermsSection } from './terms-section.tsx'

type Campaign = Answer<'GET /api/campaigns/:id'>

/** One campaign: when, which assessments, what they lack, and who has dates of their own. */
export function CampaignPage() {
  const { id } = useParams({ from: '/signed-in/campaigns/$id' })
  const campaign = useAnswer('GET /api/campaigns/:id', { params: { id } }, { ofPage: true })
  const may = useMay()
  const given = campaign.data
  const editable = may('procedure.edit') && given !== undefined && given.state !== 'closed'
  return (
    <>
      <PageHeader
        title={given?.title}
        meaning={given && <Dates campaign={given} />}
        crumbs={[{ label: say('campaigns.title'), link: { to: '/campaigns' } }]}
        state={given && <CampaignState state={given.state} />}
        action={
          given && (
            <>
              <ExportButton
                operation="GET /api/campaigns/:id/export.xlsx"
                request={{ params: { id } }}
                format="Excel"
              />
              {editable && (
                <Button component={Link} to="/campaigns/$id/edit" params={{ id } as never} variant="default">
                  {say('campaign.edit')}
                </Button>
              )}
            </>
          )
        }
      />
      <QueryView query={campaign} height={420}>
        {known => (
          <div className="stack-wide">
            <LackingPanel campaign={known} mine={may('procedure.edit')} />
            <AssessmentsSection campaign={known} editable={editable} />
            {(editable ? known.assessments > 0 : hasOwnTerms(known)) && (
              <TermsSection campaign={known} editable={editable} />
            )}
            {may('procedure.edit') && (
              <>
                <Ending campaign={known} />
                <HistoryPanel subject="campaign" id={id} />
              </>
            )}
          </div>
        )}
      </QueryView>
    </>
  )
}

/** Whether anybody in the reader's reach has dates of their own: below the region an empty list tells nothing. */
function hasOwnTerms({ assessmentList }: Campaign): boolean {
  return assessmentList.some(({ ownTerms, absent }) => ownTerms + absent > 0)
}

/** «ВПР · 15 марта – 21 мая 2021 г. · результаты сдать до 1 июня 2021 г., через 3 дня» */
function Dates({ campaign }: { campaign: Campaign }) {
  const { procedure, startsOn, endsOn, dueOn, state } = campaign
  return (
    <>
      {procedure} · {rangeInWords(startsOn, endsOn)}
      {dueOn && (
        <>
          {' '}
          · {say('campaign.due').toLowerCase()}{' '}
          <DateText date={dueOn} term={state !== 'closed' && state !== 'over'} />
        </>
      )}
    </>
  )
}

/** Ending a campaign and opening it again: each takes the other back, so neither is asked twice. */
function Ending({ campaign: { id, version, state } }: { campaign: Campaign }) {
  const close = useChange('POST /api/campaigns/:id/close')
  const reopen = useChange('POST /api/campaigns/:id/reopen')
  const closed = state === 'closed'
  const act = closed ? reopen : close
  return (
    <Section
      title={say(closed ? 'campaign.closed-on' : 'campaign.close')}
      meaning={say('campaign.close-meaning')}
      card
    >
      {act.error && <ProblemPanel error={act.error} />}
      <div>
        <Button
          variant="default"
          loading={act.isPending}
          onClick={() => act.mutate({ params: { id }, body: { version } })}
        >
          {say(closed ? 'campaign.reopen' : 'campaign.close')}
        </Button>
      </div>
    </Section>
  )
}
