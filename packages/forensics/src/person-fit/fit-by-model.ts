import { type Column, createColumn, setValue } from './column.ts'
import { categoryProbabilities, type ItemParameters, type ItemTable, tabulateItems } from './gpcm.ts'
import type { Responses } from './responses.ts'
import { type AbilityEstimator, type Moments, standardise } from './standardise.ts'

/** A statistic of the form (W − μ)/σ and the skewness γ of W under the model, by pupil. */
export interface Standardised {
  readonly z: Column
  /** Present where z is. */
  readonly skew: Column
}

/** One statistic with the ability taken as known, and with the correction for its being estimated. */
export interface ModelStatistic {
  readonly plain: Standardised
  readonly corrected: Standardised
}

export type ModelStatisticId = 'lz' | 'eci2' | 'eci4'

const ALL_STATISTICS: readonly ModelStatisticId[] = ['lz', 'eci2', 'eci4']

export interface FitByModelOptions<Id extends ModelStatisticId = ModelStatisticId> {
  readonly estimator: AbilityEstimator
  /** Which to compute; all by default. */
  readonly statistics?: readonly Id[]
  /**
   * Mean category probabilities of the whole population (`meanProbabilities`), needed by ECI2; of these pupils by
   * default. Give them when one assessment is computed in parts.
   */
  readonly population?: Float64Array
}

/**
 * Parametric person fit of N pupils under the generalised partial credit model.
 *
 * All have the form W = Σ_j (w_{j,x_j} − E w_j), standardised by its model moments:
 * - `lz`: w_jk = ln P_jk (Drasgow, Levine & Williams 1985); low values do not fit;
 * - `eci2`: w_jk = ḡ_k − g_jk, g_jk the population's mean P_jk, ḡ_k its mean over the tasks with category k;
 * - `eci4`: w_jk = P̄_k(θ) − P_jk(θ), the mean over the pupil's tasks (Tatsuoka 1984; for mixed formats Sinharay
 *   2018); high values do not fit.
 *
 * `corrected` is lz* and its like: Snijders (2001), for polytomous tasks Sinharay (2016), see `standardise`.
 * Corrections for skewness are functions of z and γ: `cornishFisher`, `edgeworth`, `chiSquareCorrected`.
 *
 * @param items K tasks (`itemParametersOf`)
 * @param ability N; a pupil without a finite ability has no statistic
 */
export function fitByModel<Id extends ModelStatisticId = ModelStatisticId>(
  responses: Responses,
  items: readonly ItemParameters[],
  ability: Float64Array,
  options: FitByModelOptions<Id>,
): Record<Id, ModelStatistic> {
  const table = tabulateItems(items)
  const wanted: readonly ModelStatisticId[] = options.statistics ?? ALL_STATISTICS
  const result: Partial<Record<ModelStatisticId, ModelStatistic>> = {}
  for (const id of wanted) result[id] = createStatistic(responses.count)
  const eci2Weights = wanted.includes('eci2')
    ? populationWeights(table, options.population ?? meanProbabilities(responses, items, ability))
    : new Float64Array(0)

  const { count, scores } = responses
  const probability = new Float64Array(table.width)
  const logarithm = new Float64Array(table.width)
  const weight = new Float64Array(table.width)
  const own = new Int32Array(table.taskCount)
  const answer = new Int32Array(table.taskCount)
  for (let i = 0; i < count; i++) {
    const theta = ability[i]
    if (!Number.isFinite(theta)) continue
    let tasks = 0
    for (let j = 0; j < table.taskCount; j++) {
      const x = scores[j][i]
      if (table.scored[256 * j + x] === 0) continue
      own[tasks] = j
      answer[tasks++] = x
    }
    if (tasks === 0) continue
    if (options.estimator.kind === 'ml' && isExtreme(table, own, answer, tasks)) continue
    categoryProbabilities(table, theta, probability, logarithm)
    const person = { table, probability, own, answer, tasks, theta }
    if (result.lz) write(result.lz, i, standardise(person, logarithm, options.estimator))
    if (result.eci2) write(result.eci2, i, standardise(person, eci2Weights, options.estimator))
    if (result.eci4) {
      ownMeanWeights(table, probability, own, tasks, weight)
      write(result.eci4, i, standardise(person, weight, options.estimator))
    }
  }
  return result as Record<Id, ModelStatistic>
}

