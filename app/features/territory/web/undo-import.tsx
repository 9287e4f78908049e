import { Button } from '@mantine/core'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useChange } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { say } from '../../../web/messages/say.ts'

/** Takes a whole import back. It cannot itself be undone, so it says what will be lost. */
export function UndoImport({ given }: { given: Answer<'GET /api/registry/imports/:id'> }) {
  const undo = useChange('POST /api/registry/imports/:id/undo')
  return (
    <ConfirmLoss
      question={say('registry.undo-question')}
      loss={say('registry.undo-loss', { added: given.added, changed: given.changed })}
      act={say('registry.undo')}
      run={() => undo.mutateAsync({ params: { id: given.id }, body: {} })}
    >
      {ask => (
        <Button variant="default" onClick={ask} leftSection={<Icon name="undo" size={16} />}>
          {say('registry.undo')}
        </Button>
      )}
    </ConfirmLoss>
  )
}
