import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { ApiError } from '../../../web/client/api-error.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { dateInWords, instantInWords } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { LanguageSwitch } from '../../../web/shell/language-switch.tsx'
import { Logo } from '../../../web/shell/logo.tsx'
import style from './public-plan-page.module.css'

type Plan = Answer<'GET /api/published-plans/:token'>
type Measure = Plan['sections'][number]['measures'][number]

/** A plan for everybody who has its address: read and printed, nothing else. */
export function PublicPlanPage() {
  const { token } = useParams({ from: '/published-plans/$token' })
  const plan = useAnswer('GET /api/published-plans/:token', { params: { token } })
  const gone = plan.error instanceof ApiError && [400, 404, 422].includes(plan.error.status)
  return (
    <div className={style.page}>
      <div className={style.head}>
        <Logo />
        <div className="row">
          {plan.data && (
            <Button variant="default" onClick={() => window.print()}>
              {say('action.print')}
            </Button>
          )}
          <LanguageSwitch />
        </div>
      </div>
      <main id="content" className="stack-wide">
        {gone ? (
          <>
            <PageHeader title={say('public-plan.none')} />
            <EmptyState title={say('public-plan.none')}>{say('public-plan.none-meaning')}</EmptyState>
          </>
        ) : (
          <QueryView query={plan} height={640}>
            {known => <PlanPaper plan={known} />}
          </QueryView>
        )}
      </main>
    </div>
  )
}

function PlanPaper({
  plan: { unit, title, period, approval, abbreviations, sections, ...made },
}: {
  plan: Plan
}) {
  const words = say('plans.from-to', { from: dateInWords(period.start), to: dateInWords(period.end) })
  // An empty column would read as if something had been left out; tables of one plan have the same columns.
  const results = sections.some(({ measures }) => measures.some(({ expectedResult }) => expectedResult))
  return (
    <>
      {approval && (approval.post || approval.person || approval.date) && (
        <div className={style.approval}>
          <p>{say('public-plan.approved')}</p>
          {approval.post && <p>{approval.post}</p>}
          {approval.person && <p>{approval.person}</p>}
          <p>
            {[
              approval.date && dateInWords(approval.date),
              approval.number && say('plan.approval-number', { number: approval.number }),
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
        </div>
      )}
      <PageHeader title={title} meaning={`${unit} · ${words}`} />
      {sections.map((section, index) =>
        section.title === null && sections.length === 1 ? (
          <MeasureTable
            key={index}
            label={say('plan.view.measures')}
            measures={section.measures}
            results={results}
          />
        ) : (
          <Section key={index} title={section.title ?? say('plan.no-section')}>
            <MeasureTable
              label={section.title ?? say('plan.no-section')}
              measures={section.measures}
              results={results}
            />
          </Section>
        ),
      )}
      {abbreviations.length > 0 && (
        <Section title={say('plan.abbreviations')}>
          <Facts facts={abbreviations.map(({ short, full }) => [short, full] as const)} />
        </Section>
      )}
      <p className="note">
        {say('public-plan.version', { number: made.version, at: instantInWords(made.publishedAt) })}
      </p>
    </>
  )
}

interface TableProps {
  readonly label: string
  readonly measures: readonly Measure[]
  /** Whether the plan names expected results at all. */
  readonly results: boolean
}

function MeasureTable({ label, measures, results }: TableProps) {
  return (
    <PlainTable<Measure>
      label={label}
      rows={measures}
      rowKey={(_, row) => row}
      columns={[
        { header: say('plan.number'), width: '6%', cell: ({ number }) => number },
        { header: say('plan.measure'), width: results ? '36%' : '50%', cell: ({ text }) => text },
        {
          header: say('plan.term'),
          width: results ? '18%' : '22%',
          cell: ({ term, year }) =>
            [term, year !== null && say('plan.year-of', { year: String(year) })].filter(Boolean).join(', '),
        },
        {
          header: say('plan.responsible'),
          width: results ? '18%' : '22%',
          cell: ({ responsible }) => responsible,
        },
        ...(results
          ? [
              {
                header: say('draft.expected'),
                width: '22%',
                cell: ({ expectedResult }: Measure) => expectedResult,
              },
            ]
          : []),
      ]}
    />
  )
}
