import type { Answer, Item } from '../../../web/client/contract-types.ts'
import { useList } from '../../../web/client/queries.ts'
import { counted } from '../../../web/components/counted.ts'
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
  const [{ kind, met }] = useUrlSearch()
  const query = { ...filter, kind, group: groupOf(kind, met, kinds) }
  const ofOne = filter.batch !== undefined
  const usual = kinds.reduce((sum, one) => sum + (one.usual ? one.count : 0), 0)
  const remarks = useList('GET /api/imports/remarks', { query })
  const values = remarks.data?.pages[0]?.values ?? true
  return (
    <Section
      title={say(ofOne ? 'imports.remarks-of-file' : 'imports.remarks-title')}
      meaning={say('imports.remarks-meaning')}
    >
      {!values && <p className="note">{say('imports.values-held')}</p>}
      {kinds.length > 0 && kind === undefined && <KindsTable kinds={kinds} ofOne={ofOne} />}
      <Filters
        names={['kind', 'met']}
        end={
          <ExportButton operation="GET /api/imports/remarks/export.xlsx" request={{ query }} format="Excel" />
        }
      >
        {usual > 0 && kind === undefined && (
          <ChoiceFilter
            name="met"
            label={say('imports.met')}
            any={say('imports.met.odd')}
            choices={[
              { value: 'usual', label: counted(say('imports.met.usual'), usual) },
              { value: 'all', label: say('imports.met.all') },
            ]}
          />
        )}
        {kinds.length > 0 && (
          <ChoiceFilter
            name="kind"
            label={say('imports.kind')}
            any={say('imports.any-kind')}
            choices={kinds.map(one => ({ value: one.kind, label: counted(one.what, one.count) }))}
          />
        )}
      </Filters>
      <DataTable<Remark>
        label={say('imports.remarks-title')}
        list={remarks}
        rowKey={remark => [remark.batchId, remark.sheet, remark.row, remark.column, remark.kind].join('·')}
        columns={ofOne ? columns(values) : [fileColumn(), ...columns(values)]}
        empty={
          query.group === 'odd' ? (
            <EmptyState title={say('imports.no-odd')}>
              {say('imports.no-odd-meaning', { count: usual })}
            </EmptyState>
          ) : (
            <EmptyState title={say('imports.no-remarks')}>{say('imports.no-remarks-meaning')}</EmptyState>
          )
        }
      />
    </Section>
  )
}

/** What needs a look comes first; the rest is one choice away. A kind that is named is shown whatever it is. */
function groupOf(
  kind: string | undefined,
  met: string | undefined,
  kinds: Kinds,
): 'odd' | 'usual' | undefined {
  if (kind !== undefined || met === 'all' || !kinds.some(one => one.usual)) return undefined
  return met === 'usual' ? 'usual' : 'odd'
}

function fileColumn(): Column<Remark> {
  return { id: 'file', header: say('problems.file'), cell: ({ file }) => file }
}

function valueColumn(): Column<Remark> {
  return { id: 'value', header: say('problems.value'), cell: ({ value }) => value && `«${value}»` }
}

function columns(values: boolean): [Column<Remark>, ...Column<Remark>[]] {
  return [
    { id: 'sheet', header: say('problems.sheet'), cell: ({ sheet }) => sheet },
    { id: 'row', header: say('problems.row'), numeric: true, cell: ({ row }) => row },
    { id: 'column', header: say('problems.column'), cell: ({ column }) => column },
    ...(values ? [valueColumn()] : []),
    { id: 'what', header: say('imports.kind'), cell: ({ what }) => what },
    { id: 'done', header: say('imports.done'), cell: ({ done }) => done },
  ]
}
