import type { GpcmModel } from './gpcm-model.ts'
import type { PackedWorks, Segment } from './pack-works.ts'
import { fillPosterior, fillScores, type Prior, priorsFor, scoreTables } from './posterior.ts'
import { posteriorTable, TABLE_WORKS } from './posterior-table.ts'

/** How an ability is to be read. */
export const AbilityState = {
  estimated: 0,
  /** No score of a modelled task: EAP is the population's 0 ± 1, other estimates stand at 0 and mean nothing. */
  noScores: 1,
  /** The likelihood has no maximum within the limits: the ability stands at the lower or upper limit. */
  below: 2,
  above: 3,
} as const

/** Abilities of works in the order of the input, in standard deviations of the population; never NaN. */
export interface Abilities {
  readonly ability: Float64Array
  /** Standard error: posterior SD for EAP, 1/√I(θ) for ML and WLE. */
  readonly error: Float64Array
  /** AbilityState of each work. */
  readonly state: Uint8Array
}

export function emptyAbilities(count: number): Abilities {
  return { ability: new Float64Array(count), error: new Float64Array(count), state: new Uint8Array(count) }
}

/**
 * Expected a-posteriori abilities with posterior standard deviations, population N(0, 1).
 * Bock, Mislevy 1982, Appl. Psychol. Meas. 6: 431–444. Shrunk to the population's mean: the best single guess for a
 * pupil, too close together for comparing groups.
 */
export function eapAbilities(model: GpcmModel, packed: PackedWorks): Abilities {
  const { plan, parameters, quadrature } = model
  const out = emptyAbilities(packed.count)
  const tables = scoreTables(plan, parameters)
  const priorOf = priorsFor(plan, quadrature, parameters)
  for (const segment of packed.segments) {
    const prior = priorOf(segment.tasks)
    const many = segment.to - segment.from >= TABLE_WORKS
    const posterior = many ? interpolated(prior) : exact(prior)
    const empty = segment.tasks.length === 0
    forScores(packed, segment, tables, (work, t) => {
      posterior(t, out, work)
      if (empty) out.state[work] = AbilityState.noScores
    })
  }
  return out
}

const BLOCK = 1024

/** Calls `use` with the index of the work in the input and its weighted score T. */
export function forScores(
  packed: PackedWorks,
  segment: Segment,
  tables: readonly Float64Array[],
  use: (work: number, t: number) => void,
): void {
  const t = new Float64Array(BLOCK)
  for (let from = segment.from; from < segment.to; from += BLOCK) {
    const size = Math.min(BLOCK, segment.to - from)
    fillScores(tables, packed.codes, from, size, t)
    for (let i = 0; i < size; i++) use(packed.order === null ? from + i : packed.order[from + i], t[i])
  }
}

type WritePosterior = (t: number, out: Abilities, work: number) => void

function exact(prior: Prior): WritePosterior {
  const probabilities = new Float64Array(prior.nodes.length)
  return (t, out, work) => {
    const moments = fillPosterior(prior, t, probabilities, 0)
    out.ability[work] = moments.mean
    out.error[work] = Math.sqrt(moments.variance)
  }
}

/** The variance is the derivative of the mean; both are interpolated by four points, to about 1e-7. */
function interpolated(prior: Prior): WritePosterior {
  const { start, step, mean, variance } = posteriorTable(prior)
  return (t, out, work) => {
    const x = (t - start) / step
    const g = Math.floor(x)
    const u = x - g
    const v = 1 - u
    const w0 = (-u * v * (1 + v)) / 6
    const w1 = (v * (1 + u) * (1 + v)) / 2
    const w2 = (u * (1 + u) * (1 + v)) / 2
    const w3 = (-u * v * (1 + u)) / 6
    out.ability[work] = w0 * mean[g - 1] + w1 * mean[g] + w2 * mean[g + 1] + w3 * mean[g + 2]
    out.error[work] = Math.sqrt(
      w0 * variance[g - 1] + w1 * variance[g] + w2 * variance[g + 1] + w3 * variance[g + 2],
    )
  }
}
