import { Link, useParams } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { MeasureBadge } from './measure-badge.tsx'
import { MeasureFacts } from './measure-facts.tsx'
import { MeasureMarks } from './measure-marks.tsx'
import { MeasureSteps } from './measure-steps.tsx'
import { OfferedChanges } from './offered-changes.tsx'
import { shorten } from './shorten.ts'
import { TaskCard } from './task-card.tsx'
import { WholeActs } from './whole-acts.tsx'

export type Measure = Answer<'GET /api/measures/:id'>

/** A measure: what is to be done, how it stands, what proves it, who said what; and what the reader may do next. */
export function MeasurePage() {
  const { id } = useParams({ from: '/signed-in/measures/$id' })
  const measure = useAnswer('GET /api/measures/:id', { params: { id } }, { ofPage: true })
  const given = measure.data
  return (
    <>
      <PageHeader
        title={given && titleOf(given)}
        meaning={given && `${given.unit.name} · ${given.plan.title}`}
        crumbs={[
          { label: say('measures.title'), link: { to: '/measures' } },
          ...(given
            ? [
                {
                  label: given.unit.name,
                  link: { to: '/measures', search: { own: String(given.unit.id) } as never } as const,
                },
              ]
            : []),
        ]}
        state={
          given && (
            <>
              <MeasureBadge standing={given} />
              <MeasureMarks measure={given} />
            </>
          )
        }
      />
      <QueryView query={measure} height={640}>
        {known => <MeasureView measure={known} />}
      </QueryView>
    </>
  )
}

function MeasureView({ measure }: { measure: Measure }) {
  return (
    <div className="stack-wide">
      {measure.plan.state === 'draft' && (
        <p className="card" role="status">
          {say('measure.plan-draft')}
        </p>
      )}
      <OfferedChanges measure={measure} />
      <MeasureFacts measure={measure} />
      <Section
        title={say(measure.tasks.length > 1 ? 'measure.tasks' : 'measure.course')}
        meaning={measure.template?.evidence && say('measure.expected', { what: measure.template.evidence })}
      >
        {measure.carriedBelow ? <CarriedBelow measure={measure} /> : <Tasks measure={measure} />}
      </Section>
      <WholeActs measure={measure} />
      <MeasureSteps measure={measure} />
    </div>
  )
}

function Tasks({ measure }: { measure: Measure }) {
  if (measure.tasks.length === 0) return <p className="muted">{say('measure.no-tasks')}</p>
  return (
    <div className="stack">
      {measure.tasks.map(task => (
        <TaskCard key={task.id} task={task} measure={measure} />
      ))}
    </div>
  )
}

/** What was sent to those below is theirs to do and to prove; whoever adds something of their own still can. */
function CarriedBelow({ measure }: { measure: Measure }) {
  return (
    <div className="card stack">
      <p>{say(`measure.carried-below.${measure.carriedBelow!.level}`)}</p>
      <Link to="/plans/$id" params={{ id: String(measure.plan.id) }} search={{ view: 'coverage' } as never}>
        {say('measure.carried-below.coverage')}
      </Link>
      {measure.tasks.some(({ acts }) => acts.length > 0) && (
        <details className="no-print">
          <summary>{say('measure.carried-below.own')}</summary>
          <Tasks measure={measure} />
        </details>
      )}
    </div>
  )
}

function titleOf({ number, text }: Measure): string {
  return [number, shorten(text, 110)].filter(Boolean).join(' ')
}
