import type { ItemTable } from './gpcm.ts'

/**
 * How the abilities were estimated; Snijders' correction depends on it. A work of all or no points has no
 * maximum-likelihood ability, and so no statistic under `ml`.
 */
export type AbilityEstimator =
  | { readonly kind: 'ml' }
  | { readonly kind: 'wle' }
  | { readonly kind: 'map'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'eap' }

/** One pupil: category probabilities at the pupil's ability, the tasks the pupil has and the points in them. */
export interface Person {
  readonly table: ItemTable
  readonly probability: Float64Array
  /** The first `tasks` entries are indexes of tasks. */
  readonly own: Int32Array
  readonly answer: Int32Array
  readonly tasks: number
  readonly theta: number
}

/** Moments of W = Σ_j (w_{j,x_j} − E w_j); a standard deviation is 0 where W cannot vary. */
export interface Moments {
  /** W of the pupil; its mean at a known ability is 0. */
  readonly deviation: number
  readonly plainSd: number
  /** Third cumulant. */
  readonly plainThird: number
  readonly correctedMean: number
  readonly correctedSd: number
  readonly correctedThird: number
}

/** A remaining variance below this share of the original is rounding: the weights were linear in the score. */
const NO_VARIANCE = 1e-12

/** A variance below this is rounding: the tasks have the same probabilities, and so no weights. */
const NO_SPREAD = 1e-20

/**
 * Mean, spread and third cumulant of a weighted sum of responses, with the ability known and estimated.
 *
 * Snijders (2001): with r_jk = P′_jk/P_jk = a_j(k − E_j), c = Σ P′w / Σ P′r and w̃ = w − c·r, W is asymptotically
 * normal with mean −c·r₀ and variance Σ Var(w̃_j), where r₀ comes from the estimating equation
 * r₀(θ̂) + Σ_j r_{j,x_j} = 0: 0 for ML, J/(2I) for WLE with J = Σ P′P″/P = Σ a³·κ₃(x_j), the derivative −(θ̂ − μ)/σ²
 * of the prior's logarithm for MAP. EAP solves no such equation; there r₀ is what the pupil's own score function
 * leaves, r₀ = −Σ_j r_{j,x_j}, which makes W − mean = Σ(w̃_x − E w̃), insensitive to first order to the error of any
 * estimate. (W itself is summed with w, not w̃: with both, −c·r₀ would be taken off twice.)
 */
export function standardise(person: Person, weight: Float64Array, estimator: AbilityEstimator): Moments {
  const { table, probability, own, answer, tasks } = person
  const { offset, slope } = table
  let deviation = 0
  let plainVariance = 0
  let plainThird = 0
  let cross = 0
  let information = 0
  let scoreFunction = 0
  let scoreThird = 0
  for (let t = 0; t < tasks; t++) {
    const j = own[t]
    const from = offset[j]
    const to = offset[j + 1]
    let meanWeight = 0
    let meanScore = 0
    for (let c = from; c < to; c++) {
      meanWeight += probability[c] * weight[c]
      meanScore += probability[c] * (c - from)
    }
    let second = 0
    let third = 0
    let covariance = 0
    let scoreSecond = 0
    let scoreCube = 0
    for (let c = from; c < to; c++) {
      const p = probability[c]
      const w = weight[c] - meanWeight
      const k = c - from - meanScore
      second += p * w * w
      third += p * w * w * w
      covariance += p * w * k
      scoreSecond += p * k * k
      scoreCube += p * k * k * k
    }
    const a = slope[j]
    deviation += weight[from + answer[t]] - meanWeight
    plainVariance += second
    plainThird += third
    cross += a * covariance
    information += a * a * scoreSecond
    scoreFunction += a * (answer[t] - meanScore)
    scoreThird += a * a * a * scoreCube
  }
  const plainSd = plainVariance > NO_SPREAD ? Math.sqrt(plainVariance) : 0
  if (plainSd === 0 || !(information > 0)) {
    return { deviation, plainSd, plainThird, correctedMean: 0, correctedSd: 0, correctedThird: 0 }
  }

  const ratio = cross / information
  let correctedVariance = 0
  let correctedThird = 0
  for (let t = 0; t < tasks; t++) {
    const j = own[t]
    const from = offset[j]
    const to = offset[j + 1]
    const tilt = ratio * slope[j]
    let mean = 0
    for (let c = from; c < to; c++) mean += probability[c] * (weight[c] - tilt * (c - from))
    for (let c = from; c < to; c++) {
      const w = weight[c] - tilt * (c - from) - mean
      const pw = probability[c] * w * w
      correctedVariance += pw
      correctedThird += pw * w
    }
  }
  const correctedSd = correctedVariance > NO_VARIANCE * plainVariance ? Math.sqrt(correctedVariance) : 0
  const rest = estimatingRest(estimator, person.theta, information, scoreThird, scoreFunction)
  return { deviation, plainSd, plainThird, correctedMean: -ratio * rest, correctedSd, correctedThird }
}

/** r₀ of the estimating equation. */
function estimatingRest(
  estimator: AbilityEstimator,
  theta: number,
  information: number,
  scoreThird: number,
  scoreFunction: number,
): number {
  switch (estimator.kind) {
    case 'ml':
      return 0
    case 'wle':
      return scoreThird / (2 * information)
    case 'map':
      return -(theta - estimator.mean) / estimator.sd ** 2
    case 'eap':
      return -scoreFunction
  }
}
