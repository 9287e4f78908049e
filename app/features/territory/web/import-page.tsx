import { Link, useParams } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemsTable } from '../../../web/components/problems-table.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { CommitForm } from './commit-form.tsx'
import { ImportDifference } from './import-difference.tsx'
import { ImportState } from './import-state.tsx'
import { UndoImport } from './undo-import.tsx'

type Import = Answer<'GET /api/registry/imports/:id'>

/** One import: what is wrong with the file, what would change, and the decision. */
export function ImportPage() {
  const { id } = useParams({ from: '/signed-in/registry/$id' })
  const may = useMay()
  const found = useAnswer('GET /api/registry/imports/:id', { params: { id } }, { ofPage: true })
  return (
    <>
      <PageHeader
        title={found.data?.file}
        meaning={found.data && meaningOf(found.data)}
        crumbs={[{ label: say('registry.title'), link: { to: '/registry' } }]}
        state={found.data && <ImportState given={found.data} />}
      />
      <QueryView query={found} height={420}>
        {given => (
          <div className="stack-wide">
            <WhatHappened given={given} />
            {given.problemList.length > 0 && (
              <Section
                title={say('registry.problems', { count: given.problemList.length })}
                meaning={say('registry.problems-meaning')}
              >
                <ProblemsTable problems={given.problemList} />
              </Section>
            )}
            <ImportDifference given={given} />
            {given.remarks.length > 0 && (
              <Section title={say('registry.remarks')} meaning={say('registry.remarks-meaning')}>
                <ProblemsTable problems={given.remarks} />
              </Section>
            )}
            {given.state === 'checked' && given.problems === 0 && <CommitForm given={given} />}
            {may('audit.read') && <HistoryPanel subject="registry_import" id={id} collapsed />}
          </div>
        )}
      </QueryView>
    </>
  )
}

function meaningOf({ state, problems }: Import): string {
  if (state === 'committed') return say('registry.committed-meaning')
  if (state === 'undone') return say('registry.undone-meaning')
  return problems > 0 ? say('registry.wrong-meaning') : say('registry.right-meaning')
}

function WhatHappened({ given }: { given: Import }) {
  return (
    <>
      {given.sameFileAs && given.state === 'checked' && (
        <p role="status">
          {say('registry.same-file')}{' '}
          <Link to="/registry/$id" params={{ id: String(given.sameFileAs.id) }}>
            <InstantText instant={given.sameFileAs.committedAt} />
          </Link>
        </p>
      )}
      {given.state === 'committed' && given.committedAt && (
        <div className="card row-apart" role="status">
          <p>
            {say('registry.committed-on')} <InstantText instant={given.committedAt} />
          </p>
          <UndoImport given={given} />
        </div>
      )}
      {given.undoneAt && (
        <p role="status">
          {say('registry.undone-on')} <InstantText instant={given.undoneAt} />
        </p>
      )}
    </>
  )
}
