import type { GroupedWorks } from '../channels/prepare-works.ts'
import { highMean } from '../official-2019/high-mean.ts'
import { createTally, tallyWorks } from '../tally.ts'

/**
 * Method A of 2019 as a ranking: by how much the lower bound of the school's mean lies above the upper bound of the
 * region's, in points, the greatest over the sets; above 0 the method marks the school. NaN without an interval.
 */
export function officialMargin(sets: readonly GroupedWorks[]): Float64Array {
  const margin = new Float64Array(sets[0]?.schoolCount ?? 0).fill(Number.NaN)
  for (const set of sets) {
    // The method looks at totals only.
    const tally = createTally({ ...set, taskMaxima: new Uint8Array() })
    tallyWorks(tally, { ...set, scores: [] })
    for (const { school, lower, reference } of highMean.compute(tally).findings) {
      if (lower === null || reference === null) continue
      if (!(lower - reference <= margin[school])) margin[school] = lower - reference
    }
  }
  return margin
}
