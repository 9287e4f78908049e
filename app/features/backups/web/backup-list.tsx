import { Button } from '@mantine/core'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useChange } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { say } from '../../../web/messages/say.ts'
import { megabytes } from './megabytes.ts'

type Backup = Answer<'GET /api/backups'>['items'][number]

/** Backups that are kept, each to fetch or to remove. */
export function BackupList({ backups }: { backups: readonly Backup[] }) {
  return (
    <PlainTable<Backup>
      label={say('backups.title')}
      rows={backups}
      rowKey={backup => backup.name}
      columns={[
        { header: say('problems.file'), cell: backup => backup.name },
        { header: say('backups.when'), cell: backup => <InstantText instant={backup.createdAt} short /> },
        {
          header: say('backups.size'),
          numeric: true,
          cell: backup => <NumberText value={megabytes(backup.size)} digits={1} />,
        },
        {
          header: '',
          cell: backup => (
            <div className="row">
              <ExportButton
                operation="GET /api/backups/:name/content"
                request={{ params: { name: backup.name } }}
                format={say('backups.download')}
              />
              <Remove backup={backup} />
            </div>
          ),
        },
      ]}
    />
  )
}

function Remove({ backup }: { backup: Backup }) {
  const remove = useChange('DELETE /api/backups/:name')
  return (
    <ConfirmLoss
      question={say('backups.remove-question')}
      loss={say('backups.remove-loss', { name: backup.name })}
      act={say('backups.remove')}
      run={() => remove.mutateAsync({ params: { name: backup.name } })}
    >
      {ask => (
        <Button variant="subtle" onClick={ask}>
          {say('backups.remove')}
        </Button>
      )}
    </ConfirmLoss>
  )
}
