/**
 * How many works of a class to mark again so that at least one changed work is met with probability 1 − `miss`, when a
 * share `changed` of the class is: the smallest n with hypergeometric P(0) ≤ miss. With a fifth of the works changed and
 * miss .05 that is 11 of 25, 14 of very many. Sampling without replacement; an attribute plan as in Dodge & Romig 1929.
 *
 * @param works size of the class, ≥ 1
 * @returns 1 … works; all works where even that cannot reach the probability
 */
export function worksToRecheck(works: number, { changed = 0.2, miss = 0.05 } = {}): number {
  const odd = Math.max(1, Math.round(works * changed))
  let unmet = 1
  for (let n = 1; n <= works; n++) {
    unmet *= Math.max(0, works - odd - (n - 1)) / (works - (n - 1))
    if (unmet <= miss) return n
  }
  return works
}
