import { seededRandom } from '../measurement/index.ts'
import { exponential } from '../numeric/exponential.ts'
import type { Responses } from '../person-fit/index.ts'
import { normalUpperQuantile } from '../person-fit/normal-quantile.ts'
import type { CopyEvidence } from './copy-evidence.ts'
import type { CopyModel } from './copy-model.ts'

/** Neighbouring simulated sizes differ by this factor, or by one pupil. */
const SIZE_STEP = 1.4
/** Simulated classes of a size: enough for its quantiles; for schools of hundreds the sum evens out by itself. */
const CLASSES = 400
const FEWEST_CLASSES = 80
const WORKS_OF_A_SIZE = 12_000
/** The bulk is read off between these shares; above the last the tail is exponential. */
const SHARES = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
const TAIL = 0.1
const SMALLEST_P = 1e-300
const SEED = 20_190

/** Turns the evidence of a class of a size into a standard normal number, if honest classes are as the model says. */
export type Normalise = (logBayes: number, size: number) => number

export interface HonestClasses {
  /** Smallest and largest class met. */
  readonly smallest: number
  readonly largest: number
  /** Variance of abilities between classes, of a total of 1. */
  readonly between: number
}

/**
 * Distribution of the evidence in honest classes of each size, by simulation from the fitted model: pupils independent
 * given their ability and the class's effects on tasks, with the spread of both as estimated. A bounded cost, a few
 * tenths of a second, whatever the number of works; the same for the same model.
 *
 * The tail beyond the upper tenth is taken as exponential: a Bayes factor above x has at most the chance 1/x.
 */
export function honestEvidence(
  model: CopyModel,
  evidence: (responses: Responses, ability: Float64Array, from: number, to: number) => CopyEvidence,
  { smallest, largest, between }: HonestClasses,
): Normalise {
  const sizes = sizesBetween(smallest, largest)
  const random = seededRandom(SEED)
  const scales = sizes.map(size => {
    const classes = Math.max(FEWEST_CLASSES, Math.min(CLASSES, Math.round(WORKS_OF_A_SIZE / size)))
    const works = simulateClasses(model, size, classes, between, random)
    const found = new Float64Array(classes)
    for (let c = 0; c < classes; c++) {
      found[c] = evidence(works.responses, works.ability, c * size, (c + 1) * size).logBayes
    }
    return scaleOf(found.sort())
  })
  const logs = sizes.map(size => Math.log(size))
  return (logBayes, size) => {
    const x = Math.log(size)
    let right = 0
    while (right < sizes.length - 1 && logs[right] < x) right++
    const left = Math.max(0, right - 1)
    const span = logs[right] - logs[left]
    const part = span === 0 ? 0 : Math.max(0, Math.min(1, (x - logs[left]) / span))
    return standardise(logBayes, scales[left], scales[right], part)
  }
}

interface Scale {
  readonly quantiles: Float64Array
  /** Mean excess over the last quantile. */
  readonly tail: number
}

function scaleOf(sorted: Float64Array): Scale {
  const quantiles = Float64Array.from(SHARES, share => sorted[Math.floor(share * sorted.length)])
  const from = quantiles[quantiles.length - 1]
  let excess = 0
  let count = 0
  for (let i = sorted.length - 1; i >= 0 && sorted[i] > from; i--) {
    excess += sorted[i] - from
    count++
  }
  return { quantiles, tail: count === 0 ? 0 : excess / count }
}

const SCORES = SHARES.map(share => -normalUpperQuantile(share))

function standardise(value: number, left: Scale, right: Scale, part: number): number {
  const at = (k: number) => left.quantiles[k] * (1 - part) + right.quantiles[k] * part
  const last = SHARES.length - 1
  const top = at(last)
  if (value > top) {
    const rate = Math.max(1e-3, left.tail * (1 - part) + right.tail * part)
    return normalUpperQuantile(Math.max(SMALLEST_P, TAIL * Math.exp(-(value - top) / rate)))
  }
  let k = 0
  while (k < last - 1 && at(k + 1) < value) k++
  const width = at(k + 1) - at(k)
  if (!(width > 0)) return value < at(k) ? SCORES[k] : (SCORES[k] + SCORES[k + 1]) / 2
  // Below the first share the line goes on, as far as three standard deviations.
  const z = SCORES[k] + ((SCORES[k + 1] - SCORES[k]) * (value - at(k))) / width
  return Math.max(-3, z)
}

