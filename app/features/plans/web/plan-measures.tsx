import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useChange } from '../../../web/client/queries.ts'
import { DateText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { MeasureBadge } from './measure-badge.tsx'
import { MeasureMarks } from './measure-marks.tsx'
import type { OpenPlan } from './plan-page.tsx'
import { WithdrawnActs } from './withdrawn-acts.tsx'

type Measure = OpenPlan['measures'][number]

/** Measures in the order of the paper, under the sections and years it has. */
export function PlanMeasures({ plan }: { plan: OpenPlan }) {
  if (plan.measures.length === 0)
    return <EmptyState title={say('plan.empty')}>{say('plan.empty-meaning')}</EmptyState>
  const mayEdit = plan.acts.includes('edit')
  const parts = partsOf(plan.measures)
  // Beside sections of the paper, what stands in none says so.
  const untitled = say(parts.length > 1 ? 'plan.no-section' : 'plan.view.measures')
  return (
    <div className="stack-wide">
      {parts.map(({ title, measures }) => (
        <Section key={measures[0].id} title={title ?? untitled}>
          <PlainTable<Measure>
            label={title ?? untitled}
            rows={measures}
            rowKey={({ id }) => id}
            columns={[
              { header: say('plan.number'), width: '5%', cell: ({ number }) => number },
              { header: say('plan.measure'), width: '36%', cell: measure => <Words measure={measure} /> },
              { header: say('plan.term'), width: '17%', cell: measure => <Term measure={measure} /> },
              { header: say('plan.responsible'), width: '16%', cell: ({ responsible }) => responsible },
              {
                header: say('plan.course'),
                width: '26%',
                cell: measure => <Course measure={measure} mayEdit={mayEdit} />,
              },
            ]}
          />
        </Section>
      ))}
    </div>
  )
}

function Words({ measure: { id, text, expectedResult, doubts } }: { measure: Measure }) {
  return (
    <div className="stack-tight">
      <Link to="/measures/$id" params={{ id: String(id) }}>
        {text}
      </Link>
      {expectedResult && <span className="note">{expectedResult}</span>}
      {doubts.map(({ field, text: reason }) => (
        <span key={`${field}${reason}`} className="note">
          {reason}
        </span>
      ))}
    </div>
  )
}

function Term({ measure: { term, dueOn } }: { measure: Measure }) {
  if (!term && !dueOn) return <span className="note">{say('plan.term-none')}</span>
  return (
    <div className="stack-tight">
      {term && <span>{term.original}</span>}
      {dueOn && (
        <span className="note">
          <DateText date={dueOn} />
        </span>
      )}
    </div>
  )
}

function Course({ measure, mayEdit }: { measure: Measure; mayEdit: boolean }) {
  const take = useChange('POST /api/measures/:id/take-over')
  const { id, offered, withdrawn, version, number, text } = measure
  return (
    <div className="stack-tight" style={{ alignItems: 'flex-start' }}>
      <MeasureBadge standing={measure} />
      {measure.total > 1 && !measure.carriedBelow && (
        <span className="note">{say('measures.done-of', { done: measure.done, total: measure.total })}</span>
      )}
      <MeasureMarks measure={measure} />
      {withdrawn && mayEdit && <WithdrawnActs measure={measure} small />}
      {offered && !withdrawn && mayEdit && (
        <Button
          size="compact-sm"
          variant="default"
          loading={take.isPending}
          aria-label={say('plan.take-over-of', { measure: number ?? text })}
          onClick={() => take.mutate({ params: { id }, body: { version } })}
        >
          {say('plan.take-over')}
        </Button>
      )}
      {take.error && <ProblemPanel error={take.error} />}
    </div>
  )
}

interface Part {
  readonly title: string | null
  readonly measures: [Measure, ...Measure[]]
}

/** A section again after another one, or another year, begins a part anew: the order of the paper stands. */
function partsOf(measures: readonly Measure[]): Part[] {
  const parts: (Part & { key: string })[] = []
  for (const measure of measures) {
    const { section, year } = measure
    const key = `${section ?? ''}|${year ?? ''}`
    const last = parts.at(-1)
    if (last?.key === key) last.measures.push(measure)
    else {
      const title = [section, year !== null && say('plan.year-of', { year: String(year) })]
        .filter(Boolean)
        .join(' · ')
      parts.push({ key, title: title || null, measures: [measure] })
    }
  }
  return parts
}
