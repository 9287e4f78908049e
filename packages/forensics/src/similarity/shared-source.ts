import { atAbility } from './at-ability.ts'
import { commonList } from './common-list.ts'
import { type OptionAnswers, type OptionCurves, optionCurves } from './option-curves.ts'

/** How much an examinee looks like one of several who had answers from a common source. */
export interface SharedSource {
  /** N values; the larger, the more a common source explains the answers. Comparable within one assessment. */
  readonly score: Float64Array
  /** What it is made of: being alike to others, and to others who are alike; knowing a part of one list of answers. */
  readonly likeness: Float64Array
  readonly list: Float64Array
  /** Of each examinee, the partner of the largest deviate, and that deviate; −1 and −Infinity for a lonely one. */
  readonly nearest: Int32Array
  readonly largest: Float64Array
}

/** Share of answers that are not one's own in the weights: small, for preknowledge touches some of the tasks. */
const SHARE = 0.15
/** An answer is not held for rarer than this. */
const RAREST = 0.01
/** Deviation of a pair with a common source for which the likelihood ratio is written. */
const SHIFT = 2
/** Share of examinees who may be involved, a priori: what one extreme partner can count for at most is 1/ρ. */
const INVOLVED = 0.05
/** A list known to many explains more than pairs do: found on simulated lists, rings and pairs. */
const LIST_WEIGHT = 2

/**
 * Looks for examinees who share a source of answers (copying from one another, or a set of tasks known beforehand),
 * without a list of tasks, a key of who sat where, or times. Four steps:
 *
 * 1. Each pair has a deviate of weighted matches: a match on an answer with probability P for the examinee counts
 *    ln(1 + s/((1 − s)·P)), the log likelihood ratio of «taken, with chance s = .15» against «own» (a weighted omega,
 *    Wollack 1997; Trout & Gorney 2025); expectation and variance at both abilities. The larger of both directions.
 * 2. Deviates are put on the scale of the bulk of all pairs (Efron 2004): ability from the same answers makes them
 *    too narrow.
 * 3. The likelihood ratio of a shift by two, exp(2z − 2), is averaged over partners, once with all equal and once with
 *    a partner counting for more the more it resembles third ones (a step of belief propagation on the graph of pairs):
 *    one extreme partner is enough, and a ring of moderately alike outweighs accidental pairs. This is `likeness`.
 * 4. From the most alike twentieth on, a list of answers is estimated together with those who know parts of it
 *    (common-list.ts). This is `list`: it adds up what single pairs do not show.
 *
 * The score is the sum of both, each held against those of equal ability, the list counted twice. Ranks are comparable,
 * not p-values: with nobody involved, somebody is still the most alike.
 *
 * Sees pairs and rings that share a good part of the answers, and, in part, people none of whose pairs stands out: of 1 636
 * examinees and 170 tasks, 46 who know a tenth to a half of 64 tasks (simulated: area .78 with the list, .55 without). Hardly
 * sees thirty tasks, half of which most people solve anyway: that is below the noise of any score (Baik, Ben Arous & Péché
 * 2005, on when one direction shows among many). Pays for the list with pairs: where there are copied pairs only, .88
 * instead of .95.
 *
 * N²·J/2 comparisons and 8·N² bytes (1.3 s and 21 MB at 1 636 × 170), and about as long for the list: for assessments of
 * up to ten thousand. An answer left blank matches nothing.
 *
 * @param ability N finite values with mean 0 and SD 1 (a standardised total serves)
 */
export function sharedSource(answers: OptionAnswers, ability: Float64Array): SharedSource {
  const { count } = answers
  const curves = optionCurves(answers, ability)
  const deviate = pairDeviates(answers, curves)
  const nearest = new Int32Array(count).fill(-1)
  const largest = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < count; k++) {
      if (k === i || deviate[i * count + k] <= largest[i]) continue
      largest[i] = deviate[i * count + k]
      nearest[i] = k
    }
  }
  const likeness = scoreByPartners(deviate, count)
  const list = commonList(answers, curves, mostOf(likeness))
  const [alike, listed] = [likeness, list].map(part => atAbility(part, ability, curves))
  const score = alike.map((value, i) => value + LIST_WEIGHT * listed[i])
  return { score, likeness, list, nearest, largest }
}

/** 1 for the most alike: as many as may be involved. */
function mostOf(likeness: Float64Array): Uint8Array {
  const most = new Uint8Array(likeness.length)
  const order = Array.from(likeness.keys()).sort((a, b) => likeness[b] - likeness[a])
  for (const i of order.slice(0, Math.ceil(INVOLVED * order.length))) most[i] = 1
  return most
}

