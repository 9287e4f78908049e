/**
 * Adjusted p-values (q) of Benjamini–Hochberg: calling every finding with q ≤ 0.05 keeps the expected share of
 * false ones among them at 5 %, for independent (or positively dependent) tests. Nulls stay null and do not count.
 *
 * Benjamini, Hochberg 1995, JRSS B 57: 289–300.
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const order = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  order.sort((a, b) => b.value - a.value)
  const q: (number | null)[] = p.map(() => null)
  let smallest = 1
  order.forEach(({ value, index }, fromLargest) => {
    smallest = Math.min(smallest, (value * order.length) / (order.length - fromLargest))
    q[index] = smallest
  })
  return q
}