/**
 * Mean category probabilities over the pupils who have the task and a finite ability; `Σ(m_j + 1)` values in the
 * order of tasks, zeros for a task that nobody has. Sums over parts may be weighted by their numbers of pupils.
 */
export function meanProbabilities(
  { count, scores }: Responses,
  items: readonly ItemParameters[],
  ability: Float64Array,
): Float64Array {
  const table = tabulateItems(items)
  const { width, taskCount, offset } = table
  const probability = new Float64Array(width)
  const sum = new Float64Array(width)
  const pupils = new Float64Array(taskCount)
  for (let i = 0; i < count; i++) {
    if (!Number.isFinite(ability[i])) continue
    categoryProbabilities(table, ability[i], probability)
    for (let j = 0; j < taskCount; j++) {
      if (table.scored[256 * j + scores[j][i]] === 0) continue
      pupils[j]++
      for (let c = offset[j]; c < offset[j + 1]; c++) sum[c] += probability[c]
    }
  }
  for (let j = 0; j < taskCount; j++) {
    if (pupils[j] === 0) continue
    for (let c = offset[j]; c < offset[j + 1]; c++) sum[c] /= pupils[j]
  }
  return sum
}

/** True where every task has the points that speak for the highest ability, or every one those for the lowest. */
function isExtreme(
  { offset, slope, scored }: ItemTable,
  own: Int32Array,
  answer: Int32Array,
  tasks: number,
): boolean {
  let highest = true
  let lowest = true
  for (let t = 0; t < tasks && (highest || lowest); t++) {
    const j = own[t]
    if (slope[j] === 0) continue
    let top = offset[j + 1] - offset[j] - 1
    while (scored[256 * j + top] === 0) top--
    let bottom = 0
    while (scored[256 * j + bottom] === 0) bottom++
    if (answer[t] !== (slope[j] > 0 ? top : bottom)) highest = false
    if (answer[t] !== (slope[j] > 0 ? bottom : top)) lowest = false
  }
  return highest || lowest
}

/** ECI2: mean over tasks less the task's own, category by category. */
function populationWeights(table: ItemTable, mean: Float64Array): Float64Array {
  const all = Int32Array.from({ length: table.taskCount }, (_, j) => j)
  const weight = new Float64Array(table.width)
  ownMeanWeights(table, mean, all, table.taskCount, weight)
  return weight
}

/** w_jk = mean of P_·k over those of the tasks that have category k − P_jk. */
function ownMeanWeights(
  { offset, scored }: ItemTable,
  probability: Float64Array,
  own: Int32Array,
  tasks: number,
  weight: Float64Array,
): void {
  const sum: number[] = []
  const having: number[] = []
  for (let t = 0; t < tasks; t++) {
    const from = offset[own[t]]
    const categories = offset[own[t] + 1] - from
    while (sum.length < categories) {
      sum.push(0)
      having.push(0)
    }
    for (let k = 0; k < categories; k++) {
      sum[k] += probability[from + k]
      having[k] += scored[256 * own[t] + k]
    }
  }
  for (let t = 0; t < tasks; t++) {
    const from = offset[own[t]]
    const categories = offset[own[t] + 1] - from
    for (let k = 0; k < categories; k++) {
      weight[from + k] = having[k] > 0 ? sum[k] / having[k] - probability[from + k] : 0
    }
  }
}

function createStatistic(count: number): ModelStatistic {
  const columns = () => ({ z: createColumn(count), skew: createColumn(count) })
  return { plain: columns(), corrected: columns() }
}

function write({ plain, corrected }: ModelStatistic, pupil: number, moments: Moments): void {
  if (moments.plainSd > 0) {
    setValue(plain.z, pupil, moments.deviation / moments.plainSd)
    setValue(plain.skew, pupil, moments.plainThird / moments.plainSd ** 3)
  }
  if (moments.correctedSd > 0) {
    setValue(corrected.z, pupil, (moments.deviation - moments.correctedMean) / moments.correctedSd)
    setValue(corrected.skew, pupil, moments.correctedThird / moments.correctedSd ** 3)
  }
}
