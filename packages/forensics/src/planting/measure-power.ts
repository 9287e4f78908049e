import type { GroupedWorks } from '../channels/prepare-works.ts'
import { type DetectOptions, detectSchools, POWER_CHANNELS, type PowerChannel } from '../detection/index.ts'
import { plantIntoShare } from './choose-classes.ts'
import type { PlantKind } from './kinds.ts'
import { officialMargin } from './official-margin.ts'
import { type ShareFound, shareFound } from './share-found.ts'

export interface PowerSettings extends Omit<DetectOptions, 'honest'> {
  readonly kinds: readonly PlantKind[]
  /** See PLANT_KINDS; default 1 alone. */
  readonly sizes?: readonly number[]
  /** Share of the classes of all sets that are planted. Default .05. */
  readonly shareOfClasses?: number
  /** Each seed plants other classes. Default 1 alone. */
  readonly seeds?: readonly number[]
  /** Share of the unplanted schools that may be flagged. Default .01. */
  readonly budget?: number
  /** Called after every run of the whole detection. */
  readonly onRun?: (done: number, all: number) => void
}

/** What would be found of one kind and size of planted manipulation. */
export interface PlantPower {
  readonly kind: PlantKind
  readonly size: number
  /** Planted classes, those that could have been, and planted schools: means over the seeds. */
  readonly classes: number
  readonly classesOf: number
  readonly schools: number
  /** Points gained per work of the planted classes. */
  readonly gain: number
  readonly combined: ShareFound
  readonly channels: Readonly<Record<PowerChannel, ShareFound>>
  /** Schools ranked by the margin of method A of 2019, cut at the same budget. */
  readonly official: ShareFound
  /** The same schools by the combined degree before anything was planted: what their own data had brought. */
  readonly before: ShareFound
}

/**
 * Power on one's own region: one kind of manipulation at a time is planted into a random share of its classes, the whole
 * detection is run, and the planted schools (those with a planted class) among the flagged are counted; the cut is where
 * a share `budget` of the unplanted schools is flagged. Unplanted schools are as they are, the odd ones among them
 * too: these take a part of the budget, so that the power is a lower bound of that in a region without any.
 *
 * How honest classes repeat one another, half the cost of a run, is measured once, on the data without plants; models,
 * abilities, honest noise and combination anew in every run.
 */
export function measurePower(sets: readonly GroupedWorks[], settings: PowerSettings): PlantPower[] {
  const { kinds, sizes = [1], shareOfClasses = 0.05, seeds = [1], budget = 0.01 } = settings
  const all = 1 + kinds.length * sizes.length * seeds.length
  let done = 0
  const bare = detectSchools(sets, settings)
  settings.onRun?.(++done, all)
  const honest = bare.sets.map(set => set.honest)
  return kinds.flatMap(kind =>
    sizes.map(size => {
      const runs = seeds.map(seed => {
        const planted = plantIntoShare(kind, sets, shareOfClasses, { size, seed })
        const { combined, channels } = detectSchools(planted.sets, { ...settings, honest })
        settings.onRun?.(++done, all)
        return { planted, combined: combined.z, channels, official: officialMargin(planted.sets) }
      })
      type Run = (typeof runs)[number]
      const found = (scoreOf: (run: Run) => Float64Array) =>
        shareFound(
          runs.map(run => ({ score: scoreOf(run), planted: run.planted.schools })),
          budget,
        )
      const mean = (of: (run: Run) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length
      return {
        kind,
        size,
        classes: mean(({ planted }) => planted.classes),
        classesOf: mean(({ planted }) => planted.of),
        schools: mean(({ planted }) => planted.schools.reduce((sum, one) => sum + one, 0)),
        gain: mean(({ planted }) => planted.gain),
        combined: found(run => run.combined),
        channels: Object.fromEntries(
          POWER_CHANNELS.map(id => [id, found(run => run.channels[id])]),
        ) as Record<PowerChannel, ShareFound>,
        official: found(run => run.official),
        before: found(() => bare.combined.z),
      }
    }),
  )
}
