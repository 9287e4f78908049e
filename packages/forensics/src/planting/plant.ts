import type { GroupedWorks } from '../channels/prepare-works.ts'
import { seededRandom } from '../measurement/index.ts'
import type { PlantKind } from './kinds.ts'
import { editWorks, type WorksEditor } from './works-editor.ts'

export interface PlantOptions {
  /** How strong, see PLANT_KINDS; 0 plants nothing, 1 is that of the evaluation sets. Default 1. */
  readonly size?: number
  readonly seed: number
}

/** Everything that one way of planting needs of one class. */
interface Target {
  readonly editor: WorksEditor
  readonly works: GroupedWorks
  /** Rows of the class. */
  readonly rows: readonly number[]
  readonly size: number
  readonly random: () => number
  /** Tasks that the whole region knows beforehand. */
  readonly leaked: readonly number[]
}

const DICTATED = [0.35, 0.7] as const
const REACH = 3
const LEAKED_TASKS = 6
const LEARNT = 0.5
const COPYING = 0.35

const PLANTINGS: Readonly<Record<PlantKind, (target: Target) => void>> = {
  dictate,
  lift,
  leak,
  lenient,
  copy,
  fill,
}

/**
 * Plants one way of manipulating into some groups; the works given are not changed. Points are only moved within tasks
 * that say something of the work: «не пройд.» and unreadable cells stay. The same for the same seed, and the same in a
 * group whichever other groups are chosen.
 *
 * @param groups indices of groups (of schools where the works are grouped by school), each once
 * @returns works with columns of their own where something was changed
 */
export function plant(
  kind: PlantKind,
  works: GroupedWorks,
  groups: readonly number[],
  { size = 1, seed }: PlantOptions,
): GroupedWorks {
  const editor = editWorks(works)
  const rowsOf = rowsOfGroups(works, groups)
  const tasks = works.scores.map((_, j) => j)
  // Half of a short paper: all of it known would be another kind.
  const known = Math.min(LEAKED_TASKS, Math.floor(tasks.length / 2))
  const leaked = drawn(tasks, known, seededRandom(seed))
  for (const group of groups) {
    const rows = rowsOf.get(group) ?? []
    const random = seededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(group + 1, 0x85ebca6b))
    if (rows.length > 0) PLANTINGS[kind]({ editor, works, rows, size, random, leaked })
  }
  return editor.finish()
}

function dictate({ editor, works, rows, size, random }: Target): void {
  const [least, most] = DICTATED
  const share = Math.min(1, size * (least + (most - least) * random()))
  const tasks = works.scores.map((_, j) => j)
  for (const task of drawn(tasks, Math.round(share * tasks.length), random))
    for (const row of rows) editor.setPoints(row, task, works.taskMaxima[task])
}

function lift({ editor, works, rows, size, random }: Target): void {
  const reach = Math.round(REACH * size)
  for (const row of rows) {
    const next = works.boundaries?.find(boundary => boundary > editor.total(row))
    let missing = (next ?? Number.POSITIVE_INFINITY) - editor.total(row)
    if (missing > reach) continue
    // Points are added one at a time wherever the work still lacks one.
    let open = works.scores.flatMap((_, j) => (editor.points(row, j) < works.taskMaxima[j] ? [j] : []))
    while (missing > 0 && open.length > 0) {
      const task = open[Math.floor(random() * open.length)]
      editor.setPoints(row, task, editor.points(row, task) + 1)
      missing--
      open = open.filter(j => editor.points(row, j) < works.taskMaxima[j])
    }
  }
}

function leak({ editor, works, rows, size, random, leaked }: Target): void {
  const share = Math.min(1, LEARNT * size)
  for (const row of drawn(rows, Math.round(share * rows.length), random))
    for (const task of leaked) editor.setPoints(row, task, works.taskMaxima[task])
}

function lenient({ editor, works, rows, size, random }: Target): void {
  // Open tasks as the specification names them, else those of two points or more, as the channel takes them.
  const tasks = works.scores.map((_, j) => j)
  const open = works.openTasks.length > 0 ? works.openTasks : tasks.filter(j => works.taskMaxima[j] >= 2)
  for (const row of rows) {
    for (const task of open) {
      const more = Math.floor(size) + (random() < size % 1 ? 1 : 0)
      const points = editor.points(row, task)
      if (more > 0) editor.setPoints(row, task, Math.min(works.taskMaxima[task], points + more))
    }
  }
}

function copy({ editor, works, rows, size, random }: Target): void {
  const best = rows.reduce((a, b) => (editor.total(b) > editor.total(a) ? b : a))
  const others = rows.filter(row => row !== best)
  const share = Math.min(1, COPYING * size)
  for (const row of drawn(others, Math.min(others.length, Math.round(share * rows.length)), random)) {
    works.scores.forEach((_, task) => {
      const points = editor.points(best, task)
      if (editor.isBlank(best, task)) editor.setBlank(row, task)
      else if (!Number.isNaN(points)) editor.setPoints(row, task, points)
    })
  }
}

function fill({ editor, works, rows, size, random }: Target): void {
  for (const row of rows)
    works.scores.forEach((_, task) => {
      if (editor.isBlank(row, task) && random() < size) editor.setPoints(row, task, works.taskMaxima[task])
    })
}

function rowsOfGroups(works: GroupedWorks, groups: readonly number[]): Map<number, number[]> {
  const rowsOf = new Map<number, number[]>(groups.map(group => [group, []]))
  const group = works.group ?? works.school
  for (let i = 0; i < works.count; i++) rowsOf.get(group[i])?.push(i)
  return rowsOf
}

/** `count` of the items without order or repetition (the first steps of Fisher and Yates). */
export function drawn<Item>(items: readonly Item[], count: number, random: () => number): Item[] {
  const rest = [...items]
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (rest.length - i))
    ;[rest[i], rest[j]] = [rest[j], rest[i]]
  }
  return rest.slice(0, count)
}
