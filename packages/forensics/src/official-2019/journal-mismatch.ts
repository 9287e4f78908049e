import { message } from '../message.ts'
import type { Method, MethodResult, SchoolFinding } from '../method.ts'
import { smallSample } from '../notes.ts'
import { sources } from '../sources.ts'
import { JOURNAL_ROWS, type Tally } from '../tally.ts'

/** Fewer pairs cannot contradict each other in a way worth a number. */
export const FEWEST_PAIRS = 3

export interface JournalMismatchRegion {
  /** Works with a mark in the journal, over all schools. */
  readonly pairs: number
  /** Schools with at least one pair, and those of them with enough pairs for a coefficient. */
  readonly schools: number
  readonly measured: number
  readonly marked: number
}

/**
 * Method B of 2019, signs 7–10: Spearman's r_s = 1 − 6Σd²/(n(n²−1)) between the school's journal mark and the
 * primary score inside the school; marked when r_s < 0. Average ranks for ties, at least three pairs, no correction
 * for ties (none is prescribed). The corrected coefficient — Pearson's of the ranks — stands in
 * `details.tieCorrected`, null where all ranks of one side are equal. It cannot acquit a marked school: with A, B the
 * sums of squares of the two ranks, C their product sum and T = n(n² − 1)/12 ≥ A, B, r_s = (2T − A − B + 2C)/2T < 0
 * asks for 2C < A + B − 2T ≤ 0, and the corrected value has the sign of C.
 *
 * Works without a journal mark are no pairs. A school without pairs has no finding.
 */
export const journalMismatch: Method<Tally, MethodResult<JournalMismatchRegion>> = {
  id: 'journal-mismatch',
  family: 'official-2019',
  version: '1',
  title: message('method.journal-mismatch.title'),
  sources: [sources.method2019Journal],
  needs: ['totals', 'journal'],
  compute,
  explain({ n, value, marked, details }: SchoolFinding) {
    if (value === null) return message('method.journal-mismatch.no-value', { n })
    if (!marked) return message('method.journal-mismatch.not-marked', { n, value })
    const { tieCorrected } = details as { tieCorrected: number }
    return message('method.journal-mismatch.marked', { n, value, tieCorrected })
  },
  innocent: [
    message('innocent.small-class'),
    message('innocent.equal-marks'),
    message('innocent.journal-other-content'),
    message('innocent.shifted-columns'),
  ],
  confirm: [message('confirm.journal-review'), message('confirm.remark-sample')],
  refute: [message('refute.protocol-slip'), message('refute.controlled-procedure')],
}

function compute(tally: Tally): MethodResult<JournalMismatchRegion> {
  const findings: SchoolFinding[] = []
  for (let school = 0; school < tally.shape.schoolCount; school++) {
    const finding = findingOf(tally, school)
    if (finding) findings.push(finding)
  }
  return {
    region: {
      pairs: findings.reduce((sum, { n }) => sum + n, 0),
      schools: findings.length,
      measured: findings.filter(({ value }) => value !== null).length,
      marked: findings.filter(({ marked }) => marked).length,
    },
    findings,
  }
}

function findingOf(tally: Tally, school: number): SchoolFinding | null {
  const totals = tally.shape.maxScore + 1
  const start = school * JOURNAL_ROWS * totals
  // Rows 1…5 of the school's table: row 0 are works without a journal mark.
  const table = tally.cells.subarray(start + totals, start + JOURNAL_ROWS * totals)
  const byMark = new Float64Array(JOURNAL_ROWS - 1)
  const byTotal = new Float64Array(totals)
  let n = 0
  for (let mark = 0, cell = 0; mark < byMark.length; mark++)
    for (let total = 0; total < totals; total++, cell++) {
      n += table[cell]
      byMark[mark] += table[cell]
      byTotal[total] += table[cell]
    }
  if (n === 0) return null
  const notes = smallSample(n)
  let value: number | null = null
  let tieCorrected: number | null = null
  if (n < FEWEST_PAIRS) notes.push(message('note.too-few-pairs', { n }))
  else {
    const agreement = compareRanks(table, doubledRanks(byMark), doubledRanks(byTotal), n)
    value = agreement.simple
    tieCorrected = agreement.tieCorrected
    if (agreement.constantMarks) notes.push(message('note.constant-marks'))
    if (agreement.constantTotals) notes.push(message('note.constant-totals'))
  }
  return {
    school,
    n,
    value,
    lower: null,
    upper: null,
    reference: value === null ? null : 0,
    marked: value !== null && value < 0,
    p: null,
    q: null,
    notes,
    // The table behind a marked coefficient, so that it can be drawn; for all schools it would be the data again.
    details: value !== null && value < 0 ? { tieCorrected, table: rowsOf(table, totals) } : { tieCorrected },
  }
}

/** Works by journal mark 1…5 (rows) and primary score (columns). */
function rowsOf(table: Uint32Array, totals: number): number[][] {
  return Array.from({ length: table.length / totals }, (_, row) => [
    ...table.subarray(row * totals, (row + 1) * totals),
  ])
}

/** Twice the average rank of each class of equal values: an integer, so that sums of squares are exact. */
function doubledRanks(counts: Float64Array): Float64Array {
  const ranks = new Float64Array(counts.length)
  let before = 0
  for (let i = 0; i < counts.length; i++) {
    ranks[i] = 2 * before + counts[i] + 1
    before += counts[i]
  }
  return ranks
}

function compareRanks(table: Uint32Array, markRank: Float64Array, totalRank: Float64Array, n: number) {
  const totals = totalRank.length
  // The mean of the doubled ranks is n + 1 whatever the ties.
  let distance = 0
  let product = 0
  let markSpread = 0
  let totalSpread = 0
  for (let m = 0, cell = 0; m < markRank.length; m++)
    for (let t = 0; t < totals; t++, cell++) {
      const works = table[cell]
      if (works === 0) continue
      const mark = markRank[m] - n - 1
      const total = totalRank[t] - n - 1
      distance += works * (mark - total) ** 2
      product += works * mark * total
      markSpread += works * mark * mark
      totalSpread += works * total * total
    }
  const constantMarks = markSpread === 0
  const constantTotals = totalSpread === 0
  return {
    // Σ(2d)² = 4Σd², hence 6/4. One division of integers: the sign cannot be lost to rounding.
    simple: (2 * n * (n * n - 1) - 3 * distance) / (2 * n * (n * n - 1)),
    tieCorrected: constantMarks || constantTotals ? null : product / Math.sqrt(markSpread * totalSpread),
    constantMarks,
    constantTotals,
  }
}
