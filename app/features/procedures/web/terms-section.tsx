import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Answer, Item } from '../../../web/client/contract-types.ts'
import { useList } from '../../../web/client/queries.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { dateInWords } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'

type Campaign = Answer<'GET /api/campaigns/:id'>
type Term = Item<'GET /api/campaigns/:id/terms'>

interface Props {
  readonly campaign: Pick<Campaign, 'id'>
  readonly editable: boolean
  /** Only those of one assessment. */
  readonly assessment?: number
}

/** Who writes on other days, and who does not write at all. */
export function TermsSection({ campaign: { id }, editable, assessment }: Props) {
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
        rowKey={row => `${row.unit.id} ${row.assessment.id}`}
        columns={[
          { id: 'unit', header: say('terms.unit'), cell: row => row.unit.name },
          ...(assessment === undefined
            ? [
                {
                  id: 'assessment',
                  header: say('terms.assessment'),
                  cell: (row: Term) => row.assessment.title,
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
