import { Button } from '@mantine/core'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Progress } from '../../../web/components/progress.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import { BackupList } from './backup-list.tsx'
import { megabytes } from './megabytes.ts'

const EVERY = 2000

/** Backups of the whole installation: made while it runs, fetched, removed. */
export function BackupsPage() {
  const backups = useAnswer('GET /api/backups', {}, { every: answer => (answer?.making ? EVERY : false) })
  const make = useChange('POST /api/backups')
  const making = backups.data?.making ?? null
  return (
    <>
      <PageHeader
        title={say('backups.title')}
        meaning={say('backups.meaning')}
        action={
          <Button loading={make.isPending} disabled={making !== null} onClick={() => make.mutate({})}>
            {say('backups.make')}
          </Button>
        }
      />
      <div className="stack">
        {make.error && <ProblemPanel error={make.error} />}
        {making && (
          <div className="card">
            <Progress label={say('backups.making')} done={Math.ceil(megabytes(making.size))} />
          </div>
        )}
        <QueryView query={backups} height={160}>
          {({ items, failure }) => (
            <>
              {failure && (
                <div className="card" role="status">
                  <p>
                    {say('backups.failed')} <InstantText instant={failure.at} />
                  </p>
                  <p className="muted">{failure.text}</p>
                </div>
              )}
              {items.length === 0 ? (
                <EmptyState title={say('backups.empty')}>{say('backups.empty-meaning')}</EmptyState>
              ) : (
                <BackupList backups={items} />
              )}
            </>
          )}
        </QueryView>
        <p className="note">{say('backups.care')}</p>
      </div>
    </>
  )
}
