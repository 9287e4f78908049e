import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { FieldSet } from '../../../web/components/fields.tsx'
import { say } from '../../../web/messages/say.ts'

type Batch = Answer<'GET /api/runs/options'>['batches'][number]

interface Props {
  readonly batches: readonly Batch[]
  readonly which: 'all' | 'chosen'
  readonly chosen: readonly number[]
  readonly error: string | undefined
  readonly id: string
  readonly setWhich: (which: 'all' | 'chosen') => void
  readonly choose: (batches: readonly number[]) => void
}

/** Everything that counts, which is what nearly everybody wants; or some of it, chosen by work. */
export function BatchChoice({ batches, which, chosen, error, id, setWhich, choose }: Props) {
  const name = useId()
  const works = batches.reduce((sum, batch) => sum + batch.works, 0)
  const sets = Map.groupBy(batches, ({ set }) => set)
  const toggle = (ids: readonly number[], on: boolean) =>
    choose(on ? [...new Set([...chosen, ...ids])] : chosen.filter(one => !ids.includes(one)))
  return (
    <FieldSet legend={say('runs.what-goes-in')}>
      <div className="stack-tight">
        {(['all', 'chosen'] as const).map(value => (
          <label key={value} className="row">
            <input type="radio" name={name} checked={which === value} onChange={() => setWhich(value)} />
            {value === 'all'
              ? say('runs.all-batches', { count: batches.length, works })
              : say('runs.some-batches')}
          </label>
        ))}
      </div>
      {which === 'chosen' && (
        <div className="stack" id={id} tabIndex={-1}>
          {error && <p role="alert">{error}</p>}
          {[...sets].map(([set, ofSet]) => {
            const ids = ofSet.map(batch => batch.id)
            const on = ids.filter(one => chosen.includes(one)).length
            return (
              <div key={set} className="stack-tight">
                <Checkbox
                  label={say('runs.set-of-batches', {
                    set,
                    count: ofSet.length,
                    works: ofSet.reduce((sum, batch) => sum + batch.works, 0),
                  })}
                  checked={on === ids.length}
                  indeterminate={on > 0 && on < ids.length}
                  onChange={event => toggle(ids, event.currentTarget.checked)}
                />
                {ofSet.length > 1 && (
                  <details>
                    <summary>{say('runs.files', { count: ofSet.length })}</summary>
                    <div className="stack-tight">
                      {ofSet.map(batch => (
                        <Checkbox
                          key={batch.id}
                          label={batch.file}
                          checked={chosen.includes(batch.id)}
                          onChange={event => toggle([batch.id], event.currentTarget.checked)}
                        />
                      ))}
                    </div>
                  </details>
                )}
              </div>
            )
          })}
        </div>
      )}
    </FieldSet>
  )
}
