import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { dateInWords } from '../../../web/components/dates.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { FieldRow, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { DateRange } from './date-range.tsx'
import { PaperState } from './paper-state.tsx'
import { TermsSection } from './terms-section.tsx'

type Assessment = Answer<'GET /api/assessments/:id'>

/** One assessment of a campaign: its dates, its paper, who writes otherwise; taken out and put back here. */
export function AssessmentPage() {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const assessment = useAnswer('GET /api/assessments/:id', { params: { id } }, { ofPage: true })
  const may = useMay()
  const given = assessment.data
  return (
    <>
      <PageHeader
        title={given?.title}
        meaning={given && say('assessment.meaning', { campaign: given.campaign.title })}
        crumbs={[
          { label: say('campaigns.title'), link: { to: '/campaigns' } },
          ...(given
            ? [
                {
                  label: given.campaign.title,
                  link: { to: '/campaigns/$id', params: { id: String(given.campaign.id) } } as const,
                },
              ]
            : []),
        ]}
        state={
          given &&
          (given.withdrawn ? (
            <StateBadge tone="unknown">{say('assessment.withdrawn')}</StateBadge>
          ) : (
            !given.holds.takesPart && <StateBadge tone="unknown">{say('assessment.absent-here')}</StateBadge>
          ))
        }
      />
      <QueryView query={assessment} height={420}>
        {known => {
          const editable = may('procedure.edit') && !known.campaign.closed
          return (
            <div className="stack-wide">
              <AssessmentFacts given={known} />
              {editable && !known.withdrawn && <DatesForm key={known.version} given={known} />}
              {!known.withdrawn && (editable || known.ownTerms + known.absent > 0) && (
                <TermsSection campaign={known.campaign} assessment={known.id} editable={editable} />
              )}
              {editable && <Withdrawing given={known} />}
              {may('procedure.edit') && <HistoryPanel subject="assessment" id={id} />}
            </div>
          )
        }}
      </QueryView>
    </>
  )
}

function AssessmentFacts({ given }: { given: Assessment }) {
  const { holds, paper, withdrawn } = given
  if (withdrawn) return <p role="status">{say('assessment.withdrawn-meaning')}</p>
  return (
    <Section title={say('specification.facts')} card>
      <Facts
        facts={[
          [
            say('assessment.written'),
            holds.takesPart && <DateRange key="written" from={holds.writtenFrom} to={holds.writtenTo} />,
          ],
          [
            say('assessment.due'),
            holds.takesPart && (holds.dueOn ? dateInWords(holds.dueOn) : say('campaign.no-term')),
          ],
          [
            say('assessment.paper'),
            <Link key="paper" to="/specifications/$id" params={{ id: paper.id }}>
              <PaperState state={paper.state} />
            </Link>,
          ],
          [say('specifications.maximum'), paper.maxPrimary],
          [say('specifications.tasks'), paper.tasks],
        ]}
      />
    </Section>
  )
}

function DatesForm({ given }: { given: Assessment }) {
  const client = useQueryClient()
  const { id, version, holds } = given
  const form = useForm({
    initial: {
      writtenFrom: given.writtenFrom ?? '',
      writtenTo: given.writtenTo ?? '',
      dueOn: given.dueOn ?? '',
      reason: '',
    },
    send: async ({ writtenFrom, writtenTo, dueOn, reason }) => {
      await api('PATCH /api/assessments/:id', {
        params: { id },
        body: {
          version,
          writtenFrom: writtenFrom || null,
          writtenTo: writtenTo || null,
          dueOn: dueOn || null,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        },
      })
      await client.invalidateQueries()
    },
  })
  const labels = {
    writtenFrom: say('assessment.from'),
    writtenTo: say('assessment.to'),
    dueOn: say('campaign.due'),
  }
  const now = (date: string | null) =>
    date ? say('assessment.as-above', { date: dateInWords(date) }) : undefined
  return (
    <Section title={say('assessment.dates')} meaning={say('assessment.dates-meaning')} card>
      <FormPage
        form={form}
        labels={labels}
        buttons={
          <Button type="submit" variant="default" loading={form.sending}>
            {say('action.save')}
          </Button>
        }
      >
        <FieldRow>
          {(['writtenFrom', 'writtenTo', 'dueOn'] as const).map(name => (
            <TextField
              key={name}
              form={form}
              name={name}
              label={labels[name]}
              hint={now(holds[name])}
              type="date"
            />
          ))}
        </FieldRow>
        <TextField form={form} name="reason" label={say('form.reason')} optional />
      </FormPage>
    </Section>
  )
}

/** Each of the two takes the other back, so neither is asked twice. */
function Withdrawing({ given: { id, version, withdrawn } }: { given: Assessment }) {
  const withdraw = useChange('POST /api/assessments/:id/withdraw')
  const restore = useChange('POST /api/assessments/:id/restore')
  const act = withdrawn ? restore : withdraw
  return (
    <Section title={say('assessment.withdraw-title')} meaning={say('assessment.withdraw-meaning')} card>
      {act.error && <ProblemPanel error={act.error} />}
      <div>
        <Button
          variant="default"
          loading={act.isPending}
          onClick={() => act.mutate({ params: { id }, body: { version } })}
        >
          {say(withdrawn ? 'assessment.restore' : 'assessment.withdraw')}
        </Button>
      </div>
    </Section>
  )
}
