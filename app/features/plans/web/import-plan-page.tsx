import { Button } from '@mantine/core'
import { useState } from 'react'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { say } from '../../../web/messages/say.ts'
import { actingGrant, useMe } from '../../../web/shell/session.ts'
import type { Draft } from './draft.ts'
import { dropDraft, keepDraft, keptDraft } from './kept-draft.ts'
import { PlanEditor } from './plan-editor.tsx'
import { ReadPlanForm } from './read-plan-form.tsx'

/** From the document people have to a plan: read, looked through, saved. */
export function ImportPlanPage() {
  const unit = actingGrant(useMe())?.unit
  const name = `import-${unit?.id}`
  const [restored] = useState(() => keptDraft(name))
  const [draft, setDraft] = useState<Draft | null>(restored)
  const take = (read: Draft) => {
    keepDraft(name, read)
    setDraft(read)
  }
  const drop = async () => {
    dropDraft(name)
    setDraft(null)
  }
  if (!unit) return null
  return (
    <>
      <PageHeader
        title={say('draft.title')}
        meaning={say('draft.meaning')}
        crumbs={[{ label: say('plans.title'), link: { to: '/plans' } }]}
      />
      {draft === null ? (
        <ReadPlanForm unitId={unit.id} take={take} />
      ) : (
        <div className="stack">
          <div className="row">
            {draft === restored && <p role="status">{say('draft.restored')}</p>}
            <ConfirmLoss
              question={`${say('draft.begin-anew')}?`}
              loss={say('draft.begin-anew-loss', { count: draft.values.measures.length })}
              act={say('draft.begin-anew')}
              run={drop}
            >
              {ask => (
                <Button variant="default" size="sm" onClick={ask}>
                  {say('draft.begin-anew')}
                </Button>
              )}
            </ConfirmLoss>
          </div>
          <PlanEditor name={name} draft={draft} unit={unit} />
        </div>
      )}
    </>
  )
}
