import type { Block, Cell } from '../../../documents/report/index.ts'
import { sayDate } from '../../../messages/dates.ts'
import type { Asked, OfTerritory } from '../asked.ts'
import { left, number, right, sentence, table, text } from '../blocks.ts'
import type { UnitMeasures } from '../types.ts'

type State = UnitMeasures['states'][number]['state']

/** From what is still to be done to what is over. */
const ORDER: readonly State[] = [
  ...(['not-started', 'in-progress', 'submitted', 'returned', 'postponed'] as const),
  ...(['accepted', 'no-cases', 'cancelled'] as const),
]

/** Measures of the unit's own plans by state, and those that answer its signs; of a territory's schools, their numbers. */
export function measuresSection(asked: Asked): Block[] {
  const { say } = asked
  const own = measuresOf(asked)
  if (own === null) return [sentence(say('portrait.measures.unknown'), 'quiet')]
  const below =
    asked.level === 'school' ? null : addMeasures(asked.schools.flatMap(one => one.measures ?? []))
  const all = [own, ...(below ? [below] : [])]
  if (all.every(({ states }) => states.length === 0))
    return [sentence(say(`portrait.measures.none-${asked.level}`), 'quiet')]
  return [
    sentence(say('portrait.measures.explained'), 'note'),
    statesTable(asked, own, below),
    // Which measures answer signs says who has some.
    ...(asked.sight.audience === 'public'
      ? []
      : [...addressedBelow(asked, below), ...addressedTable(asked, own)]),
  ]
}

function measuresOf(asked: Asked): UnitMeasures | null {
  if (asked.level === 'school') return asked.school.measures
  const { territories } = asked.context.run
  return territories && (territories.get(asked.level === 'region' ? '' : asked.name) ?? NONE)
}

const NONE: UnitMeasures = { states: [], addressed: [] }

function statesTable(
  { say, level }: Pick<Asked, 'say' | 'level'>,
  own: UnitMeasures,
  below: UnitMeasures | null,
): Block {
  const plans = [own, ...(below ? [below] : [])]
  const counts = (states: readonly State[]): Cell[] =>
    plans.flatMap(plan => {
      const found = plan.states.filter(({ state }) => states.includes(state))
      return [number(sum(found.map(({ count }) => count))), number(sum(found.map(({ late }) => late)))]
    })
  const met = ORDER.filter(state => plans.some(plan => plan.states.some(one => one.state === state)))
  return table(
    'measures',
    say('portrait.measures.title'),
    [
      left(say('portrait.column.measure-state'), 2),
      right(say(`portrait.column.measures-${level}`), 1.4),
      right(say('portrait.column.late'), 1.2),
      ...(below
        ? [right(say('portrait.column.measures-below'), 1.4), right(say('portrait.column.late-below'), 1.2)]
        : []),
    ],
    [
      ...met.map(state => [text(say(`measure.state.${state}`)), ...counts([state])]),
      [text(say('portrait.measures.all')), ...counts(ORDER)],
    ],
  )
}

function addressedBelow({ say }: Pick<Asked, 'say'>, below: UnitMeasures | null): Block[] {
  const all = sum(below?.states.map(({ addressed }) => addressed) ?? [])
  if (all === 0) return []
  const accepted = sum(below!.states.map(({ state, addressed }) => (state === 'accepted' ? addressed : 0)))
  return [sentence(say('portrait.measures.addressed-below', { count: all, accepted }))]
}

function addressedTable(
  { say, locale }: Pick<Asked, 'say' | 'locale'>,
  { addressed }: UnitMeasures,
): Block[] {
  if (addressed.length === 0) return [sentence(say('portrait.measures.none-addressed'), 'quiet')]
  return [
    table(
      'measures-addressed',
      say('portrait.measures.addressed'),
      [
        left(say('portrait.column.measure'), 4),
        left(say('portrait.column.measure-due'), 1.3),
        left(say('portrait.column.measure-state'), 1.3),
      ],
      addressed.map(({ text: words, dueOn, state, late }) => [
        text(words),
        text(dueOn === null ? say('portrait.measures.open-term') : sayDate(locale, dueOn)),
        text(
          late
            ? say('portrait.measures.late', { state: say(`measure.state.${state}`) })
            : say(`measure.state.${state}`),
        ),
      ]),
    ),
  ]
}

/** Of several units, as if their plans were one. */
function addMeasures(
  units: readonly NonNullable<OfTerritory['schools'][number]['measures']>[],
): UnitMeasures {
  const alike = Map.groupBy(
    units.flatMap(({ states }) => states),
    ({ state }) => state,
  )
  return {
    states: [...alike].map(([state, found]) => ({
      state,
      count: sum(found.map(({ count }) => count)),
      late: sum(found.map(({ late }) => late)),
      addressed: sum(found.map(({ addressed }) => addressed)),
    })),
    addressed: [],
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0)
}
