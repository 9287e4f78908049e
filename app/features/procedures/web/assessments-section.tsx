import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { dateInWords } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import { actingGrant, useMe } from '../../../web/shell/session.ts'
import { DateRange } from './date-range.tsx'
import { PaperState } from './paper-state.tsx'

type Campaign = Answer<'GET /api/campaigns/:id'>
type Assessment = Campaign['assessmentList'][number]

/** The assessments of a campaign with the dates that hold for the reader and how each paper is described. */
export function AssessmentsSection({ campaign, editable }: { campaign: Campaign; editable: boolean }) {
  const { assessmentList, id } = campaign
  // A school has nobody below it: what holds for it stands in the dates.
  const hasUnits = actingGrant(useMe())?.unit.kind !== 'school'
  const add = editable && (
    <Button component={Link} to="/campaigns/$id/assessments" params={{ id: String(id) } as never}>
      {say('assessments.add')}
    </Button>
  )
  return (
    <Section
      title={say('campaign.assessments')}
      meaning={
        assessmentList.length > 0 && say('campaign.assessments-count', { count: campaign.assessments })
      }
      aside={assessmentList.length > 0 && add}
    >
      {assessmentList.length === 0 ? (
        <EmptyState title={say('assessments.empty')} action={add}>
          {editable && say('assessments.empty-meaning')}
        </EmptyState>
      ) : (
        <PlainTable<Assessment>
          label={say('campaign.assessments')}
          rows={assessmentList}
          rowKey={row => row.id}
          columns={[
            {
              header: say('terms.assessment'),
              cell: row => (
                <Link to="/assessments/$id" params={{ id: String(row.id) }} data-row>
                  {row.title}
                </Link>
              ),
            },
            {
              header: say('assessment.written'),
              cell: row =>
                absence(row) ?? <DateRange from={row.holds.writtenFrom} to={row.holds.writtenTo} />,
            },
            {
              header: say('assessment.due'),
              cell: row => !absence(row) && row.holds.dueOn && dateInWords(row.holds.dueOn),
            },
            {
              header: say('assessment.paper'),
              cell: row => (
                <Link to="/specifications/$id" params={{ id: row.paper.id }}>
                  <PaperState state={row.paper.state} />
                </Link>
              ),
            },
            ...(hasUnits && assessmentList.some(one => ownTermsOf(one) !== '')
              ? [{ header: say('assessment.own-terms'), cell: ownTermsOf }]
              : []),
          ]}
        />
      )}
    </Section>
  )
}

/** Why no dates hold: withdrawn for all, or the reader's unit takes no part. */
function absence({ withdrawn, holds }: Assessment) {
  if (withdrawn) return <StateBadge tone="unknown">{say('assessment.withdrawn')}</StateBadge>
  return holds.takesPart ? null : <StateBadge tone="unknown">{say('assessment.absent-here')}</StateBadge>
}

/** «у 3 территорий, не участвуют 2» */
function ownTermsOf({ ownTerms, absent }: Assessment): string {
  return [say('assessment.own-count', { count: ownTerms }), say('assessment.absent-count', { count: absent })]
    .filter(Boolean)
    .join(', ')
}
