import { SMALL_SAMPLE, wilson } from '@objektiv/forensics'
import { halfWidth, type SchoolSetRow, type ScreenedSet } from '../../screening/threads.ts'
import type { OfSchool } from '../asked.ts'
import type { SetContext } from '../context.ts'
import { journalOf, markerOf } from '../details.ts'
import { isFew } from '../small-cells.ts'
import { profileOf, type TaskOfUnit } from '../task-profile.ts'
import { RECOMMENDATIONS_2026, type TaskLevel } from '../thresholds.ts'

/** A number with what stands beside it: works, and the 95 % interval where it has one. */
export interface Estimate {
  readonly n: number
  readonly value: number
  readonly lower: number | null
  readonly upper: number | null
}

export interface LevelFacts {
  readonly tasks: number
  /** Names of the tasks done less well than the recommendation asks. */
  readonly insufficient: readonly string[]
  readonly weakest: TaskOfUnit
}

/** Where a mean stands among schools that differ as schools ordinarily do. */
export type Place = 'above998' | 'above95' | 'inside' | 'below95' | 'below998' | 'unknown'

/** What sentences about a unit in one set are chosen by; null where the data do not say, or may not be shown. */
export interface SetFacts {
  readonly n: number
  readonly small: boolean
  readonly mean: Estimate | null
  readonly region: number | null
  readonly place: Place
  /** Of the place: half the width of the limits around the region's mean. */
  readonly half: { readonly usual: number; readonly rare: number }
  readonly levels: Readonly<Record<TaskLevel, LevelFacts | null>>
  readonly lowered: (Estimate & { readonly reference: number }) | null
  readonly far: (Estimate & { readonly count: number }) | null
  readonly boundary: (Estimate & { readonly reference: number }) | null
  readonly inversion: Estimate | null
  readonly twos: { readonly now: Estimate; readonly before: Estimate; readonly year: number } | null
}

/** Facts of a school in one set. */
export function factsOfSchool(asked: OfSchool, { set, row }: OfSchool['sets'][number]): SetFacts {
  const { login } = asked.school.school
  const seen = (count: number, n: number) =>
    asked.sight.own || !(isFew(count, asked.sight.least) || isFew(n - count, asked.sight.least))
  const sight = asked.sight.ofSet(set)
  const journal = journalOf(row)
  const gap = markerOf(row, 'journal-gap')
  const bunching = markerOf(row, 'boundary-bunching')
  return {
    n: row.n,
    small: row.n < SMALL_SAMPLE,
    mean: estimateOf(markerOf(row, 'high-mean')),
    region: set.set.mean,
    ...placeOf(set.set, row),
    levels: levelsOf(profileOf(set.set, row.profile)),
    lowered: gap && (asked.sight.own || sight.journals.schools.has(login)) ? withReference(gap) : null,
    far:
      journal && (asked.sight.own || sight.far.schools.has(login))
        ? { ...estimateShare(journal.far, journal.n), count: journal.far }
        : null,
    boundary:
      bunching && seen(Math.round((bunching.value ?? 0) * bunching.n), bunching.n)
        ? withReference(bunching)
        : null,
    inversion: estimateOf(markerOf(row, 'task-inversion')),
    twos: twosOf(asked, set, row, seen),
  }
}

type Numbers = Pick<NonNullable<ReturnType<typeof markerOf>>, 'n' | 'value' | 'lower' | 'upper' | 'reference'>

function estimateOf(marker: Numbers | null): Estimate | null {
  return marker?.value == null
    ? null
    : { n: marker.n, value: marker.value, lower: marker.lower, upper: marker.upper }
}

function withReference(marker: Numbers): (Estimate & { reference: number }) | null {
  const estimate = estimateOf(marker)
  return estimate && marker.reference !== null ? { ...estimate, reference: marker.reference } : null
}

/** A share with Wilson's interval. */
export function estimateShare(count: number, n: number): Estimate {
  return { n, value: n === 0 ? 0 : count / n, ...wilson(count, n) }
}

function placeOf(set: ScreenedSet, { n, mean }: SchoolSetRow): Pick<SetFacts, 'place' | 'half'> {
  const half = { usual: halfWidth(set, n, 95), rare: halfWidth(set, n, 99.8) }
  if (mean === null || set.mean === null || half.rare === 0) return { place: 'unknown', half }
  const away = mean - set.mean
  const side = away < 0 ? 'below' : 'above'
  const beyond = Math.abs(away)
  return { place: beyond > half.rare ? `${side}998` : beyond > half.usual ? `${side}95` : 'inside', half }
}

/** What the recommendation says of the tasks of either level. */
export function levelsOf(tasks: readonly TaskOfUnit[]): SetFacts['levels'] {
  const of = (level: TaskLevel): LevelFacts | null => {
    const own = tasks.filter(task => task.of === level)
    const [weakest] = own.toSorted((a, b) => a.share - b.share)
    return weakest === undefined
      ? null
      : {
          tasks: own.length,
          insufficient: own.filter(({ state }) => state === 'insufficient').map(({ name }) => name),
          weakest,
        }
  }
  return { base: of('base'), advanced: of('advanced') }
}

/** The share of «2» now and a year ago in the same grade and subject: other pupils, another paper, so both are named. */
function twosOf(
  { school, context, sight }: OfSchool,
  { set }: SetContext,
  row: SchoolSetRow,
  seen: (count: number, n: number) => boolean,
): SetFacts['twos'] {
  const earlier = earlierSet(context.sets, set)
  const before = earlier?.rows.get(school.school.login)?.row
  if (!earlier || !before || !(sight.own || sight.ofSet(earlier).schools.has(school.school.login)))
    return null
  const [now, then] = [countTwos(set, row), countTwos(earlier.set, before)]
  if (now === null || then === null || !seen(now, row.n) || !seen(then, before.n)) return null
  return { now: estimateShare(now, row.n), before: estimateShare(then, before.n), year: earlier.set.year }
}

/** The same work a year before. */
export function earlierSet(sets: readonly SetContext[], set: ScreenedSet): SetContext | null {
  const same = (one: ScreenedSet) =>
    one.procedure === set.procedure &&
    one.version === set.version &&
    one.subject === set.subject &&
    one.grade === set.grade
  return sets.find(({ set: one }) => same(one) && one.year === set.year - 1) ?? null
}

function countTwos({ boundaries }: ScreenedSet, { distribution }: SchoolSetRow): number | null {
  return boundaries === null
    ? null
    : distribution.slice(0, boundaries[0]).reduce((sum, works) => sum + works, 0)
}

/** By how much «2» must become more frequent to be looked into. */
export function grewTwos({ now, before }: NonNullable<SetFacts['twos']>): boolean {
  // 0.3 less 0.2 is a little under 0.1 in the computer's numbers.
  return now.value - before.value >= RECOMMENDATIONS_2026.twosUp - 1e-9
}
