/**
 * How well scores tell the true from the rest: area under the ROC curve and the share found at a small share of false
 * alarms, with bootstrap intervals. Used by every bench of detection, so that all figures mean the same.
 *
 * In all functions a truth of 1 is positive, 0 negative and anything else leaves the unit out; a score that is NaN
 * («nothing to say») stands below all others. Ties count half: everything is what breaking them at random would give
 * on average.
 */

import { seededRandom } from '../../packages/forensics/src/measurement/index.ts'

export interface DetectionOptions {
  /** Share of the negatives allowed above the cut; .01 by default. */
  readonly fpr?: number
  /** Units that are drawn together (classes of a school, grades of a school); each by itself by default. */
  readonly clusters?: ArrayLike<number>
  /** 500 by default. */
  readonly draws?: number
  readonly seed?: number
}

export interface Detection {
  readonly positives: number
  readonly negatives: number
  readonly auc: number
  /** Share of the positives above the cut. */
  readonly power: number
  /** 95 % percentile intervals. */
  readonly aucInterval: readonly [number, number]
  readonly powerInterval: readonly [number, number]
}

/** Area under the ROC curve: the chance that a positive scores above a negative. NaN without both. */
export function auc(scores: ArrayLike<number>, truth: ArrayLike<number>): number {
  return rank(scores, truth).measure(null, 0).auc
}

/** Share of the positives above the cut that a share `fpr` of the negatives passes. NaN without both. */
export function powerAt(scores: ArrayLike<number>, truth: ArrayLike<number>, fpr: number): number {
  return rank(scores, truth).measure(null, fpr).power
}

/** Both measures with intervals from drawing clusters with replacement (Efron 1979); the same for the same seed. */
export function measureDetection(
  scores: ArrayLike<number>,
  truth: ArrayLike<number>,
  { fpr = 0.01, clusters, draws = 500, seed = 1 }: DetectionOptions = {},
): Detection {
  const ranking = rank(scores, truth)
  const count = scores.length
  const ids = new Map<number, number>()
  const clusterOf = Int32Array.from({ length: count }, (_, i) => {
    const name = clusters === undefined ? i : clusters[i]
    const id = ids.get(name) ?? ids.size
    ids.set(name, id)
    return id
  })
  const random = seededRandom(seed)
  const times = new Float64Array(ids.size)
  const weight = new Float64Array(count)
  const areas: number[] = []
  const powers: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0)
    for (let c = 0; c < ids.size; c++) times[Math.floor(random() * ids.size)]++
    for (let i = 0; i < count; i++) weight[i] = times[clusterOf[i]]
    const drawn = ranking.measure(weight, fpr)
    if (Number.isNaN(drawn.auc)) continue
    areas.push(drawn.auc)
    powers.push(drawn.power)
  }
  return {
    positives: ranking.positives,
    negatives: ranking.negatives,
    ...ranking.measure(null, fpr),
    aucInterval: middle95(areas),
    powerInterval: middle95(powers),
  }
}

/** «.912 [.901; .923] / .64 [.58; .70]», as the benches print it. */
export function describeDetection({ auc, power, aucInterval, powerInterval }: Detection): string {
  const short = (x: number, digits: number) => x.toFixed(digits).replace(/^0/, '')
  const whole = (x: number, [low, high]: readonly [number, number], digits: number) =>
    `${short(x, digits)} [${short(low, digits)}; ${short(high, digits)}]`
  return `${whole(auc, aucInterval, 3)} / ${whole(power, powerInterval, 2)}`
}

interface Ranking {
  readonly positives: number
  readonly negatives: number
  /** With weights per unit, or each unit once. */
  measure(weight: Float64Array | null, fpr: number): { auc: number; power: number }
}

/** Sorts once, so that a bootstrap draw costs one pass. */
function rank(scores: ArrayLike<number>, truth: ArrayLike<number>): Ranking {
  const value = (i: number) => (Number.isNaN(scores[i]) ? Number.NEGATIVE_INFINITY : scores[i])
  const order: number[] = []
  let positives = 0
  for (let i = 0; i < scores.length; i++) {
    if (truth[i] !== 0 && truth[i] !== 1) continue
    order.push(i)
    positives += truth[i]
  }
  order.sort((a, b) => (value(a) === value(b) ? 0 : value(b) - value(a)))
  return { positives, negatives: order.length - positives, measure }

  function measure(weight: Float64Array | null, fpr: number): { auc: number; power: number } {
    let allPositive = 0
    let allNegative = 0
    for (const i of order) {
      const w = weight === null ? 1 : weight[i]
      if (truth[i] === 1) allPositive += w
      else allNegative += w
    }
    if (allPositive === 0 || allNegative === 0) return { auc: Number.NaN, power: Number.NaN }
    const allowed = fpr * allNegative
    let found = 0
    let alarms = 0
    let area = 0
    let power = Number.NaN
    for (let from = 0; from < order.length; ) {
      let more = 0
      let falsely = 0
      let to = from
      for (; to < order.length && value(order[to]) === value(order[from]); to++) {
        const i = order[to]
        const w = weight === null ? 1 : weight[i]
        if (truth[i] === 1) more += w
        else falsely += w
      }
      // Among equal scores the curve is a straight line. A level step up at the allowed share is still below the cut.
      if (Number.isNaN(power) && alarms + falsely > allowed)
        power = (found + (more * (allowed - alarms)) / falsely) / allPositive
      area += falsely * (found + more / 2)
      found += more
      alarms += falsely
      from = to
    }
    return { auc: area / (allPositive * allNegative), power: Number.isNaN(power) ? 1 : power }
  }
}

function middle95(values: number[]): readonly [number, number] {
  values.sort((a, b) => a - b)
  if (values.length === 0) return [Number.NaN, Number.NaN]
  const at = (share: number) => values[Math.round(share * (values.length - 1))]
  return [at(0.025), at(0.975)]
}
