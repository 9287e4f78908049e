import type { Answer, Item } from '../../../web/client/contract-types.ts'
import { useList } from '../../../web/client/queries.ts'
import { type Column, DataTable } from '../../../web/components/data-table.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { Section } from '../../../web/components/section.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { KindsTable } from './kinds-table.tsx'

type Remark = Item<'GET /api/imports/remarks'>

type Kinds = Answer<'GET /api/imports/summary'>['kinds']

interface Props {
  readonly filter: { readonly campaign?: number | undefined; readonly batch?: number | undefined }
  /** Kinds of remarks with how many there are; empty where the whole list is short enough. */
  readonly kinds: Kinds
}

/** Every cell with something to say, in one table: where it stands, what stands there, what was done. */
export function RemarksSection({ filter, kinds }: Props) {
  const [{ kind }] = useUrlSearch()
  const query = { ...filter, kind }
  const ofOne = filter.batch !== undefined
  const remarks = useList('GET /api/imports/remarks', { query })
  return (
    <Section
      title={say(ofOne ? 'imports.remarks-of-file' : 'imports.remarks-title')}
      meaning={say('imports.remarks-meaning')}
    >
      {kinds.length > 0 && kind === undefined && <KindsTable kinds={kinds} ofOne={ofOne} />}
      <Filters
        names={['kind']}
        end={
          <ExportButton operation="GET /api/imports/remarks/export.xlsx" request={{ query }} format="Excel" />
        }
      >
        {kinds.length > 0 && (
          <ChoiceFilter
            name="kind"
            label={say('imports.kind')}
            any={say('imports.any-kind')}
            choices={kinds.map(one => ({ value: one.kind, label: `${one.what} (${one.count})` }))}
          />
        )}
      </Filters>
      <DataTable<Remark>
        label={say('imports.remarks-title')}
        list={remarks}
        rowKey={remark => [remark.batchId, remark.sheet, remark.row, remark.column, remark.kind].join('·')}
        columns={ofOne ? columns() : [fileColumn(), ...columns()]}
        empty={<EmptyState title={say('imports.no-remarks')}>{say('imports.no-remarks-meaning')}</EmptyState>}
      />
    </Section>
  )
}

function fileColumn(): Column<Remark> {
  return { id: 'file', header: say('problems.file'), cell: ({ file }) => file }
}

function columns(): [Column<Remark>, ...Column<Remark>[]] {
  return [
    { id: 'sheet', header: say('problems.sheet'), cell: ({ sheet }) => sheet },
    { id: 'row', header: say('problems.row'), numeric: true, cell: ({ row }) => row },
    { id: 'column', header: say('problems.column'), cell: ({ column }) => column },
    { id: 'value', header: say('problems.value'), cell: ({ value }) => value && `«${value}»` },
    { id: 'what', header: say('imports.kind'), cell: ({ what }) => what },
    { id: 'done', header: say('imports.done'), cell: ({ done }) => done },
  ]
}
