/**
 * Outside the school, results of fewer pupils than this are not shown: they would speak of single pupils. For the public
 * it is ten.
 */
export const LEAST_SHOWN = 5

/**
 * Which cells of a table may be shown outside the school. A cell of fewer than `least` pupils is hidden; and where the hidden
 * ones together (with what of the whole stands in no cell) would still be fewer than `least`, the smallest of the shown
 * is hidden too: else it could be had by subtraction. An empty cell speaks of nobody and is shown, unless there are fewer than
 * `least` in all.
 *
 * @param cells pupils per cell; cells do not overlap
 * @param whole pupils in all, as the reader may know it elsewhere; the sum of the cells where they are the whole
 * @returns keys of the cells that may be shown
 */
export function suppressSmallCells<K>(
  cells: ReadonlyMap<K, number>,
  whole: number,
  least: number = LEAST_SHOWN,
): Set<K> {
  if (whole > 0 && whole < least) return new Set()
  const shown = [...cells].filter(([, n]) => n === 0 || n >= least).sort(([, a], [, b]) => b - a)
  const filled = shown.filter(([, n]) => n > 0)
  const empty = shown.filter(([, n]) => n === 0)
  let hidden = whole - filled.reduce((sum, [, n]) => sum + n, 0)
  while (hidden > 0 && hidden < least && filled.length > 0) hidden += filled.pop()![1]
  return new Set([...filled, ...empty].map(([key]) => key))
}

/** Neighbouring values of a distribution taken together, both ends included. */
export interface Bar {
  readonly from: number
  readonly to: number
  readonly n: number
}

/**
 * A distribution as it may be shown outside the school: neighbouring values are taken together until at least `least` pupils
 * stand behind every bar. Null where there are fewer in all.
 *
 * @param counts pupils per value, 0 … maximum
 */
export function mergeSmallBars(counts: ArrayLike<number>, least: number = LEAST_SHOWN): Bar[] | null {
  const bars: Bar[] = []
  let [from, n] = [0, 0]
  for (let value = 0; value < counts.length; value++) {
    n += counts[value]
    if (n < least) continue
    bars.push({ from, to: value, n })
    from = value + 1
    n = 0
  }
  const last = bars.pop()
  if (!last) return null
  // What is left at the top goes to the last bar.
  bars.push({ from: last.from, to: counts.length - 1, n: last.n + n })
  return bars
}
