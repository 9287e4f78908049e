import type { PreparedWorks } from '../src/channels/contract.ts'
import { type GroupedWorks, type Preparation, prepareWorks } from '../src/channels/prepare-works.ts'
import { normalNumbers, seededRandom } from '../src/measurement/index.ts'
import { TaskCode } from '../src/works.ts'

export interface TaughtPlan {
  readonly seed: number
  readonly groups: number
  /** Groups of one school follow one another. Default 2. */
  readonly groupsPerSchool?: number
  readonly size?: (group: number) => number
  /** SD over groups of the shift of a task, logits: what a class was taught better. Default 0.57. */
  readonly taught?: number
  /** What happened to a work before it was entered. Points of `points` and `blank` are changed in place. */
  readonly plant?: (work: PlantedWork) => void
}

export interface PlantedWork {
  readonly group: number
  readonly random: () => number
  /** Uniform on [0, 1), one for each pupil and one for each group. */
  readonly pupil: number
  readonly points: number[]
  readonly blank: boolean[]
}

/** Sixteen tasks; every second is open and worth two points. */
export const MAXIMA = Array.from({ length: 16 }, (_, j) => 1 + (j % 2))
export const OPEN = MAXIMA.flatMap((maximum, j) => (maximum > 1 ? [j] : []))

/** A region where classes are taught unequally (METHODS §0.4): task × class shifts, blanks, journals of unequal rigour. */
export function taughtRegion(plan: TaughtPlan): Preparation {
  const { seed, groups, groupsPerSchool = 2, size = g => 10 + (g % 21), taught = 0.57 } = plan
  const random = seededRandom(seed)
  const normal = () => normalNumbers(1, random)[0]
  const rows: number[][] = []
  const group: number[] = []
  const journal: number[] = []
  for (let g = 0; g < groups; g++) {
    const level = 0.5 * normal()
    const rigour = 0.3 * normal()
    const blanks = 0.4 * Math.exp(0.3 * normal())
    const shift = MAXIMA.map(() => taught * normal())
    for (let i = 0; i < size(g); i++) {
      const theta = level + 0.9 * normal()
      const points = MAXIMA.map((maximum, j) => pointsAt(theta, j, maximum, shift[j], random))
      const blank = points.map(x => x === 0 && random() < blanks)
      plan.plant?.({ group: g, random, pupil: random(), points, blank })
      rows.push(points.map((x, j) => (blank[j] ? TaskCode.notAttempted : x)))
      group.push(g)
      const seen = theta + rigour + 0.7 * normal()
      journal.push(seen < -1.2 ? 2 : seen < 0 ? 3 : seen < 1.1 ? 4 : 5)
    }
  }
  return prepareWorks(worksOf(rows, group, groupsPerSchool, { journal: Uint8Array.from(journal) }))
}

function pointsAt(theta: number, task: number, maximum: number, shift: number, random: () => number): number {
  const slope = (0.8 + 0.05 * (task % 7)) / Math.sqrt(maximum)
  const weights = [1]
  for (let k = 1, exponent = 0; k <= maximum; k++) {
    exponent += slope * (theta - (-1.4 + 0.16 * task + 0.7 * (k - 1))) + shift
    weights.push(Math.exp(exponent))
  }
  let left = random() * weights.reduce((a, b) => a + b, 0)
  let x = 0
  while (x < maximum && left >= weights[x]) left -= weights[x++]
  return x
}

/** Rows of points (or codes) as the reader hands them over. */
export function worksOf(
  rows: readonly (readonly number[])[],
  group: readonly number[],
  groupsPerSchool: number,
  rest: Partial<GroupedWorks> = {},
): GroupedWorks {
  const groupCount = group.reduce((most, g) => Math.max(most, g + 1), 0)
  const maxima = MAXIMA.slice(0, rows[0]?.length ?? 0)
  return {
    count: rows.length,
    school: Int32Array.from(group, g => Math.floor(g / groupsPerSchool)),
    group: Int32Array.from(group),
    groupCount,
    schoolCount: Math.ceil(groupCount / groupsPerSchool),
    total: Uint16Array.from(rows, row => row.reduce((sum, x) => sum + (x > 100 ? 0 : x), 0)),
    journal: new Uint8Array(rows.length),
    scores: maxima.map((_, j) => Uint8Array.from(rows, row => row[j])),
    taskMaxima: Uint8Array.from(maxima),
    maxScore: maxima.reduce((a, b) => a + b, 0),
    boundaries: null,
    openTasks: OPEN.filter(j => j < maxima.length),
    ...rest,
  }
}

/** Regions that are small, odd or broken: no channel may throw or answer with Infinity. */
export function oddRegions(): [string, PreparedWorks][] {
  const row = (x: number) => MAXIMA.map(maximum => Math.min(x, maximum))
  const mixed = (i: number) => MAXIMA.map((maximum, j) => (i * 7 + j * 5) % (maximum + 1))
  const many = <T>(n: number, of: (i: number) => T) => Array.from({ length: n }, (_, i) => of(i))
  const region = (rows: number[][], group: number[], perSchool = 1) =>
    prepareWorks(worksOf(rows, group, perSchool))
  return [
    ['no works', region([], [])],
    ['one work', region([mixed(1)], [0])],
    [
      'groups of one to five',
      region(
        many(15, mixed),
        many(15, i => Math.floor((Math.sqrt(8 * i + 1) - 1) / 2)),
      ),
    ],
    [
      'all equal',
      region(
        many(40, () => row(1)),
        many(40, i => i % 4),
      ),
    ],
    [
      'a task nobody and one everybody solved',
      region(
        many(90, i => [0, 2, ...mixed(i).slice(2)]),
        many(90, i => i % 6),
      ),
    ],
    [
      'one school',
      region(
        many(60, mixed),
        many(60, i => i % 3),
        3,
      ),
    ],
    [
      'three schools',
      region(
        many(60, mixed),
        many(60, i => i % 3),
      ),
    ],
    [
      'tasks not taught',
      region(
        many(60, i => mixed(i).map((x, j) => ((i + j) % 5 === 0 ? TaskCode.notTaught : x))),
        many(60, i => i % 3),
      ),
    ],
    [
      'a group without works',
      region(
        many(40, mixed),
        many(40, i => 2 * (i % 2)),
      ),
    ],
  ]
}

/** value/√variance with the median taken out and scaled to the middle 68 %. */
export function robustZ(values: {
  readonly value: Float64Array
  readonly variance: Float64Array
}): Float64Array {
  const z = values.value.map((x, g) => x / Math.sqrt(values.variance[g]))
  const sorted = z.filter(x => !Number.isNaN(x)).sort()
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]
  return z.map(x => (x - at(0.5)) / ((at(0.84) - at(0.16)) / 2))
}

/** Share of the chosen groups beyond the value that one in a hundred of the others exceeds. */
export function powerAtOnePercent(value: Float64Array, chosen: (group: number) => boolean): number {
  const groups = Array.from(value.keys()).filter(g => !Number.isNaN(value[g]))
  const others = Float64Array.from(
    groups.filter(g => !chosen(g)),
    g => value[g],
  ).sort()
  const cut = others[Math.ceil(0.99 * others.length) - 1]
  const planted = groups.filter(chosen)
  return planted.filter(g => value[g] > cut).length / planted.length
}
