import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { counted } from '../../../web/components/counted.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters, SearchFilter } from '../../../web/components/filters.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { PaperState } from './paper-state.tsx'

type Paper = Item<'GET /api/specifications'>

const FILTERS = ['q', 'year', 'grade', 'procedure', 'origin', 'paper'] as const
const STATES = ['whole', 'no-tasks', 'no-scale', 'faulty-scale'] as const

/** Every paper that is known: what came with the program, and the region's own over it. */
export function SpecificationsPage() {
  const may = useMay()
  const [search] = useUrlSearch()
  const { q, procedure } = search
  const filter = {
    q,
    procedure,
    year: search.year ? Number(search.year) : undefined,
    grade: search.grade ? Number(search.grade) : undefined,
    origin: search.origin as 'bundled' | 'own' | undefined,
    state: search.paper as (typeof STATES)[number] | undefined,
  }
  const papers = useList('GET /api/specifications', { query: filter })
  const facets = useAnswer('GET /api/specifications/facets', {})
  const choicesOf = (values: readonly { value: string; count: number }[] = []) =>
    values.map(({ value, count }) => ({ value, label: counted(value, count) }))
  return (
    <>
      <PageHeader
        title={say('specifications.title')}
        meaning={say('specifications.meaning')}
        action={
          may('procedure.edit') && (
            <>
              <Button component={Link} to="/specifications/upload" variant="default">
                {say('specifications.upload')}
              </Button>
              <Button component={Link} to="/specifications/new">
                {say('specifications.new')}
              </Button>
            </>
          )
        }
      />
      <div className="stack">
        <Filters
          names={FILTERS}
          end={
            <div className="row">
              <ExportButton
                operation="GET /api/specifications/export.xlsx"
                request={{ query: filter }}
                format="Excel"
              />
              <ExportButton
                operation="GET /api/specifications/file.json"
                request={{ query: filter }}
                format={say('specifications.download')}
              />
            </div>
          }
        >
          <SearchFilter label={say('specifications.subject')} />
          <ChoiceFilter
            name="year"
            label={say('specifications.year')}
            any={say('specifications.any')}
            choices={choicesOf(facets.data?.years)}
          />
          <ChoiceFilter
            name="grade"
            label={say('specifications.grade')}
            any={say('specifications.any')}
            choices={choicesOf(facets.data?.grades)}
          />
          {(facets.data?.procedures.length ?? 0) > 1 && (
            <ChoiceFilter
              name="procedure"
              label={say('specifications.procedure')}
              any={say('specifications.any')}
              choices={choicesOf(facets.data?.procedures)}
            />
          )}
          <ChoiceFilter
            name="origin"
            label={say('specifications.origin')}
            any={say('specifications.any')}
            choices={(['bundled', 'own'] as const).map(value => ({
              value,
              label: say(`specifications.origin.${value}`),
            }))}
          />
          <ChoiceFilter
            name="paper"
            label={say('specifications.state')}
            any={say('specifications.any')}
            choices={STATES.map(value => ({ value, label: say(`paper.state.${value}`) }))}
          />
        </Filters>
        <DataTable<Paper>
          label={say('specifications.title')}
          list={papers}
          rowKey={row => row.id}
          rowLink={row => ({ to: '/specifications/$id', params: { id: row.id } })}
          columns={[
            { id: 'title', header: say('specifications.paper'), cell: row => row.title },
            { id: 'procedure', header: say('specifications.procedure'), cell: row => row.procedure },
            {
              id: 'maximum',
              header: say('specifications.maximum'),
              numeric: true,
              cell: row => <NumberText value={row.maxPrimary} />,
            },
            {
              id: 'tasks',
              header: say('specifications.tasks'),
              numeric: true,
              cell: row => (row.tasks === null ? '—' : <NumberText value={row.tasks} />),
            },
            {
              id: 'state',
              header: say('specifications.state'),
              cell: row => <PaperState state={row.state} />,
            },
            { id: 'origin', header: say('specifications.origin'), cell: originOf },
          ]}
          empty={<EmptyState title={say('table.nothing-found')}>{say('table.change-filters')}</EmptyState>}
        />
      </div>
    </>
  )
}

function originOf({ origin, revision, revisedAt }: Paper) {
  if (origin === 'bundled' || revisedAt === null) return say('specification.origin.bundled')
  return (
    <>
      {say('specifications.revised', { revision })} <InstantText instant={revisedAt} short />
    </>
  )
}
