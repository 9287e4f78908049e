import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { BackupList } from './backup-list.tsx'

const EVERY = 2000

/** Backups of the whole installation: made while it runs, fetched, removed. */
export function BackupsPage() {
  const backups = useAnswer('GET /api/backups', {}, { every: answer => (answer?.making ? EVERY : false) })
  const may = useMay()
  const make = useChange('POST /api/backups')
  const making = backups.data?.making ?? false
  return (
    <>
      <PageHeader
        title={say('backups.title')}
        meaning={say('backups.meaning')}
        action={
          <Button loading={make.isPending} disabled={making} onClick={() => make.mutate({})}>
            {say('backups.make')}
          </Button>
        }
      />
      <div className="stack">
        {make.error && <ProblemPanel error={make.error} />}
        {making && (
          <p className="card" role="status">
            {say('backups.making')} <Link to="/jobs">{say('backups.see-job')}</Link>
          </p>
        )}
        <QueryView query={backups} height={160}>
          {({ items }) => (
            <>
              {items.length === 0 ? (
                <EmptyState title={say('backups.empty')}>{say('backups.empty-meaning')}</EmptyState>
              ) : (
                <BackupList backups={items} />
              )}
            </>
          )}
        </QueryView>
        <p className="note">{say('backups.care')}</p>
        {may('audit.read') && <HistoryPanel subject="backup" id="all" collapsed />}
      </div>
    </>
  )
}