/** Deviates of all pairs on the scale of their bulk: N × N, symmetric, 0 on the diagonal. */
function pairDeviates({ count, chosen }: OptionAnswers, curves: OptionCurves): Float32Array {
  const tasks = chosen.length
  const { points, categories, probability, pointOf } = curves
  const weight = probability.map(p => Math.log(1 + SHARE / ((1 - SHARE) * Math.max(RAREST, p))))
  const mean = new Float64Array(points * points)
  const sd = new Float64Array(points * points)
  for (let g = 0; g < points; g++) {
    for (let h = 0; h < points; h++) {
      let sum = 0
      let variance = 0
      for (let j = 0; j < tasks; j++) {
        const [a, b] = [(g * tasks + j) * categories, (h * tasks + j) * categories]
        let first = 0
        let second = 0
        for (let v = 1; v < categories; v++) {
          const p = probability[a + v] * probability[b + v]
          first += p * weight[a + v]
          second += p * weight[a + v] ** 2
        }
        sum += first
        variance += second - first * first
      }
      mean[g * points + h] = sum
      // Where nothing is left to chance a pair says nothing.
      sd[g * points + h] = variance > 1e-9 ? Math.sqrt(variance) : Number.POSITIVE_INFINITY
    }
  }
  // One's own weight for what one chose; by row, for a pair is a run along two rows.
  const rows = new Uint8Array(count * tasks)
  const own = new Float64Array(count * tasks)
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < tasks; j++) {
      const v = chosen[j][i]
      rows[i * tasks + j] = v
      own[i * tasks + j] = v === 0 ? 0 : weight[(pointOf[i] * tasks + j) * categories + v]
    }
  }
  const deviate = new Float32Array(count * count)
  for (let i = 0; i < count; i++) {
    for (let k = i + 1; k < count; k++) {
      let one = 0
      let other = 0
      for (let j = 0, a = i * tasks, b = k * tasks; j < tasks; j++, a++, b++) {
        if (rows[a] !== rows[b]) continue
        one += own[a]
        other += own[b]
      }
      const [g, h] = [pointOf[i] * points + pointOf[k], pointOf[k] * points + pointOf[i]]
      const z = Math.max((one - mean[g]) / sd[g], (other - mean[h]) / sd[h])
      deviate[i * count + k] = z
      deviate[k * count + i] = z
    }
  }
  return scaleByBulk(deviate, count)
}

/** Subtracts the median and divides by the upper half's 84 % point, of every pair or an even sample of them. */
function scaleByBulk(deviate: Float32Array, count: number): Float32Array {
  const sample: number[] = []
  const pairs = (count * (count - 1)) / 2
  const every = Math.max(1, Math.floor(pairs / 200_000))
  let seen = 0
  for (let i = 0; i < count; i++) {
    for (let k = i + 1; k < count; k++) if (seen++ % every === 0) sample.push(deviate[i * count + k])
  }
  sample.sort((a, b) => a - b)
  const middle = sample[Math.floor(0.5 * sample.length)] ?? 0
  const spread = (sample[Math.floor(0.8413 * sample.length)] ?? 1) - middle
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < count; k++) {
      if (i !== k) deviate[i * count + k] = spread > 0 ? (deviate[i * count + k] - middle) / spread : 0
    }
  }
  return deviate
}

/**
 * Log of the mean likelihood ratio over partners: half of it with equal partners (one other is enough), half with each
 * partner weighed by the odds that it is itself involved, judged without this examinee (a ring).
 */
function scoreByPartners(deviate: Float32Array, count: number): Float64Array {
  const ratio = deviate.map(z => Math.exp(Math.min(40, SHIFT * z - (SHIFT * SHIFT) / 2)))
  const sums = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < count; k++) if (k !== i) sums[i] += ratio[i * count + k]
  }
  const score = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    let sum = 0
    let weights = 0
    for (let k = 0; k < count; k++) {
      if (k === i) continue
      const r = ratio[i * count + k]
      const alone = count > 2 ? Math.max(0, sums[k] - r) / (count - 2) : 1
      const weight = alone / (1 - INVOLVED + INVOLVED * alone)
      sum += weight * r
      weights += weight
    }
    score[i] = weights > 0 ? Math.log((sums[i] / (count - 1) + sum / weights) / 2) : 0
  }
  return score
}
