import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useList } from '../../../web/client/queries.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { dateInWords } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'

type Term = Item<'GET /api/campaigns/:id/terms'>

interface Props {
  readonly campaign: { readonly id: number; readonly assessments?: number }
  readonly editable: boolean
  /** Only those of one assessment. */
  readonly assessment?: number
}

/** Who writes on other days, and who does not write at all. */
export function TermsSection({ campaign, editable, assessment }: Props) {
  const { id } = campaign
  const terms = useList('GET /api/campaigns/:id/terms', { params: { id }, query: { assessment } })
  const to = (unit?: Term['unit']) => ({
    to: '/campaigns/$id/terms' as const,
    params: { id: String(id) },
    search: { at: unit && String(unit.id), assessment: assessment && String(assessment) } as never,
  })
  return (
    <Section
      title={say('terms.title')}
      meaning={say('terms.meaning')}
      aside={
        editable && (
          <Button component={Link} {...(to() as object)} variant="default">
            {say('terms.set')}
          </Button>
        )
      }
    >
      <DataTable<Term>
        label={say('terms.title')}
        list={terms}
        rowKey={row => `${row.unit.id} ${row.assessments[0].id}`}
        columns={[
          { id: 'unit', header: say('terms.unit'), cell: row => row.unit.name },
          ...(assessment === undefined
            ? [
                {
                  id: 'assessments',
                  header: say('campaign.assessments'),
                  cell: (row: Term) => named(row, campaign),
                },
              ]
            : []),
          { id: 'what', header: say('terms.what'), cell: whatIsSet },
          { id: 'reason', header: say('terms.reason'), cell: row => row.reason },
        ]}
        {...(editable
          ? { rowActions: (row: Term) => <Link {...to(row.unit)}>{say('action.change')}</Link> }
          : {})}
        empty={<EmptyState title={say('terms.empty')}>{say('terms.empty-meaning')}</EmptyState>}
      />
    </Section>
  )
}

/** Assessments by name; where a unit has the same in all of them, they need not be listed. */
function named({ assessments }: Term, campaign: Props['campaign']): string {
  return assessments.length === campaign.assessments
    ? say('terms.all')
    : assessments.map(({ title }) => title).join('; ')
}

function whatIsSet({ takesPart, writtenFrom, writtenTo, dueOn }: Term): string {
  if (!takesPart) return say('terms.absent')
  const said = (label: string, date: string | null) =>
    date === null ? [] : [`${label.toLowerCase()} ${dateInWords(date)}`]
  return [
    ...said(say('assessment.from'), writtenFrom),
    ...said(say('assessment.to'), writtenTo),
    ...said(say('assessment.due'), dueOn),
  ].join(', ')
}
