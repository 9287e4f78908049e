import type { Random } from '../random.ts'
import type { PlantOutcome } from '../types.ts'
import { type PlantTarget, rounded } from './target.ts'

/**
 * Journal marks without regard to ability: the marks of the rows are dealt out anew. `lean` 0 deals them blindly
 * (r_s near zero, either sign); above 0 the weaker works tend to get the higher marks, 1 turns the order round.
 * Totals and scores stay.
 */
export function journalDetached(
  target: PlantTarget,
  random: Random,
  { lean = 0 }: { lean?: number } = {},
): PlantOutcome {
  const { works } = target
  const rows = target.rows.filter(row => works.journal[row] > 0)
  const before = rows.map(row => works.journal[row])
  const high = [...before].sort((a, b) => b - a)
  const weakness = ranks(rows.map(row => -works.total[row]))
  const order = rows
    .map((row, i) => ({ row, place: lean * weakness[i] + (1 - lean) * rows.length * random.uniform() }))
    .sort((a, b) => b.place - a.place)
  order.forEach(({ row }, i) => {
    works.journal[row] = high[i]
  })
  return {
    works: rows.filter((row, i) => works.journal[row] !== before[i]).length,
    size: rounded(
      correlation(ranks(rows.map(row => works.journal[row])), ranks(rows.map(row => works.total[row]))),
    ),
    measure: 'spearman',
  }
}

/** Ranks from 1, equal values share their average rank. */
function ranks(values: readonly number[]): number[] {
  return values.map(value => {
    const below = values.filter(other => other < value).length
    const equal = values.filter(other => other === value).length
    return below + (equal + 1) / 2
  })
}

/** Pearson's r; 0 where one side does not vary. */
function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  let [xy, xx, yy] = [0, 0, 0]
  x.forEach((value, i) => {
    xy += (value - mx) * (y[i] - my)
    xx += (value - mx) ** 2
    yy += (y[i] - my) ** 2
  })
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0
}
