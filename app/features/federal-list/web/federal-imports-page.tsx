import { TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Item } from '../../../web/client/contract-types.ts'
import { useChange, useList } from '../../../web/client/queries.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { FileDrop } from '../../../web/components/file-drop.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Progress } from '../../../web/components/progress.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { ListState } from './list-state.tsx'

type List = Item<'GET /api/federal-list/imports'>

/** Bringing a list in: a file is checked first and counts for nothing until it is accepted. */
export function FederalImportsPage() {
  const navigate = useNavigate()
  const lists = useList('GET /api/federal-list/imports', { query: {} })
  const check = useChange('POST /api/federal-list/imports')
  const [file, setFile] = useState('')
  const [year, setYear] = useState('')
  const wrong = year !== '' && !/^(19|20)\d{2}$/.test(year)
  const take = (chosen: File) => {
    if (wrong) return
    setFile(chosen.name)
    const files = new FormData()
    files.append('file', chosen)
    check.mutate(
      { query: { year: year ? Number(year) : undefined }, files },
      {
        onSuccess: ({ id }) => void navigate({ to: '/federal-list/imports/$id', params: { id: String(id) } }),
      },
    )
  }
  return (
    <>
      <PageHeader
        title={say('federal.imports-title')}
        meaning={say('federal.imports-meaning')}
        crumbs={[{ label: say('federal.title'), link: { to: '/federal-list' } }]}
      />
      <div className="stack-wide">
        <div className="stack">
          {check.error && <ProblemPanel error={check.error} />}
          <TextInput
            label={`${say('federal.year-of-list')} ${say('form.optional')}`}
            description={say('federal.year-hint')}
            error={wrong && say('federal.year-wrong')}
            inputMode="numeric"
            styles={{ wrapper: { maxWidth: 120 } }}
            value={year}
            onChange={event => setYear(event.currentTarget.value.trim())}
          />
          {check.isPending ? (
            <div className="card">
              <Progress label={say('federal.checking', { file })} done={0} />
            </div>
          ) : (
            <FileDrop
              label={say('federal.file')}
              hint={say('federal.file-hint')}
              accept=".xlsx,.csv"
              take={take}
            />
          )}
        </div>
        <Section
          title={say('federal.lists')}
          meaning={say('federal.lists-meaning')}
          aside={
            <ExportButton operation="GET /api/federal-list/imports/export.xlsx" request={{}} format="Excel" />
          }
        >
          <DataTable<List>
            label={say('federal.lists')}
            list={lists}
            rowKey={row => row.id}
            rowLink={row => ({ to: '/federal-list/imports/$id', params: { id: String(row.id) } })}
            columns={[
              { id: 'file', header: say('problems.file'), cell: row => row.file },
              { id: 'years', header: say('federal.list-years'), cell: row => row.years.join(', ') },
              {
                id: 'marked',
                header: say('federal.marked'),
                numeric: true,
                cell: row => <NumberText value={row.marked} />,
              },
              {
                id: 'when',
                header: say('registry.when'),
                cell: row => <InstantText instant={row.sentAt} short />,
              },
              { id: 'who', header: say('registry.who'), cell: row => row.sentBy },
              { id: 'state', header: say('units.state'), cell: row => <ListState list={row} /> },
            ]}
            empty={<EmptyState title={say('federal.no-lists')}>{say('federal.no-lists-meaning')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}
