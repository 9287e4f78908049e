import type { ChannelId, SchoolDegrees } from '@objektiv/forensics'

/** What is drawn beside a reading. */
export type Picture =
  /** Works of the class per primary score. */
  | { readonly kind: 'scores'; readonly scores: Uint32Array }
  /** Shares of the maximum, class minus region, from the region's easiest task to the hardest. */
  | {
      readonly kind: 'tasks'
      readonly tasks: readonly {
        readonly task: number
        readonly difference: number
        readonly lower: number
        readonly upper: number
      }[]
    }
  /** Readings of the channel in the whole set: this one among the others (thinned, in order). */
  | { readonly kind: 'strip'; readonly own: number; readonly others: readonly number[] }

/** Where the oddness can be seen with the eye; a reading of any other channel is shown among all readings. */
const KINDS: Partial<Record<ChannelId, 'scores' | 'tasks'>> = {
  level: 'scores',
  homogeneity: 'scores',
  boundary: 'scores',
  tail: 'scores',
  'task-profile': 'tasks',
  leniency: 'tasks',
  leak: 'tasks',
}

/** More lines than this run into each other. */
const MOST_LINES = 120

type Set = SchoolDegrees['sets'][number]

/** The picture of a channel's reading of one group of a set. */
export function pictureOf(channel: keyof Set['calibrations'], set: Set, group: number): Picture {
  const kind = KINDS[channel]
  if (kind === 'scores') return { kind, scores: scoresOf(set, group) }
  if (kind === 'tasks') return { kind, tasks: tasksOf(set, group) }
  const { z } = set.calibrations[channel]
  return { kind: 'strip', own: z[group], others: lines.of(z) }
}

/** Of each reading once: a country has thousands of pictures, and each would go through all works of the set again. */
const lines = once((z: Float64Array): readonly number[] => {
  const known = z.filter(value => !Number.isNaN(value)).sort()
  const step = Math.max(1, known.length / MOST_LINES)
  return Array.from({ length: Math.ceil(known.length / step) }, (_, k) => known[Math.floor(k * step)])
})

const regionMoments = once(({ count, taskMaxima, responses }: Set['prepared']) =>
  Array.from(taskMaxima, (max, task) => momentsOf(responses.scores[task], max, 0, count)),
)

/** Remembers what was made of a thing for as long as the thing itself is there. */
function once<Thing extends object, Made>(make: (thing: Thing) => Made) {
  const made = new WeakMap<Thing, Made>()
  return {
    of(thing: Thing): Made {
      const known = made.get(thing) ?? make(thing)
      made.set(thing, known)
      return known
    },
  }
}

function scoresOf({ prepared: { groupStart, total, maxScore } }: Set, group: number): Uint32Array {
  const scores = new Uint32Array(maxScore + 1)
  for (let i = groupStart[group]; i < groupStart[group + 1]; i++) scores[Math.min(maxScore, total[i])]++
  return scores
}

/** The interval is that of a class of this size if its works differed as those of the region do. */
function tasksOf({ prepared }: Set, group: number) {
  const { groupStart, taskMaxima, responses } = prepared
  const moments = regionMoments.of(prepared)
  const shares = Array.from(taskMaxima, (max, task) => {
    const column = responses.scores[task]
    const region = moments[task]
    const own = momentsOf(column, max, groupStart[group], groupStart[group + 1])
    const error = (1.96 * region.sd) / Math.sqrt(own.n)
    const difference = own.mean - region.mean
    return { task, region: region.mean, difference, lower: difference - error, upper: difference + error }
  })
  return shares
    .filter(({ difference }) => Number.isFinite(difference))
    .sort((a, b) => b.region - a.region)
    .map(({ region: _, ...rest }) => rest)
}

/** Mean and SD of the shares of the maximum; marks above the maximum say that the task left the work. */
function momentsOf(column: ArrayLike<number>, max: number, from: number, to: number) {
  let [n, sum, squares] = [0, 0, 0]
  for (let i = from; i < to; i++) {
    if (column[i] > max) continue
    n++
    sum += column[i] / max
    squares += (column[i] / max) ** 2
  }
  const mean = sum / n
  return { n, mean, sd: Math.sqrt(Math.max(0, squares / n - mean * mean)) }
}
