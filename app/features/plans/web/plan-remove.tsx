import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { say } from '../../../web/messages/say.ts'
import type { OpenPlan } from './plan-page.tsx'

/** A draft goes for good, so what goes with it is said first. */
export function RemovePlan({ plan: { id, version, title, measures } }: { plan: OpenPlan }) {
  const navigate = useNavigate()
  return (
    <div>
      <ConfirmLoss
        question={say('plan.remove-ask')}
        loss={say('plan.remove-loss', { title, count: measures.length })}
        act={say('plan.act.remove')}
        run={async () => {
          await api('POST /api/plans/:id/remove', { params: { id }, body: { version } })
          await navigate({ to: '/plans' })
        }}
      >
        {ask => (
          <Button variant="default" onClick={ask}>
            {say('plan.act.remove')}
          </Button>
        )}
      </ConfirmLoss>
    </div>
  )
}
