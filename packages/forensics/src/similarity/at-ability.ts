import type { OptionCurves } from './option-curves.ts'

/** Bandwidth in standard deviations of ability. */
const BANDWIDTH = 0.5
/** The points of the curves lie between − and + this. */
const LIMIT = 3

/**
 * A score held against that of others of equal ability: its deviate from a line fitted by kernel weights round that
 * ability (Fan 1992, JASA 87: 998–1004: unlike a kernel mean it leaves no part of a trend), in their standard deviations.
 * Who is able gives the same right answers as others who are, and who is not, many rare ones; neither is a reason to
 * stand higher. 0 where nobody differs.
 */
export function atAbility(
  score: Float64Array,
  ability: Float64Array,
  { points, pointOf }: Pick<OptionCurves, 'points' | 'pointOf'>,
): Float64Array {
  const lines = Array.from({ length: points }, (_, g) =>
    lineAt(-LIMIT + (2 * LIMIT * g) / (points - 1), score, ability),
  )
  return score.map((value, i) => {
    const { at, level, slope, sd } = lines[pointOf[i]]
    return sd > 1e-6 ? (value - level - slope * (ability[i] - at)) / sd : 0
  })
}

function lineAt(at: number, score: Float64Array, ability: Float64Array) {
  let [sum, x, xx, y, xy, yy] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < score.length; i++) {
    const distance = ability[i] - at
    const weight = Math.exp(-0.5 * (distance / BANDWIDTH) ** 2)
    sum += weight
    x += weight * distance
    xx += weight * distance * distance
    y += weight * score[i]
    xy += weight * distance * score[i]
    yy += weight * score[i] * score[i]
  }
  if (sum === 0) return { at, level: 0, slope: 0, sd: 0 }
  const spread = xx / sum - (x / sum) ** 2
  const shared = xy / sum - (x / sum) * (y / sum)
  const slope = spread > 1e-9 ? shared / spread : 0
  const variance = yy / sum - (y / sum) ** 2 - slope * shared
  return { at, level: y / sum - (slope * x) / sum, slope, sd: Math.sqrt(Math.max(0, variance)) }
}
