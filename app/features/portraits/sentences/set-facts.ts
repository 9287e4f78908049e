import { SMALL_SAMPLE, wilson } from '@objektiv/forensics'
import { halfWidth, type SchoolSetRow, type ScreenedSet } from '../../screening/threads.ts'
import { hasBar, isBar } from '../align-bars.ts'
import type { OfSchool } from '../asked.ts'
import type { SetContext } from '../context.ts'
import { journalOf, markerOf } from '../details.ts'
import { isFew } from '../small-cells.ts'
import { profileOf, type TaskOfUnit, taskTold } from '../task-profile.ts'
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
  /** Tasks of the level besides whose shares are kept back. */
  readonly hidden: number
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

/**
 * Facts of a school in one set. Where nothing of the region may stand beside it, there is nothing either that was measured by
 * the region.
 */
export function factsOfSchool(
  asked: OfSchool,
  { set, row, beside, readers }: OfSchool['sets'][number],
): SetFacts {
  const { login } = asked.school.school
  const sight = asked.sight.ofSet(set)
  const journal = journalOf(row)
  const gap = markerOf(row, 'journal-gap')
  const bunching = markerOf(row, 'boundary-bunching')
  return {
    n: row.n,
    small: row.n < SMALL_SAMPLE,
    mean: estimateOf(markerOf(row, 'high-mean')),
    region: beside ? set.set.mean : null,
    ...placeOf(set.set, row),
    levels: levelsOf(profileOf(set.set, row.profile), task => taskTold(asked, set, task)),
    lowered:
      beside && gap && sight.journalBeside(readers) && (asked.sight.own || sight.journals.schools.has(login))
        ? withReference(gap)
        : null,
    far:
      journal && (asked.sight.own || sight.far.schools.has(login))
        ? { ...estimateShare(journal.far, journal.n), count: journal.far }
        : null,
    boundary: beside && bunching && boundaryTold(asked, set, row) ? withReference(bunching) : null,
    inversion: beside ? estimateOf(markerOf(row, 'task-inversion')) : null,
    twos: twosOf(asked, set, row),
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

/**
 * Whether the works at the boundaries of marks may be told together: those that the bars of the distribution do not tell
 * must not be a few.
 */
function boundaryTold({ sight, school }: OfSchool, set: SetContext, { distribution }: SchoolSetRow): boolean {
  if (sight.own) return true
  const bars = sight.ofSet(set).bars.schools.get(school.school.login)
  const scores = set.set.boundaries ?? []
  const untold = (of: readonly number[]) =>
    of.reduce((sum, score) => sum + (isBar(bars, score) ? 0 : distribution[score]), 0)
  return !isFew(untold(scores), sight.least) && !isFew(untold(scores.map(score => score - 1)), sight.least)
}

/** What the recommendation says of the tasks of either level, as far as their shares are told. */
export function levelsOf(
  tasks: readonly TaskOfUnit[],
  isTold: (task: TaskOfUnit) => boolean,
): SetFacts['levels'] {
  const of = (level: TaskLevel): LevelFacts | null => {
    const all = tasks.filter(task => task.of === level)
    const own = all.filter(isTold)
    const [weakest] = own.toSorted((a, b) => a.share - b.share)
    return weakest === undefined
      ? null
      : {
          tasks: own.length,
          hidden: all.length - own.length,
          insufficient: own.filter(({ state }) => state === 'insufficient').map(({ name }) => name),
          weakest,
        }
  }
  return { base: of('base'), advanced: of('advanced') }
}

/** The share of «2» now and a year ago in the same grade and subject: other pupils, another paper, so both are named. */
function twosOf({ school, context, sight }: OfSchool, one: SetContext, row: SchoolSetRow): SetFacts['twos'] {
  const { set } = one
  const { login } = school.school
  const earlier = earlierSet(context.sets, set)
  const before = earlier?.rows.get(login)?.row
  // Where the first boundary is no end of a bar, the bars less the «2» would leave a few.
  const isTold = ({ position, set: { boundaries } }: SetContext) =>
    sight.own || hasBar(sight.ofSet(context.sets[position]).bars.schools.get(login), 0, boundaries![0] - 1)
  if (!earlier || !before || set.boundaries === null || earlier.set.boundaries === null) return null
  if (!isTold(one) || !isTold(earlier)) return null
  const [now, then] = [countTwos(set, row), countTwos(earlier.set, before)]
  if (now === null || then === null) return null
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
