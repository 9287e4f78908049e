import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'

type Row = Answer<'GET /api/runs/:id/index'>['items'][number]

/** The index of the 2019 method by territory, with how many schools stand behind it: in the order of names, no ranking. */
export function IndexTable({ run }: { run: number }) {
  const index = useAnswer('GET /api/runs/:id/index', { params: { id: run } })
  const [{ year }] = useUrlSearch()
  const years = [...new Set(index.data?.items.map(row => row.year))]
  const shown = years.find(one => String(one) === year) ?? years[0]
  return (
    <Section
      title={say('runs.index')}
      meaning={say('runs.index-meaning')}
      aside={
        years.length > 0 && (
          <ExportButton
            operation="GET /api/runs/:id/index/export.xlsx"
            request={{ params: { id: run } }}
            format="Excel"
          />
        )
      }
    >
      {years.length > 1 && (
        <Filters names={['year']}>
          <ChoiceFilter
            name="year"
            label={say('runs.year')}
            any={String(years[0])}
            choices={years.slice(1).map(one => ({ value: String(one), label: String(one) }))}
          />
        </Filters>
      )}
      <QueryView query={index} height={200}>
        {({ items }) => {
          const rows = items.filter(row => row.year === shown)
          const signs = rows[0]?.signs ?? 0
          return rows.length === 0 ? (
            <p className="muted">{say('runs.index-none')}</p>
          ) : (
            <>
              <p className="note">{say('runs.index-signs', { signs })}</p>
              <PlainTable<Row>
                label={say('runs.index')}
                rows={rows}
                rowKey={({ unit }) => unit.id}
                columns={[
                  { header: say('runs.territory'), cell: ({ unit }) => unit.name },
                  {
                    header: say('runs.index-value'),
                    numeric: true,
                    cell: ({ index }) => (index === null ? '—' : <NumberText value={index} digits={1} />),
                  },
                  { header: say('runs.interval'), numeric: true, cell: row => <Interval row={row} /> },
                  {
                    header: say('runs.schools'),
                    numeric: true,
                    cell: row => <NumberText value={row.schools} />,
                  },
                  {
                    header: say('runs.marked'),
                    numeric: true,
                    cell: ({ marked }) => (marked === null ? '—' : <NumberText value={marked} />),
                  },
                  {
                    header: say('runs.replies-title'),
                    cell: ({ replies }) => (
                      <span className="note">{replies ?? say('runs.replies-others')}</span>
                    ),
                  },
                ]}
              />
            </>
          )
        }}
      </QueryView>
    </Section>
  )
}

function Interval({ row: { interval, smallSample } }: { row: Row }) {
  if (interval === null) return smallSample ? <span className="note">{say('runs.few-schools')}</span> : '—'
  return (
    <span className="stack-tight">
      <span className="unbroken">
        <NumberText value={interval.lower} digits={1} />–<NumberText value={interval.upper} digits={1} />
      </span>
      {smallSample && <span className="note">{say('runs.few-schools')}</span>}
    </span>
  )
}
