import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Item } from '../../../web/client/contract-types.ts'
import { useChange } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { say } from '../../../web/messages/say.ts'

type Run = Item<'GET /api/runs'>

/** All portraits of a level are sent at once; what has been read cannot be unread, so it is asked for. */
export function SendMany({ run: { id, publishedAt } }: { run: Run }) {
  const send = useChange('POST /api/portraits/send')
  const [told, setTold] = useState<string | null>(null)
  if (!publishedAt)
    return (
      <p className="note">
        {say('portraits.publish-first')}{' '}
        <Link to="/runs/$id" params={{ id: String(id) }}>
          {say('portraits.to-run')}
        </Link>
      </p>
    )
  return (
    <div className="row no-print">
      {(['municipality', 'school'] as const).map(level => (
        <ConfirmLoss
          key={level}
          question={say(`portraits.send-question.${level}`)}
          loss={say('portraits.send-meaning')}
          act={say(`portraits.send-all.${level}`)}
          run={async () => {
            const { sent, before } = await send.mutateAsync({ body: { run: id, to: { level } } })
            setTold(say('portraits.sent-now', { sent, before }))
          }}
        >
          {ask => (
            <Button variant="default" onClick={ask}>
              {say(`portraits.send-all.${level}`)}
            </Button>
          )}
        </ConfirmLoss>
      ))}
      {told && <p role="status">{told}</p>}
    </div>
  )
}
