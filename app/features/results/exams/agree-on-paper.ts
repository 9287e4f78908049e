import type { Task } from '../types.ts'
import type { ExamRow } from './exam-row.ts'

/** What a paper consists of, as most rows of a block say it. */
export interface ExamPaper {
  /** Length of the mask of short answers. */
  readonly short: number
  /** Maximum of each long answer. */
  readonly long: readonly number[]
  readonly tasks: readonly Task[]
  /** What the tasks come to if each short answer is worth a point; some may be worth more. */
  readonly sum: number
}

/** A file does not say what its paper consists of: the length and the maxima that most rows have are taken. */
export function agreeOnPaper(rows: readonly Pick<ExamRow, 'short' | 'long'>[]): ExamPaper {
  const short = usual(rows.flatMap(row => (row.short ? [row.short.scores.length] : []))) ?? 0
  const written = usual(rows.flatMap(row => (row.long ? [row.long.maxima.join(' ')] : [])))
  const long = written === null ? [] : written.split(' ').map(Number)
  return {
    short,
    long,
    tasks: [
      ...Array.from({ length: short }, (_, i) => task(`к${i + 1}`, 1)),
      ...long.map((max, i) => task(`р${i + 1}`, max)),
    ],
    sum: short + long.reduce((sum, max) => sum + max, 0),
  }
}

/** Answers are numbered by form: where a long answer stands on the paper, the file does not say. */
function task(name: string, max: number): Task {
  return { name, max, level: null }
}

/** The value met most often; of equals the greater, so that the order of rows decides nothing. */
function usual<T extends string | number>(values: readonly T[]): T | null {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [found] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? 1 : -1))
  return found ? found[0] : null
}
