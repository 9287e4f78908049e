import type { Responses } from '../person-fit/index.ts'
import { type CopyModel, gridPoint } from './copy-model.ts'

/** How well «several pupils repeat one classmate» explains a class, against «each wrote alone». */
export interface CopyEvidence {
  /** Natural logarithm of the Bayes factor; NaN for fewer than two usable works. */
  readonly logBayes: number
  /** The most likely source, its place in the class from 0; −1 where there is none. */
  readonly source: number
  /** Expected number of pupils who repeat the source, if it is one. */
  readonly followers: number
}

export interface CopyEvidenceOptions {
  /** Only pairs with this many standard deviations of excess matches are looked at closely; 1 by default. */
  readonly screen?: number
}

/** Shares of a copier's answers taken from the source; an even mixture. */
const SHARES = [0.35, 0.75] as const
/** Shares of the class that copy; an even mixture. */
const COPIERS = [0.1, 0.35] as const
/** A class-by-task effect beyond is not believed (logits per point). */
const EFFECT_LIMIT = 2
/** No answer is held for rarer than one in so many, whatever the model says. */
const RAREST = 1e4

/**
 * Evidence that pupils of one class repeat one of them, given what the class as a whole knows.
 *
 * Under «alone», pupil i answers task j with P(x | θ_i, δ_j): the generalised partial credit model with the effect δ_j
 * of the class on the task (taught well, taught badly, helped by the teacher), estimated from the *other* pupils of the
 * class and shrunk: δ_j = Σ(x − E)/(Σ V + 1/σ²). So likeness that the whole class shares is expected, and only
 * likeness beyond it counts. Under «i repeats b with share s», P becomes s·1[x_ij = x_bj] + (1 − s)·P(x | θ_i, δ_j)
 * (the mixture of Shu, Henson & Luecht 2013, with a classmate in the place of the key). θ_i is integrated out, for a
 * copier's own ability cannot be read off a copied work. With B_ib the ratio of the two,
 *
 *   log Bayes factor = log mean over sources b and shares π of Π_i (1 − π + π·B_ib).
 *
 * A sum over pupils around one source, not a mean over pairs: a third of a class alike to one pupil is a strong sign
 * although nine pairs in ten are as always. Sources are at least as able as their copiers. B is computed for pairs with
 * an excess of plain matches past the screen and is 0 for others (bench/detection/similarity.ts shows what that loses);
 * the screen is omega with tabulated expectations, a bit count a pair.
 *
 * Sees: one source and several followers, also two or three; near-equal works of any origin inside a class, so a class
 * dictated to as well. Does not see: equal answers of everybody (they are the class's effect), a copy of somebody
 * outside the class, copying of a few tasks.
 *
 * @returns function of works from … to − 1; abilities not finite leave a work out
 */
