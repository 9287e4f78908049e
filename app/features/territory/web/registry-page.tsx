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
import { ImportState } from './import-state.tsx'

type Import = Item<'GET /api/registry/imports'>

/** Loading the registry of schools: a file is checked first and changes nothing until it is accepted. */
export function RegistryPage() {
  const navigate = useNavigate()
  const imports = useList('GET /api/registry/imports', { query: {} })
  const check = useChange('POST /api/registry/imports')
  const [file, setFile] = useState('')
  const take = (chosen: File) => {
    setFile(chosen.name)
    const files = new FormData()
    files.append('file', chosen)
    check.mutate(
      { files },
      { onSuccess: ({ id }) => void navigate({ to: '/registry/$id', params: { id: String(id) } }) },
    )
  }
  return (
    <>
      <PageHeader title={say('registry.title')} meaning={say('registry.meaning')} />
      <div className="stack-wide">
        <div className="stack">
          {check.error && <ProblemPanel error={check.error} />}
          {check.isPending ? (
            <div className="card">
              <Progress label={say('registry.checking', { file })} done={0} />
            </div>
          ) : (
            <FileDrop
              label={say('registry.file')}
              hint={say('registry.file-hint')}
              accept=".xlsx,.csv"
              take={take}
            />
          )}
        </div>
        <Section
          title={say('registry.imports')}
          meaning={say('registry.imports-meaning')}
          aside={
            <ExportButton operation="GET /api/registry/imports/export.xlsx" request={{}} format="Excel" />
          }
        >
          <DataTable<Import>
            label={say('registry.imports')}
            list={imports}
            rowKey={row => row.id}
            rowLink={row => ({ to: '/registry/$id', params: { id: String(row.id) } })}
            columns={[
              { id: 'file', header: say('problems.file'), cell: row => row.file },
              {
                id: 'when',
                header: say('registry.when'),
                cell: row => <InstantText instant={row.checkedAt} short />,
              },
              { id: 'who', header: say('registry.who'), cell: row => row.checkedBy },
              {
                id: 'rows',
                header: say('registry.rows'),
                numeric: true,
                cell: row => <NumberText value={row.rows} />,
              },
              { id: 'state', header: say('units.state'), cell: row => <ImportState given={row} /> },
            ]}
            empty={<EmptyState title={say('registry.empty')}>{say('registry.empty-meaning')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}
