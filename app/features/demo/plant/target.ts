import type { DemoWorks } from '../types.ts'

/** The works that a plant may edit in place: some rows of a set, and what is known of its paper. */
export interface PlantTarget {
  readonly works: Pick<DemoWorks, 'variant' | 'total' | 'journal' | 'scores'>
  /** Rows of written works, of one class or of a school. */
  readonly rows: readonly number[]
  readonly maxima: readonly number[]
  /** Share of the maximum per task in the region: the lower, the harder. */
  readonly shares: readonly number[]
  /** First primary scores of marks 3, 4 and 5. */
  readonly boundaries: readonly [number, number, number]
}

export function meanTotal({ works, rows }: Pick<PlantTarget, 'works' | 'rows'>): number {
  if (rows.length === 0) return 0
  return rows.reduce((sum, row) => sum + works.total[row], 0) / rows.length
}

/** Two decimals: a truth file is read by people. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/**
 * Runs an edit of totals and says what it did: works whose total or scores changed, rise of the mean total.
 */
export function inPoints(target: PlantTarget, edit: () => void) {
  const rowText = (row: number) => target.works.scores.map(column => column[row]).join()
  const before = target.rows.map(rowText)
  const mean = meanTotal(target)
  edit()
  const works = target.rows.filter((row, i) => rowText(row) !== before[i]).length
  return { works, size: rounded(meanTotal(target) - mean), measure: 'points' as const }
}
