import { seededRandom } from '../measurement/index.ts'

/** One run: a score per school (large = odd, NaN below all others) and who was planted. */
export interface ScoredSchools {
  readonly score: Float64Array
  /** Per school 1 planted, 0 not. */
  readonly planted: Uint8Array
}

/** Share of the planted schools that were flagged, with a 95 % interval; NaN where none was planted. */
export interface ShareFound {
  readonly power: number
  readonly lower: number
  readonly upper: number
}

const DRAWS = 400

/**
 * Flags, in each run, the oddest schools down to where a share `budget` of the unplanted ones is flagged, and counts the
 * planted ones among them, over all runs. Schools tied with one that is too many are not flagged. The interval draws
 * schools with replacement, each with all its runs, and cuts anew (Efron 1979, Ann. Stat. 7: 1–26, percentiles).
 */
export function shareFound(runs: readonly ScoredSchools[], budget: number): ShareFound {
  const orders = runs.map(({ score }) => {
    const known = Array.from(score.keys()).filter(s => !Number.isNaN(score[s]))
    return Int32Array.from(known.sort((a, b) => score[b] - score[a]))
  })
  const schools = runs[0]?.score.length ?? 0
  const power = (weight: Float64Array) => {
    let found = 0
    let all = 0
    runs.forEach((run, k) => {
      for (let s = 0; s < schools; s++) all += weight[s] * run.planted[s]
      found += flagged(run, orders[k], weight, budget)
    })
    return found / all
  }
  const random = seededRandom(schools)
  const draws: number[] = []
  const weight = new Float64Array(schools)
  for (let draw = 0; draw < DRAWS; draw++) {
    weight.fill(0)
    for (let s = 0; s < schools; s++) weight[Math.floor(random() * schools)]++
    const drawn = power(weight)
    if (!Number.isNaN(drawn)) draws.push(drawn)
  }
  draws.sort((a, b) => a - b)
  const at = (share: number) => draws[Math.round(share * (draws.length - 1))] ?? Number.NaN
  return { power: power(weight.fill(1)), lower: at(0.025), upper: at(0.975) }
}

/** Weight of the planted schools above the cut. */
function flagged(
  { score, planted }: ScoredSchools,
  order: Int32Array,
  weight: Float64Array,
  budget: number,
): number {
  let allowed = 0
  for (let s = 0; s < score.length; s++) allowed += budget * weight[s] * (1 - planted[s])
  let found = 0
  for (let from = 0; from < order.length; ) {
    let more = 0
    let to = from
    for (; to < order.length && score[order[to]] === score[order[from]]; to++) {
      const s = order[to]
      if (planted[s] === 1) more += weight[s]
      else allowed -= weight[s]
    }
    // Sums of products of a budget like .01 are not exact.
    if (allowed < -1e-9) break
    found += more
    from = to
  }
  return found
}
