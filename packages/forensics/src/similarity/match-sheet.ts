import { categoryProbabilities, type ItemTable, type Responses } from '../person-fit/index.ts'

/**
 * What comparing pairs needs of some pupils, one row each: category probabilities at the pupil's ability, and the
 * answers as one bit a category. A task that a pupil lacks has zeros in both, so that it adds nothing to any sum
 * over a pair. Tasks stand in the order of their number of categories, which lets a loop run without branches.
 */
export interface MatchSheet {
  /** Categories of all tasks, Σ(m_j + 1). */
  readonly width: number
  /** 32-bit words a row. */
  readonly words: number
  /** Tasks with 2, 3, 4 … categories, in the order of the columns. */
  readonly runs: readonly Run[]
  /** rows × width. */
  probability: Float64Array
  /** rows × words. */
  answer: Int32Array
  /** rows; 0 for a pupil without an ability, whose row is empty. */
  usable: Uint8Array
}

/** `tasks` neighbouring tasks of `categories` categories each. */
export interface Run {
  readonly categories: number
  readonly tasks: number
}

/** Fills a sheet with the rows of some pupils. */
export interface MatchSheetWriter {
  readonly sheet: MatchSheet
  /** Pupils `member[from] … member[to − 1]` become rows 0, 1, … of the sheet, in the place of what was there. */
  write(member: ArrayLike<number>, from: number, to: number): void
}

/** A writer for the responses. The sheet is reused, and grows to the largest group written. */
export function createMatchSheet(
  responses: Responses,
  table: ItemTable,
  ability: Float64Array,
): MatchSheetWriter {
  const { offset, width, taskCount } = table
  const order = Array.from({ length: taskCount }, (_, j) => j).sort(
    (a, b) => offset[a + 1] - offset[a] - (offset[b + 1] - offset[b]) || a - b,
  )
  const column = new Int32Array(taskCount)
  const runs: { categories: number; tasks: number }[] = []
  let next = 0
  for (const j of order) {
    const categories = offset[j + 1] - offset[j]
    column[j] = next
    next += categories
    const last = runs.at(-1)
    if (last?.categories === categories) last.tasks++
    else runs.push({ categories, tasks: 1 })
  }
  const words = Math.max(1, Math.ceil(width / 32))
  const sheet: MatchSheet = {
    width,
    words,
    runs,
    probability: new Float64Array(0),
    answer: new Int32Array(0),
    usable: new Uint8Array(0),
  }
  const probability = new Float64Array(width)
  return { sheet, write }

  function write(member: ArrayLike<number>, from: number, to: number): void {
    const rows = to - from
    if (sheet.usable.length < rows) {
      sheet.probability = new Float64Array(rows * width)
      sheet.answer = new Int32Array(rows * words)
      sheet.usable = new Uint8Array(rows)
    }
    sheet.answer.fill(0, 0, rows * words)
    for (let row = 0; row < rows; row++) writeRow(row, member[from + row])
  }

  function writeRow(row: number, pupil: number): void {
    const base = row * width
    const theta = ability[pupil]
    sheet.usable[row] = Number.isFinite(theta) ? 1 : 0
    if (!Number.isFinite(theta)) {
      sheet.probability.fill(0, base, base + width)
      return
    }
    categoryProbabilities(table, theta, probability)
    for (let j = 0; j < taskCount; j++) {
      const at = base + column[j]
      const categories = offset[j + 1] - offset[j]
      const x = responses.scores[j][pupil]
      if (table.scored[256 * j + x] === 0) {
        sheet.probability.fill(0, at, at + categories)
        continue
      }
      for (let k = 0; k < categories; k++) sheet.probability[at + k] = probability[offset[j] + k]
      const bit = column[j] + x
      sheet.answer[row * words + (bit >>> 5)] |= 1 << (bit & 31)
    }
  }
}
