import type { Item } from '../../../web/client/contract-types.ts'
import { StateBadge, type Tone } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'

type Run = Item<'GET /api/runs'>
type Shown = 'queued' | 'running' | 'failed' | 'cancelled' | 'draft' | 'published' | 'superseded'

const tones: Record<Shown, Tone> = {
  queued: 'unknown',
  running: 'going',
  failed: 'error',
  cancelled: 'unknown',
  draft: 'going',
  published: 'accepted',
  superseded: 'unknown',
}

/** How a run stands: going on, ended badly, a draft of the analysts, published, or given way to a later one. */
export function RunState({
  run,
}: {
  run: Pick<Run, 'state' | 'publishedAt' | 'supersededBy' | 'dataUndone'>
}) {
  const shown = shownState(run)
  return (
    <span className="row">
      <StateBadge tone={tones[shown]}>{say(`runs.state.${shown}`)}</StateBadge>
      {run.dataUndone && <StateBadge tone="asks">{say('runs.data-undone')}</StateBadge>}
    </span>
  )
}

function shownState({
  state,
  publishedAt,
  supersededBy,
}: Pick<Run, 'state' | 'publishedAt' | 'supersededBy'>): Shown {
  if (state !== 'done') return state
  if (publishedAt === null) return 'draft'
  return supersededBy ? 'superseded' : 'published'
}
