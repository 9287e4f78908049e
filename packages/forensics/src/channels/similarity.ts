import { measureWorks } from '../measurement/index.ts'
import { type ItemParameters, itemParametersOf, type Responses } from '../person-fit/index.ts'
import {
  type CopyModel,
  createCopyEvidence,
  createCopyModel,
  honestEvidence,
  type Normalise,
  taskEffectSpread,
} from '../similarity/index.ts'
import type { ChannelValues, PreparedWorks } from './contract.ts'
import { dependentTasks, joinTasks, type Testlets } from './testlets.ts'

/** What the similarity channel adds for the explanation of a case. */
export interface SimilarityValues extends ChannelValues {
  /** The pupil whose work others seem to repeat, by index of the prepared works; −1 where nothing can be said. */
  readonly source: Int32Array
  /** Expected number of pupils who repeat the source, if it is one. */
  readonly followers: Float64Array
}

export interface SimilarityOptions {
  /** How honest classes are; of these very works by default. Give that of all works where only a part is at hand. */
  readonly honest?: HonestSimilarity
  /** Passed to `createCopyEvidence`. */
  readonly screen?: number
}

/** A source and two others: with fewer there is no structure, only one pair. */
const SMALLEST_CLASS = 3

/**
 * Within-class similarity excess: do several pupils repeat one of them, beyond what the class as a whole shares? The
 * statistic is the log Bayes factor of `createCopyEvidence`, read as a standard normal number on its distribution in
 * simulated honest classes of the same size (`honestEvidence`), so variance is 1. Honest classes are less simple than
 * simulated ones (variants, subgroups, local dependence of tasks): what is left is for `calibrate`.
 *
 * Innocent causes: a class of two groups with different teachers or variants, tasks that depend on one another.
 * Time is linear in classes, quadratic in their size with a bit count a pair.
 */
export function similarityChannel(
  prepared: PreparedWorks,
  options: SimilarityOptions = {},
): SimilarityValues {
  const { groupCount, groupStart, responses, ability } = prepared
  const result = {
    channel: 'similarity' as const,
    value: new Float64Array(groupCount).fill(Number.NaN),
    variance: new Float64Array(groupCount).fill(Number.NaN),
    n: usableWorks(prepared),
    source: new Int32Array(groupCount).fill(-1),
    followers: new Float64Array(groupCount),
  }
  const honest = options.honest ?? honestSimilarity(prepared, options)
  if (honest === null) return result
  const { model, normalise, testlets } = honest
  const evidence = createCopyEvidence(model, options)
  const joined = joinTasks(responses, testlets)
  for (let g = 0; g < groupCount; g++) {
    if (result.n[g] < SMALLEST_CLASS) continue
    const { logBayes, source, followers } = evidence(joined, ability, groupStart[g], groupStart[g + 1])
    if (!Number.isFinite(logBayes)) continue
    result.value[g] = normalise(logBayes, result.n[g])
    result.variance[g] = 1
    result.source[g] = groupStart[g] + source
    result.followers[g] = followers
  }
  return result
}

/** What is known of honest classes: the model with its spread of class-by-task effects, and the evidence it gives. */
export interface HonestSimilarity {
  /** Tasks that depend on one another, which are compared as one. */
  readonly testlets: Testlets
  readonly model: CopyModel
  readonly normalise: Normalise
}

/** Measures the spread of class effects and simulates honest classes; null without a model or a class of three. */
export function honestSimilarity(
  prepared: PreparedWorks,
  options: Pick<SimilarityOptions, 'screen'> = {},
): HonestSimilarity | null {
  const { ability, groupStart } = prepared
  const sizes = usableWorks(prepared).filter(size => size >= SMALLEST_CLASS)
  if (prepared.items === null || sizes.length === 0) return null
  const { testlets, responses, items } = independentTasks(prepared, prepared.items)
  const spread = taskEffectSpread(createCopyModel(items, 0), responses, ability, groupStart)
  const model = createCopyModel(items, spread)
  const normalise = honestEvidence(model, createCopyEvidence(model, options), {
    smallest: sizes.reduce((a, b) => Math.min(a, b)),
    largest: sizes.reduce((a, b) => Math.max(a, b)),
    between: varianceBetween(prepared),
  })
  return { testlets, model, normalise }
}

/** Tasks, or parts of dependent ones with a model of their own; the tasks as they are where that has no model. */
function independentTasks(
  prepared: PreparedWorks,
  items: readonly ItemParameters[],
): { readonly testlets: Testlets; readonly responses: Responses; readonly items: readonly ItemParameters[] } {
  const testlets = dependentTasks(prepared)
  const joined = joinTasks(prepared.responses, testlets)
  const alone = { testlets: items.map((_, j) => [j]), responses: prepared.responses, items }
  if (testlets.length === items.length) return alone
  const { model } = measureWorks(joined, joined.maxima).fit
  return model === null ? alone : { testlets, responses: joined, items: itemParametersOf(model) }
}

/** Works with an ability, per group. */
function usableWorks({ groupCount, groupStart, ability }: PreparedWorks): Int32Array {
  const n = new Int32Array(groupCount)
  for (let g = 0; g < groupCount; g++) {
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) if (Number.isFinite(ability[i])) n[g]++
  }
  return n
}

/**
 * Variance of true ability between groups, of a total of 1, from EAP abilities by analysis of variance. EAP is shrunk
 * by its reliability, which is its total variance: between groups the square of it is divided out.
 */
function varianceBetween({ groupCount, groupStart, ability }: PreparedWorks): number {
  let count = 0
  let groups = 0
  let sum = 0
  let squares = 0
  let within = 0
  let means = 0
  let sizes = 0
  for (let g = 0; g < groupCount; g++) {
    let n = 0
    let s = 0
    let ss = 0
    for (let i = groupStart[g]; i < groupStart[g + 1]; i++) {
      if (!Number.isFinite(ability[i])) continue
      n++
      s += ability[i]
      ss += ability[i] * ability[i]
    }
    if (n === 0) continue
    groups++
    count += n
    sum += s
    squares += ss
    within += ss - (s * s) / n
    means += (s * s) / n
    sizes += n * n
  }
  const total = squares / count - (sum / count) ** 2
  const groupSize = (count - sizes / count) / (groups - 1)
  const inside = within / (count - groups)
  const outside = (means - (sum * sum) / count) / (groups - 1)
  const between = (outside - inside) / groupSize / (total * total)
  return Number.isFinite(between) ? Math.max(0, Math.min(0.6, between)) : 0
}
