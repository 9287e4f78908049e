import type { GroupedWorks } from '../src/channels/prepare-works.ts'
import { normalNumbers, type SimulatedTask, seededRandom, simulateScores } from '../src/measurement/index.ts'

/** Twenty tasks of 1 and 2 points, 28 in all. */
const TASKS: SimulatedTask[] = Array.from({ length: 20 }, (_, j) => ({
  slope: 0.7 + 0.06 * (j % 8),
  steps: j % 5 < 2 ? [-1.6 + 0.13 * j, -0.4 + 0.13 * j] : [-1.5 + 0.14 * j],
}))

export interface RegionPlan {
  readonly seed: number
  readonly schools: number
  readonly classes?: number
  /** Works of class g. */
  readonly size?: (group: number) => number
  /** SD of schools and of classes within schools, in SD of pupils. */
  readonly schoolSd?: number
  readonly classSd?: number
}

/** A region without manipulation: abilities by school, class and pupil, journal marks from ability with noise. */
export function honestRegion(plan: RegionPlan): GroupedWorks {
  const { seed, schools, classes = 2, size = () => 22, schoolSd = 0.3, classSd = 0.3 } = plan
  const random = seededRandom(seed)
  const normal = () => normalNumbers(1, random)[0]
  const ability: number[] = []
  const group: number[] = []
  const school: number[] = []
  for (let s = 0; s < schools; s++) {
    const ofSchool = schoolSd * normal()
    for (let c = 0; c < classes; c++) {
      const ofClass = ofSchool + classSd * normal()
      const g = s * classes + c
      for (let k = 0; k < size(g); k++) {
        ability.push(ofClass + 0.9 * normal())
        group.push(g)
        school.push(s)
      }
    }
  }
  const scores = simulateScores(TASKS, ability, random)
  const taskMaxima = Uint8Array.from(TASKS, task => task.steps.length)
  return withTotals({
    count: ability.length,
    school: Int32Array.from(school),
    group: Int32Array.from(group),
    total: new Uint16Array(ability.length),
    journal: Uint8Array.from(ability, theta => {
      const seen = theta + 0.7 * normal()
      return seen < -1.2 ? 2 : seen < 0 ? 3 : seen < 1.1 ? 4 : 5
    }),
    scores,
    schoolCount: schools,
    groupCount: schools * classes,
    maxScore: taskMaxima.reduce((a, b) => a + b, 0),
    taskMaxima,
    boundaries: [9, 15, 21],
    openTasks: [],
  })
}

/** The works with totals that are the sums of their tasks. */
export function withTotals(works: GroupedWorks): GroupedWorks {
  const total = Uint16Array.from({ length: works.count }, (_, i) =>
    works.scores.reduce((sum, column) => sum + (column[i] > 100 ? 0 : column[i]), 0),
  )
  return { ...works, total }
}

/** Raises totals within `reach` points below a boundary to it, in the given classes. */
export function liftToBoundaries(works: GroupedWorks, chosen: (group: number) => boolean): GroupedWorks {
  const total = works.total.map((t, i) => {
    if (!chosen(works.group![i])) return t
    return works.boundaries!.find(c => t < c && t >= c - 3) ?? t
  })
  return { ...works, total }
}

/** Gives the pupils of the given classes the full points of the first `tasks` tasks. */
export function dictate(
  works: GroupedWorks,
  tasks: number,
  chosen: (group: number) => boolean,
): GroupedWorks {
  const scores = works.scores.map((column, j) =>
    j < tasks ? column.map((x, i) => (chosen(works.group![i]) ? works.taskMaxima[j] : x)) : column,
  )
  return withTotals({ ...works, scores })
}

/** Mean and SD of the numbers that are there. */
export function spreadOf(values: Iterable<number>): { readonly mean: number; readonly sd: number } {
  const known = [...values].filter(v => !Number.isNaN(v))
  const mean = known.reduce((a, b) => a + b, 0) / known.length
  return { mean, sd: Math.sqrt(known.reduce((sum, v) => sum + (v - mean) ** 2, 0) / known.length) }
}

/** Works of a few groups, totals given, no tasks. */
export function worksOfTotals(
  groups: readonly (readonly number[])[],
  rest: Partial<GroupedWorks> = {},
): GroupedWorks {
  const total = Uint16Array.from(groups.flat())
  const group = Int32Array.from(groups.flatMap((works, g) => works.map(() => g)))
  return {
    count: total.length,
    school: group,
    group,
    total,
    journal: new Uint8Array(total.length),
    scores: [],
    schoolCount: groups.length,
    groupCount: groups.length,
    maxScore: 30,
    taskMaxima: new Uint8Array(),
    boundaries: [9, 16, 23],
    openTasks: [],
    ...rest,
  }
}
