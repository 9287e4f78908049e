import type { Answer } from '../../../web/client/contract-types.ts'
import { counted } from '../../../web/components/counted.ts'
import { ChoiceFilter } from '../../../web/components/filters.tsx'
import { say } from '../../../web/messages/say.ts'

type Counts = Answer<'GET /api/measures/counts'>

const STATES = [
  'not-started',
  'in-progress',
  'submitted',
  'accepted',
  'returned',
  'postponed',
  'cancelled',
  'no-cases',
] as const
const SHELVES = ['mine', 'returned', 'due', 'check'] as const
const LEVELS = ['region', 'municipality', 'school'] as const

/** What measures can be narrowed to, each with how many there are. */
export function MeasureFilters({ counts }: { counts: Counts | undefined }) {
  return (
    <>
      <ChoiceFilter
        name="shelf"
        label={say('measures.shelf')}
        any={say('measures.any-shelf')}
        choices={SHELVES.map(shelf => ({
          value: shelf,
          label: counted(say(`measures.shelf.${shelf}`), counts?.shelves[shelf]),
        }))}
      />
      <ChoiceFilter
        name="state"
        label={say('measures.state')}
        any={say('measures.any-state')}
        choices={STATES.map(state => ({
          value: state,
          label: counted(
            say(`measures.state.${state}`),
            counts && (counts.states.find(one => one.state === state)?.count ?? 0),
          ),
        }))}
      />
      <ChoiceFilter
        name="overdue"
        label={say('measures.term')}
        any={say('measures.any-term')}
        choices={[{ value: 'yes', label: counted(say('measures.late'), counts?.overdue) }]}
      />
      <ChoiceFilter
        name="offered"
        label={say('measures.above')}
        any={say('measures.any-above')}
        choices={[{ value: 'yes', label: counted(say('measures.offered'), counts?.offered) }]}
      />
      <ChoiceFilter
        name="level"
        label={say('measures.level')}
        any={say('measures.any-level')}
        choices={LEVELS.map(level => ({ value: level, label: say(`measures.level.${level}`) }))}
      />
    </>
  )
}
