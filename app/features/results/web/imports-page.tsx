import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { counted } from '../../../web/components/counted.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { Section } from '../../../web/components/section.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { AcceptChecked } from './accept-checked.tsx'
import { BatchState } from './batch-state.tsx'
import { heldBy, wordHeld } from './held-words.ts'
import { RemarksSection } from './remarks-section.tsx'
import { SendFiles } from './send-files.tsx'
import { useRefreshWhileReading } from './use-refresh.ts'

type Batch = Item<'GET /api/imports'>
const STATES = ['reading', 'checked', 'refused', 'accepted', 'rejected', 'undone', 'duplicate'] as const

/** Files of results: dropped, read, shown with everything met in them, accepted or not. */
export function ImportsPage() {
  const may = useMay()
  const [search] = useUrlSearch()
  const campaign = search.campaign ? Number(search.campaign) : undefined
  const state = STATES.find(one => one === search.state)
  const batches = useList('GET /api/imports', { query: { campaign, state } })
  const summary = useAnswer('GET /api/imports/summary', { query: { campaign } })
  const rows = batches.data?.pages.flatMap(page => page.items) ?? []
  useRefreshWhileReading(rows)
  const count = (wanted: string) => summary.data?.states.find(one => one.state === wanted)?.files
  return (
    <>
      <PageHeader title={say('imports.title')} meaning={say('imports.meaning')} />
      <div className="stack-wide">
        <SendFiles campaign={campaign} />
        {may('results.decide') && <AcceptChecked campaign={campaign} />}
        <Section title={say('imports.files')}>
          <Filters
            names={['state']}
            end={
              <ExportButton
                operation="GET /api/imports/export.xlsx"
                request={{ query: { campaign, state } }}
                format="Excel"
                label={say('imports.export-files')}
              />
            }
          >
            <ChoiceFilter
              name="state"
              label={say('units.state')}
              any={say('imports.any-state')}
              choices={STATES.map(value => ({
                value,
                label: counted(say(`imports.state.${value}`), summary.data && (count(value) ?? 0)),
              }))}
            />
          </Filters>
          <DataTable<Batch>
            label={say('imports.files')}
            list={batches}
            rowKey={batch => batch.id}
            rowLink={batch => ({ to: '/imports/$id', params: { id: String(batch.id) } })}
            columns={[
              { id: 'file', header: say('problems.file'), cell: ({ file }) => file },
              { id: 'set', header: say('signals.set'), cell: ({ set }) => set },
              {
                id: 'works',
                header: say('signals.works'),
                numeric: true,
                cell: batch => (batch.kind === 'journal' ? wordMarks(batch) : numberOr(batch.works)),
              },
              {
                id: 'schools',
                header: say('imports.schools'),
                numeric: true,
                cell: ({ schools }) => numberOr(schools),
              },
              {
                id: 'remarks',
                header: say('imports.remarks'),
                numeric: true,
                cell: ({ remarks }) => numberOr(remarks),
              },
              { id: 'state', header: say('units.state'), cell: batch => <WhereItStands batch={batch} /> },
              {
                id: 'sent',
                header: say('imports.sent'),
                cell: ({ sentAt, sentBy }) => (
                  <div className="stack-tight">
                    <InstantText instant={sentAt} short />
                    <span className="note">{sentBy.name}</span>
                  </div>
                ),
              },
            ]}
            empty={<EmptyState title={say('imports.empty')}>{say('imports.empty-meaning')}</EmptyState>}
          />
        </Section>
        {(summary.data?.kinds.length ?? 0) > 0 && (
          <RemarksSection filter={{ campaign }} kinds={summary.data!.kinds} />
        )}
      </div>
    </>
  )
}

function WhereItStands({ batch }: { batch: Batch }) {
  const { state, progress, duplicateOf, problems } = batch
  return (
    <div className="stack-tight">
      <BatchState state={state} />
      {progress && state === 'reading' && (
        <span className="note">{say('imports.rows-read', { count: progress.done })}</span>
      )}
      {duplicateOf !== null && (
        <Link to="/imports/$id" params={{ id: String(duplicateOf) }}>
          {say('imports.same-as')}
        </Link>
      )}
      {state === 'refused' && <span className="note">{problems[0]?.text}</span>}
    </div>
  )
}

/** A number of marks is not one of works: it says so. */
function wordMarks(batch: Batch) {
  return batch.works === null ? '' : wordHeld(heldBy([batch]))
}

function numberOr(value: number | null) {
  return value === null ? '' : <NumberText value={value} />
}
