import { Button } from '@mantine/core'
import { useChange, useList } from '../../../web/client/queries.ts'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { say } from '../../../web/messages/say.ts'
import { heldBy, wordHeld } from './held-words.ts'

/** «Принять 40 файлов, 26 410 работ»: all that has been read and awaits a decision, all or none. */
export function AcceptChecked({ campaign }: { campaign: number | undefined }) {
  const checked = useList('GET /api/imports', { query: { campaign, state: 'checked', limit: 200 } })
  const accept = useChange('POST /api/imports/accept')
  const batches = checked.data?.pages.flatMap(page => page.items) ?? []
  return (
    <>
      {batches.length > 0 && (
        <div className="card row-apart">
          <p>{say('imports.checked', { files: batches.length, held: wordHeld(heldBy(batches)) })}</p>
          <Button
            loading={accept.isPending}
            onClick={() =>
              accept.mutate({ body: { batches: batches.map(({ id, version }) => ({ id, version })) } })
            }
          >
            {say('imports.accept-all', { files: batches.length })}
          </Button>
        </div>
      )}
      {accept.error && <ProblemPanel error={accept.error} />}
      {accept.data && (
        <div role="status" className="stack-tight">
          <p>{say('imports.accepted', { files: accept.data.accepted, held: wordHeld(accept.data) })}</p>
          {accept.data.warnings.map(({ text }) => (
            <p key={text} className="note">
              {text}
            </p>
          ))}
        </div>
      )}
    </>
  )
}
