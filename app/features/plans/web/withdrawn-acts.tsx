import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import { useChange } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { say } from '../../../web/messages/say.ts'
import { refreshWhenStale } from './refresh-when-stale.ts'
import { shorten } from './shorten.ts'

interface Props {
  readonly measure: {
    readonly id: number
    readonly version: number
    readonly number: string | null
    readonly text: string
    readonly plan: { readonly id: number }
  }
  /** Within a row of a table. */
  readonly small?: boolean
}

/** The two answers to a measure that the plan above no longer has: it goes here too, or it stays as the unit's own. */
export function WithdrawnActs({ measure, small = false }: Props) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const keep = useChange('POST /api/measures/:id/keep')
  const { id, version, number, text, plan } = measure
  const name = [number, shorten(text, 90)].filter(Boolean).join(' ')
  const remove = () =>
    refreshWhenStale(client, async () => {
      await api('POST /api/measures/:id/take-over', { params: { id }, body: { version } })
      // Its own page is left before everything is asked for anew: it would only say that the measure is gone.
      await navigate({ to: '/plans/$id', params: { id: String(plan.id) } })
    })
  const size = small ? 'compact-sm' : 'sm'
  return (
    <div className="stack-tight no-print">
      <div className="row" style={{ gap: 8 }}>
        <ConfirmLoss
          question={say('measure.take-removal-ask')}
          loss={say('measure.take-removal-loss', { name })}
          act={say('plan.withdrawn-remove')}
          run={remove}
        >
          {ask => (
            <Button
              size={size}
              variant="default"
              aria-label={say('plan.withdrawn-remove-of', { measure: name })}
              onClick={ask}
            >
              {say(small ? 'plan.withdrawn-remove' : 'measure.take-removal')}
            </Button>
          )}
        </ConfirmLoss>
        <Button
          size={size}
          variant="default"
          loading={keep.isPending}
          aria-label={say('plan.withdrawn-keep-of', { measure: name })}
          onClick={() => keep.mutate({ params: { id }, body: { version } })}
        >
          {say('plan.withdrawn-keep')}
        </Button>
      </div>
      {keep.error && <ProblemPanel error={keep.error} />}
    </div>
  )
}
