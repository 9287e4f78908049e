import { useState } from 'react'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { say } from '../../../web/messages/say.ts'
import { actingGrant, useMe } from '../../../web/shell/session.ts'
import { EMPTY_DRAFT } from './draft.ts'
import { keptDraft } from './kept-draft.ts'
import { PlanEditor } from './plan-editor.tsx'

/** A plan written here, from own words or from those of the library. */
export function NewPlanPage() {
  const unit = actingGrant(useMe())?.unit
  const name = `new-${unit?.id}`
  const [draft] = useState(() => keptDraft(name) ?? EMPTY_DRAFT)
  if (!unit) return null
  return (
    <>
      <PageHeader
        title={say('draft.new-title')}
        meaning={say('draft.new-meaning')}
        crumbs={[{ label: say('plans.title'), link: { to: '/plans' } }]}
      />
      <PlanEditor name={name} draft={draft} unit={unit} />
    </>
  )
}
