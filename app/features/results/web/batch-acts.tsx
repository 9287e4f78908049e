import { Button } from '@mantine/core'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useChange } from '../../../web/client/queries.ts'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { heldBy, wordHeld } from './held-words.ts'
import { UndoBatch } from './undo-batch.tsx'

type Batch = Answer<'GET /api/imports/:id'>

const REJECTABLE: ReadonlySet<Batch['state']> = new Set([
  'waiting',
  'reading',
  'checked',
  'refused',
  'failed',
])

/** Accept, reject, undo: what the state of the file and the reader's rights allow. */
export function BatchActs({ batch }: { batch: Batch }) {
  const { id, version, state } = batch
  const may = useMay()
  const accept = useChange('POST /api/imports/:id/accept')
  const reject = useChange('POST /api/imports/:id/reject')
  return (
    <div className="stack">
      <div className="row">
        {state === 'checked' && may('results.decide') && (
          <Button
            loading={accept.isPending}
            onClick={() => accept.mutate({ params: { id }, body: { version } })}
          >
            {say('imports.accept', { held: wordHeld(heldBy([batch])) })}
          </Button>
        )}
        {REJECTABLE.has(state) && (
          <Button
            variant="default"
            loading={reject.isPending}
            onClick={() => reject.mutate({ params: { id }, body: { version } })}
          >
            {say('imports.reject')}
          </Button>
        )}
      </div>
      {state === 'checked' && !may('results.decide') && <p className="muted">{say('imports.awaits')}</p>}
      {accept.error && <ProblemPanel error={accept.error} />}
      {reject.error && <ProblemPanel error={reject.error} />}
      {state === 'accepted' && may('results.decide') && <UndoBatch id={id} version={version} />}
    </div>
  )
}
