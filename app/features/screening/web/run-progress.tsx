import { Button } from '@mantine/core'
import { useChange } from '../../../web/client/queries.ts'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Progress } from '../../../web/components/progress.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Run } from './run-page.tsx'

/** A run that is going on: what is being done, and a way to call it off. */
export function RunProgress({ run: { id, progress, may } }: { run: Run }) {
  const cancel = useChange('POST /api/runs/:id/cancel')
  return (
    <div className="card stack">
      {progress && <Progress label={progress.text} done={progress.done} total={progress.total} />}
      <p className="note">{say('runs.going-meaning')}</p>
      {cancel.error && <ProblemPanel error={cancel.error} />}
      {may.includes('cancel') && (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ params: { id } })}
          >
            {say('runs.cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}
