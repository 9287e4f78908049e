import { Button } from '@mantine/core'
import { useChange } from '../../../web/client/queries.ts'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Measure } from './measure-page.tsx'
import { ChangesTable } from './measure-steps.tsx'
import { WithdrawnActs } from './withdrawn-acts.tsx'

/** The plan above says it differently by now: both side by side, and the reader takes it over knowingly. */
export function OfferedChanges({ measure }: { measure: Measure }) {
  const take = useChange('POST /api/measures/:id/take-over')
  const { id, version, offered, offeredChanges, offeredRemoval, acts } = measure
  if (!offered) return null
  return (
    <Section
      title={say(offeredRemoval ? 'measures.withdrawn' : 'measures.offered')}
      meaning={say(offeredRemoval ? 'measure.offered-removal' : 'measure.offered-meaning')}
      card
    >
      {offeredChanges.length > 0 && <ChangesTable changes={offeredChanges} />}
      {take.error && <ProblemPanel error={take.error} />}
      {offeredRemoval && acts.includes('keep') && <WithdrawnActs measure={measure} />}
      {!offeredRemoval && acts.includes('take-over') && (
        <div className="no-print">
          <Button loading={take.isPending} onClick={() => take.mutate({ params: { id }, body: { version } })}>
            {say('measure.take-over')}
          </Button>
        </div>
      )}
    </Section>
  )
}