export function createCopyEvidence(
  model: CopyModel,
  { screen = 1 }: CopyEvidenceOptions = {},
): (responses: Responses, ability: Float64Array, from: number, to: number) => CopyEvidence {
  const { table, nodes, weights, ratios, ratioOffset, gridSize, mean, variance, matches, matchSd } = model
  const { offset, scored, taskCount, width } = table
  const nodeCount = nodes.length
  const shrink = 1 / Math.max(1e-6, model.effectSd * model.effectSd)
  const words = Math.ceil(width / 32)
  const residual = new Float64Array(taskCount)
  const information = new Float64Array(taskCount)
  const against = new Float64Array(nodeCount)
  // Powers of «did not take it», by how many answers differ.
  const apart = SHARES.map(share =>
    Float64Array.from({ length: taskCount + 1 }, (_, count) => (1 - share) ** count),
  )
  // Of the answer at hand: the others to the same task, see tiltOthers.
  const otherAt = new Int32Array(256)
  const otherTilt = new Float64Array(256)
  // Of the pair at hand: where the pupil's equal answers stand in `inverse`.
  const equal = new Int32Array(taskCount)
  // Of the class at hand, grown to the largest.
  let room = 0
  let place = new Int32Array(0)
  let point = new Int32Array(0)
  let lacking = new Int32Array(0)
  let answer = new Int16Array(0)
  let bits = new Int32Array(0)
  let inverse = new Float64Array(0)
  let posteriors = new Float64Array(0)
  let explained = new Uint8Array(0)
  let logs: Float64Array[] = []
  let alike = new Int32Array(0)
  let followed = new Float64Array(0)
  return evidence

  function evidence(responses: Responses, ability: Float64Array, from: number, to: number): CopyEvidence {
    grow(to - from)
    const size = readClass(responses, ability, from, to)
    if (size < 2) return { logBayes: Number.NaN, source: -1, followers: 0 }
    explained.fill(0, 0, size)
    for (const sums of logs) sums.fill(0, 0, size)
    alike.fill(0, 0, size)
    followed.fill(0, 0, size)
    for (let i = 0; i < size; i++) {
      for (let b = i + 1; b < size; b++) {
        if (!pastScreen(i, b)) continue
        const difference = ability[from + place[b]] - ability[from + place[i]]
        if (difference >= 0) follow(i, b)
        if (difference <= 0) follow(b, i)
      }
    }
    return weigh(size)
  }

  function grow(size: number): void {
    if (size <= room) return
    room = size
    place = new Int32Array(room)
    point = new Int32Array(room)
    lacking = new Int32Array(room)
    answer = new Int16Array(room * taskCount)
    bits = new Int32Array(room * words)
    inverse = new Float64Array(room * taskCount * nodeCount)
    posteriors = new Float64Array(room * nodeCount)
    explained = new Uint8Array(room)
    logs = COPIERS.map(() => new Float64Array(room))
    alike = new Int32Array(room)
    followed = new Float64Array(room)
  }

  /** Answers of usable works (−1: lacks the task) and the class's sums; returns how many works there are. */
  function readClass(responses: Responses, ability: Float64Array, from: number, to: number): number {
    let size = 0
    residual.fill(0)
    information.fill(0)
    bits.fill(0, 0, (to - from) * words)
    for (let row = from; row < to; row++) {
      if (!Number.isFinite(ability[row])) continue
      const g = gridPoint(ability[row])
      place[size] = row - from
      point[size] = g
      lacking[size] = 0
      for (let j = 0; j < taskCount; j++) {
        const x = responses.scores[j][row]
        if (scored[256 * j + x] === 0) {
          answer[size * taskCount + j] = -1
          lacking[size]++
          continue
        }
        answer[size * taskCount + j] = x
        const bit = offset[j] + x
        bits[size * words + (bit >>> 5)] |= 1 << (bit & 31)
        residual[j] += x - mean[g * taskCount + j]
        information[j] += variance[g * taskCount + j]
      }
      size++
    }
    return size
  }

  /**
   * One over the probabilities of the pupil's own answers, by node, with effects of the class without the pupil. Done
   * for pupils who may be a copier only: many are in no pair past the screen.
   */
  function explainAlone(i: number): void {
    explained[i] = 1
    const rarities = inverse
    against.fill(1)
    for (let j = 0; j < taskCount; j++) {
      const x = answer[i * taskCount + j]
      if (x < 0) continue
      const cell = point[i] * taskCount + j
      const rest = (residual[j] - (x - mean[cell])) / (information[j] - variance[cell] + shrink)
      const tilt = Math.exp(Math.max(-EFFECT_LIMIT, Math.min(EFFECT_LIMIT, rest)))
      const at = (i * taskCount + j) * nodeCount
      const categories = offset[j + 1] - offset[j]
      const ratio = (ratioOffset[j] + x * categories) * nodeCount
      const others = tiltOthers(ratio, x, categories, tilt)
      const first = otherAt[0]
      const firstTilt = otherTilt[0]
      // Node by node, with the sum in a register; most tasks have one other answer.
      for (let q = 0; q < nodeCount; q++) {
        let rarity = 1 + ratios[first + q] * firstTilt
        for (let m = 1; m < others; m++) rarity += ratios[otherAt[m] + q] * otherTilt[m]
        if (rarity > RAREST) rarity = RAREST
        rarities[at + q] = rarity
        against[q] *= rarity
      }
    }
    const own = i * nodeCount
    let sum = 0
    for (let q = 0; q < nodeCount; q++) {
      posteriors[own + q] = weights[q] / against[q]
      sum += posteriors[own + q]
    }
    for (let q = 0; q < nodeCount; q++) posteriors[own + q] /= sum
  }

  /** The other answers to a task: where their ratios stand, and what the class's effect makes of them. */
  function tiltOthers(ratio: number, x: number, categories: number, tilt: number): number {
    let others = 0
    let factor = tilt
    for (let k = x + 1; k < categories; k++, factor *= tilt) {
      otherAt[others] = ratio + k * nodeCount
      otherTilt[others++] = factor
    }
    factor = 1 / tilt
    for (let k = x - 1; k >= 0; k--, factor /= tilt) {
      otherAt[others] = ratio + k * nodeCount
      otherTilt[others++] = factor
    }
    return others
  }

  /** Are there more equal answers than ability explains, as far as a quick look tells? */
  function pastScreen(a: number, b: number): boolean {
    let equal = 0
    for (let w = 0; w < words; w++) equal += bitCount(bits[a * words + w] & bits[b * words + w])
    const cell = point[a] * gridSize + point[b]
    const common = lacking[a] + lacking[b] === 0 ? 1 : commonTasks(a, b) / taskCount
    const excess = equal - matches[cell] * common
    return excess >= screen * matchSd[cell] * Math.sqrt(common)
  }

  function commonTasks(a: number, b: number): number {
    let common = 0
    for (let j = 0; j < taskCount; j++) {
      if (answer[a * taskCount + j] >= 0 && answer[b * taskCount + j] >= 0) common++
    }
    return common
  }

  /** Adds «pupil repeats source» to the sums of the source. */
  function follow(pupil: number, source: number): void {
    if (explained[pupil] === 0) explainAlone(pupil)
    let different = 0
    let same = 0
    for (let j = 0, a = pupil * taskCount, b = source * taskCount; j < taskCount; j++, a++, b++) {
      if (answer[a] < 0 || answer[b] < 0) continue
      if (answer[a] === answer[b]) equal[same++] = a * nodeCount
      else different++
    }
    let lows = 0
    let highs = 0
    const rarities = inverse
    const own = pupil * nodeCount
    const [few, many] = SHARES
    const own0 = 1 - few
    const own1 = 1 - many
    // A few nodes at a time, with the products of the tasks in registers.
    let q = 0
    for (; q + 3 < nodeCount; q += 4) {
      let low0 = posteriors[own + q]
      let low1 = posteriors[own + q + 1]
      let low2 = posteriors[own + q + 2]
      let low3 = posteriors[own + q + 3]
      let high0 = low0
      let high1 = low1
      let high2 = low2
      let high3 = low3
      for (let m = 0; m < same; m++) {
        const at = equal[m] + q
        const r0 = rarities[at]
        const r1 = rarities[at + 1]
        const r2 = rarities[at + 2]
        const r3 = rarities[at + 3]
        low0 *= own0 + few * r0
        low1 *= own0 + few * r1
        low2 *= own0 + few * r2
        low3 *= own0 + few * r3
        high0 *= own1 + many * r0
        high1 *= own1 + many * r1
        high2 *= own1 + many * r2
        high3 *= own1 + many * r3
      }
      lows = lows + low0 + low1 + low2 + low3
      highs = highs + high0 + high1 + high2 + high3
    }
    for (; q < nodeCount; q++) {
      let low = posteriors[own + q]
      let high = low
      for (let m = 0; m < same; m++) {
        const rarity = rarities[equal[m] + q]
        low *= own0 + few * rarity
        high *= own1 + many * rarity
      }
      lows += low
      highs += high
    }
    const ratio = (lows * apart[0][different] + highs * apart[1][different]) / 2
    // Beyond 70 matches of the rarest kind the product may pass what a double holds.
    const b = Math.min(ratio, Number.MAX_VALUE)
    for (let k = 0; k < COPIERS.length; k++) logs[k][source] += Math.log(1 - COPIERS[k] + COPIERS[k] * b)
    alike[source]++
    followed[source] += b / (b + (1 - COPIERS[1]) / COPIERS[1])
  }

  function weigh(size: number): CopyEvidence {
    let best = Number.NEGATIVE_INFINITY
    let source = -1
    for (let k = 0; k < COPIERS.length; k++) {
      const alone = Math.log(1 - COPIERS[k])
      for (let b = 0; b < size; b++) {
        logs[k][b] += (size - 1 - alike[b]) * alone
        if (logs[k][b] > best) {
          best = logs[k][b]
          source = b
        }
      }
    }
    let sum = 0
    for (const column of logs) for (let b = 0; b < size; b++) sum += Math.exp(column[b] - best)
    const logBayes = best + Math.log(sum / (size * COPIERS.length))
    return { logBayes, source: place[source], followers: followed[source] }
  }
}

/** Bits set in a 32-bit word. */
function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
