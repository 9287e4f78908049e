import type { Answer } from '../../../web/client/contract-types.ts'
import { counted } from '../../../web/components/counted.ts'
import { ChoiceFilter } from '../../../web/components/filters.tsx'
import { say } from '../../../web/messages/say.ts'
import { setValue } from './signal-query.ts'

type Counts = Answer<'GET /api/signals/counts'>

export const FILTERS = [
  'q',
  'run',
  'source',
  'channel',
  'set',
  'state',
  'outcome',
  'overdue',
  'shelf',
] as const

const STATES = ['open', 'asked', 'replied', 'closed', 'withdrawn', 'superseded'] as const
const OUTCOMES = ['cleared', 'confirmed', 'insufficient'] as const
const SHELVES = ['returned', 'due', 'check'] as const

/** What the list can be narrowed to, each with how many there are. */
export function SignalFilters({ counts }: { counts: Counts | undefined }) {
  const stateCount = (state: string) =>
    counts?.states.filter(one => one.state === state).reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <ChoiceFilter
        name="state"
        label={say('signals.state')}
        any={say('signals.any-state')}
        choices={STATES.map(state => ({
          value: state,
          label: counted(say(`signals.state.${state}`), stateCount(state)),
        }))}
      />
      <ChoiceFilter
        name="outcome"
        label={say('signals.outcome')}
        any={say('signals.any-outcome')}
        choices={OUTCOMES.map(outcome => ({
          value: outcome,
          label: counted(
            say(`signals.outcome.${outcome}`),
            counts?.states.find(one => one.outcome === outcome)?.count ?? 0,
          ),
        }))}
      />
      <ChoiceFilter
        name="source"
        label={say('signals.source')}
        any={say('signals.any-source')}
        choices={(['own', 'official'] as const).map(source => ({
          value: source,
          label: say(`signals.source.${source}`),
        }))}
      />
      <ChoiceFilter
        name="set"
        label={say('signals.set')}
        any={say('signals.any-set')}
        choices={(counts?.sets ?? []).map(set => ({
          value: setValue(set),
          label: counted(say('signals.set-name', set), set.count),
        }))}
      />
      <ChoiceFilter
        name="channel"
        label={say('signals.channel')}
        any={say('signals.any-channel')}
        choices={(counts?.channels ?? []).map(({ id, text, count }) => ({
          value: id,
          label: counted(text, count),
        }))}
      />
      <ChoiceFilter
        name="shelf"
        label={say('signals.shelf')}
        any={say('signals.any-shelf')}
        choices={SHELVES.map(shelf => ({
          value: shelf,
          label: counted(say(`signals.shelf.${shelf}`), counts?.shelves[shelf]),
        }))}
      />
    </>
  )
}
