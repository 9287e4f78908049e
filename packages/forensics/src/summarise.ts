import { JOURNAL_ROWS, type Tally } from './tally.ts'

/** Works per primary score (0 … maxScore) of one school. */
export function schoolDistribution(tally: Tally, school: number): Uint32Array {
  const totals = tally.shape.maxScore + 1
  const distribution = new Uint32Array(totals)
  const start = school * JOURNAL_ROWS * totals
  for (let journal = 0; journal < JOURNAL_ROWS; journal++)
    for (let total = 0; total < totals; total++)
      distribution[total] += tally.cells[start + journal * totals + total]
  return distribution
}

/** Works per primary score (0 … maxScore) of all schools together. */
export function regionDistribution(tally: Tally): Uint32Array {
  const totals = tally.shape.maxScore + 1
  const distribution = new Uint32Array(totals)
  for (let start = 0; start < tally.cells.length; start += totals)
    for (let total = 0; total < totals; total++) distribution[total] += tally.cells[start + total]
  return distribution
}
