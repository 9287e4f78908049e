import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Item } from '../../../web/client/contract-types.ts'
import { Dialog } from '../../../web/components/dialog.tsx'
import { say } from '../../../web/messages/say.ts'
import { AskForm } from './ask-form.tsx'

type Signal = Item<'GET /api/signals'>

interface Props {
  readonly chosen: readonly Signal[]
  /** What is in sight and can be asked about. */
  readonly all: readonly Signal[]
  readonly choose: (signals: readonly Signal[]) => void
}

/** One question to many schools: the same day, the same words, all or none. */
export function AskMany({ chosen, all, choose }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <div className="row no-print">
      <Button disabled={chosen.length === 0} onClick={() => setAsking(true)}>
        {say('signals.ask-many', { count: chosen.length })}
      </Button>
      <Button variant="subtle" onClick={() => choose(chosen.length === all.length ? [] : all)}>
        {say(chosen.length === all.length ? 'signals.choose-none' : 'signals.choose-shown', {
          count: all.length,
        })}
      </Button>
      {asking && (
        <Dialog title={say('signals.ask-title', { count: chosen.length })} close={() => setAsking(false)}>
          <AskForm
            signals={chosen}
            done={() => {
              choose([])
              setAsking(false)
            }}
          />
        </Dialog>
      )}
    </div>
  )
}
