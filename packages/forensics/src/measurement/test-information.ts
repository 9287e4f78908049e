import type { Abilities } from './ability.ts'
import { taskCumulants } from './category-probabilities.ts'
import type { GpcmModel } from './gpcm-model.ts'

/** Fisher information of the test, or of the given tasks (indices into plan.tasks), at each ability: Σ_j a_j²·Var(s_j). */
export function testInformation(
  model: GpcmModel,
  abilities: ArrayLike<number>,
  tasks: readonly number[] = model.plan.tasks.map((_, j) => j),
): Float64Array {
  return Float64Array.from(abilities, theta =>
    tasks.reduce((sum, j) => sum + taskCumulants(model.plan.tasks[j], model.parameters, theta).variance, 0),
  )
}

export interface MeasurementReliability {
  /**
   * ∫ I(θ)/(I(θ) + 1)·φ(θ) dθ: what the complete test promises in the population.
   * Green et al. 1984, J. Educ. Meas. 21: 347–360.
   */
  readonly marginal: number
  /** Var(EAP) / (Var(EAP) + mean posterior variance) of these works; null below two works with scores. */
  readonly empirical: number | null
}

export function measurementReliability(model: GpcmModel, eap: Abilities): MeasurementReliability {
  const { nodes, weights } = model.quadrature
  const information = testInformation(model, nodes)
  const marginal = information.reduce((sum, i, q) => sum + (weights[q] * i) / (i + 1), 0)
  let n = 0
  let mean = 0
  let deviation = 0
  let noise = 0
  for (let i = 0; i < eap.ability.length; i++) {
    if (eap.state[i] !== 0) continue
    n++
    const off = eap.ability[i] - mean
    mean += off / n
    deviation += off * (eap.ability[i] - mean)
    noise += eap.error[i] ** 2
  }
  if (n < 2) return { marginal, empirical: null }
  const variance = deviation / (n - 1)
  return { marginal, empirical: variance / (variance + noise / n) }
}
