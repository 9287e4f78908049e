import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { ApiError } from '../../../web/client/api-error.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { PaperState } from './paper-state.tsx'
import { RevisionsSection } from './revisions-section.tsx'
import { ScaleView } from './scale-view.tsx'
import { TasksTable } from './tasks-table.tsx'
import { namesPaper, titleOfUnknown } from './title-of-unknown.ts'

type Paper = Answer<'GET /api/specifications/:id'>

/** One paper: its scale, its tasks, where both were taken from, and every revision. */
export function SpecificationPage() {
  const { id } = useParams({ from: '/signed-in/specifications/$id' })
  const paper = useAnswer('GET /api/specifications/:id', { params: { id } })
  const may = useMay()
  const given = paper.data
  const crumbs = [{ label: say('specifications.title'), link: { to: '/specifications' } as const }]
  const edit = (label: string, variant: 'default' | 'filled' = 'default') =>
    may('procedure.edit') && (
      <Button component={Link} to="/specifications/$id/edit" params={{ id } as never} variant={variant}>
        {label}
      </Button>
    )
  // A campaign may hold an assessment whose paper nobody has described yet: the link from there leads here.
  if (paper.error instanceof ApiError && paper.error.code === 'not-found') {
    if (!namesPaper(id)) throw paper.error
    return (
      <>
        <PageHeader title={titleOfUnknown(id)} crumbs={crumbs} />
        <EmptyState title={say('paper.state.unknown')} action={edit(say('specification.describe'), 'filled')}>
          {say('specification.unknown-meaning')}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={given?.title}
        meaning={given && originOf(given)}
        crumbs={crumbs}
        state={given && <PaperState state={given.state} />}
        action={given && edit(say('specification.edit'))}
      />
      <QueryView query={paper} height={560}>
        {known => (
          <div className="stack-wide">
            {known.faults.length > 0 && (
              <Section
                title={say('specification.faulty')}
                aside={edit(say('specification.give-scale'), 'filled')}
                card
              >
                {known.faults.map(({ text }) => (
                  <p key={text}>{text}</p>
                ))}
                <p className="muted">{say('specification.faulty-meaning')}</p>
              </Section>
            )}
            <PaperFacts paper={known} />
            <Section title={say('specification.scale')} meaning={say('specification.scale-meaning')}>
              {known.content.bands ? (
                <ScaleView bands={known.content.bands} sound={known.faults.length === 0} />
              ) : (
                <EmptyState title={say('specification.no-scale')}>
                  {say('specification.no-scale-meaning')}
                </EmptyState>
              )}
            </Section>
            <Tasks paper={known} />
            <RevisionsSection paper={known} />
            {may('procedure.edit') && <HistoryPanel subject="specification" id={id} collapsed />}
          </div>
        )}
      </QueryView>
    </>
  )
}

function originOf({ procedure, origin, revision }: Paper): string {
  return `${procedure} · ${say(`specification.origin.${origin}`, { revision })}`
}

function PaperFacts({ paper }: { paper: Paper }) {
  return (
    <Section title={say('specification.facts')} card>
      <Facts
        facts={[
          [say('specification.max-primary'), paper.maxPrimary],
          [say('specification.source'), paper.source],
          [
            say('specification.in-campaign'),
            paper.campaign && (
              <Link key="campaign" to="/campaigns/$id" params={{ id: String(paper.campaign.id) }}>
                {paper.campaign.title}
              </Link>
            ),
          ],
        ]}
      />
    </Section>
  )
}

function Tasks({ paper }: { paper: Paper }) {
  const { tasks } = paper.content
  return (
    <Section
      title={say('specification.tasks')}
      meaning={tasks && say('specification.tasks-total', { count: tasks.length, max: paper.maxPrimary })}
    >
      {tasks ? (
        <TasksTable tasks={tasks} />
      ) : (
        <EmptyState title={say('specification.no-tasks')}>{say('specification.no-tasks-meaning')}</EmptyState>
      )}
    </Section>
  )
}
