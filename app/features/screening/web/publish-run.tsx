import { Button } from '@mantine/core'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Run } from './run-page.tsx'

/** Publishing cannot be taken back, so it is asked for with what will be seen by whom. */
export function PublishRun({ run: { id, version } }: { run: Run }) {
  const publish = useChange('POST /api/runs/:id/publish')
  return (
    <ConfirmLoss
      question={say('runs.publish-question')}
      loss={<WhatIsShown id={id} />}
      act={say('runs.publish')}
      run={() => publish.mutateAsync({ params: { id }, body: { version } })}
    >
      {ask => <Button onClick={ask}>{say('runs.publish')}</Button>}
    </ConfirmLoss>
  )
}

function WhatIsShown({ id }: { id: number }) {
  const shown = useAnswer('GET /api/runs/:id/publication', { params: { id } })
  return (
    <QueryView query={shown} height={160}>
      {({ municipalities, schools, unknown, signals, supersedes }) => (
        <div className="stack">
          <ul>
            <li>{say('runs.publish-region')}</li>
            <li>{say('runs.publish-municipalities', { count: municipalities })}</li>
            <li>{say('runs.publish-schools', { count: schools })}</li>
          </ul>
          <p>
            {say('runs.publish-signals', { count: signals.official + signals.own, schools: signals.schools })}
          </p>
          {unknown > 0 && <p className="note">{say('runs.publish-unknown', { count: unknown })}</p>}
          {supersedes.map(one => (
            <p key={one.id}>{say('runs.publish-supersedes', { title: one.title })}</p>
          ))}
          <p className="note">{say('runs.publish-forever')}</p>
        </div>
      )}
    </QueryView>
  )
}