function sizesBetween(smallest: number, largest: number): number[] {
  const sizes = [smallest]
  for (let last = smallest; last < largest; ) {
    last = Math.min(largest, Math.max(last + 1, Math.round(last * SIZE_STEP)))
    sizes.push(last)
  }
  return sizes
}

/** Honest classes of one size, with EAP abilities as the real works have. */
function simulateClasses(
  model: CopyModel,
  size: number,
  classes: number,
  between: number,
  random: () => number,
): { readonly responses: Responses; readonly ability: Float64Array } {
  const { table, effectSd, nodes } = model
  const { taskCount, offset, slope, intercept } = table
  const count = size * classes
  const scores = Array.from({ length: taskCount }, () => new Uint8Array(count))
  const ability = new Float64Array(count)
  const effect = new Float64Array(taskCount)
  // Where the chances of a pupil's own answers stand, by node.
  const own = new Int32Array(taskCount)
  // An answer of no points has the same chance in every class and at every ability.
  const none = Float64Array.from({ length: taskCount }, (_, j) => Math.exp(intercept[offset[j]]))
  const chance = new Float64Array(256)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  for (let row = 0, middle = 0; row < count; row++) {
    if (row % size === 0) {
      middle = Math.sqrt(between) * normal()
      for (let j = 0; j < taskCount; j++) effect[j] = effectSd * normal()
    }
    const theta = middle + Math.sqrt(1 - between) * normal()
    for (let j = 0; j < taskCount; j++) {
      const categories = offset[j + 1] - offset[j]
      const pull = slope[j] * theta + effect[j]
      chance[0] = none[j]
      let sum = none[j]
      for (let k = 1; k < categories; k++) {
        chance[k] = exponential(k * pull + intercept[offset[j] + k])
        sum += chance[k]
      }
      let left = random() * sum
      let x = 0
      while (x < categories - 1 && left >= chance[x]) left -= chance[x++]
      scores[j][row] = x
      own[j] = (offset[j] + x) * nodes.length
    }
    ability[row] = posteriorMean(model, own)
  }
  const maxima = Uint8Array.from(slope, (_, j) => offset[j + 1] - offset[j] - 1)
  return { responses: { count, maxima, scores }, ability }
}

/** Mean ability of a pupil. A function of its own, which V8 compiles once, and not with every loop around it. */
function posteriorMean({ weights, nodes, probability }: CopyModel, own: Int32Array): number {
  let mass = 0
  let moment = 0
  // A few nodes at a time, with the products in registers.
  let q = 0
  for (; q + 3 < nodes.length; q += 4) {
    let posterior0 = weights[q]
    let posterior1 = weights[q + 1]
    let posterior2 = weights[q + 2]
    let posterior3 = weights[q + 3]
    for (let j = 0; j < own.length; j++) {
      const at = own[j] + q
      posterior0 *= probability[at]
      posterior1 *= probability[at + 1]
      posterior2 *= probability[at + 2]
      posterior3 *= probability[at + 3]
    }
    mass = mass + posterior0 + posterior1 + posterior2 + posterior3
    moment += posterior0 * nodes[q]
    moment += posterior1 * nodes[q + 1]
    moment += posterior2 * nodes[q + 2]
    moment += posterior3 * nodes[q + 3]
  }
  for (; q < nodes.length; q++) {
    let posterior = weights[q]
    for (let j = 0; j < own.length; j++) posterior *= probability[own[j] + q]
    mass += posterior
    moment += posterior * nodes[q]
  }
  return mass > 0 ? moment / mass : 0
}
