import { normalUpperQuantile } from '../person-fit/normal-quantile.ts'

/** Share of the largest draws that the tail beyond them is drawn from. */
const TAIL = 0.01

/**
 * From a score whose distribution under the null is known by simulation to a standard normal score: the share of draws
 * above it, interpolated; beyond the last hundredth an exponential tail with the mean excess of the draws there (scores
 * that are log likelihood ratios have tails no heavier).
 *
 * @param draws scores simulated under the null, at least 1,000; sorted in place
 */
export function normalScorer(draws: Float64Array): (score: number) => number {
  draws.sort()
  const size = draws.length
  const from = Math.floor(size * (1 - TAIL))
  const end = draws[from]
  let excess = 0
  for (let i = from; i < size; i++) excess += draws[i] - end
  const mean = Math.max(1e-9, excess / (size - from))
  const least = 0.5 / size
  return score => {
    if (score >= end) {
      const p = Math.max(1e-290, (1 - from / size) * Math.exp(-(score - end) / mean))
      return normalUpperQuantile(p)
    }
    let [low, high] = [0, size]
    while (low < high) {
      const middle = (low + high) >> 1
      if (draws[middle] < score) low = middle + 1
      else high = middle
    }
    const step = low > 0 ? draws[low] - draws[low - 1] : 0
    const below = low === 0 ? 0 : low - 1 + (step > 0 ? (score - draws[low - 1]) / step : 1)
    return normalUpperQuantile(Math.min(1 - least, Math.max(least, 1 - below / size)))
  }
}
