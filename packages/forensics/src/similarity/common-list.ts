import type { OptionAnswers, OptionCurves } from './option-curves.ts'

/** Every so many points of the curves serve as abilities to integrate over: .5 apart. */
const EVERY = 2
/** No option is held for rarer than this, whatever the curves say. */
const RAREST = 0.002
/** Share of examinees who may know the list, a priori. */
const INVOLVED = 0.05
/** Believed beforehand of every task: one examinee who took the answer from the list, nine who did not. */
const TAKEN = 1
const NOT_TAKEN = 9
/** Share of answers to a task taken from the list: where it begins, and never more than. */
const FIRST = 0.3
const MOST = 0.95
const STEPS = 12
/** Factors between .05 and 500: so many of them stay within what a double holds. */
const BATCH = 32

/**
 * How much better «knew a part of a common list of answers» explains each examinee than «answered alone», where nobody
 * knows the list: the gated model of Shu, Henson & Luecht 2013 (Psychometrika 78: 481–497), with options in the place
 * of right and wrong, and the list estimated together with those who know it, by expectation–maximisation.
 *
 * Alone, option v of task j has probability P_jv(θ) (option-curves.ts). One who knows the list gives it with probability
 * s_jv and falls back on himself otherwise: s_jv + (1 − Σ_v s_jv)·P_jv(θ). So a task need not be on the list, and the
 * list may be wrong; what counts is that the same answers come too often from the same people. Both are integrated over
 * θ ~ N(0, 1): one who knows some answers and fails nevertheless has a low θ and answers beyond it.
 *
 * The s of each examinee are estimated without the examinee, so that nobody vouches for himself: without it, the
 * likelihood grows by half a unit a task for anybody.
 *
 * Sees people who know parts of one list. Does not see a pair who copied from one another; with several lists, mostly
 * the one that most people know.
 *
 * @param start examinees to begin with, 1 each: those most alike to others
 * @returns N logarithms of Bayes factors
 */
export function commonList(
  { count, chosen }: OptionAnswers,
  { points, categories, probability }: OptionCurves,
  start: Uint8Array,
): Float64Array {
  const tasks = chosen.length
  const cells = tasks * categories
  const nodes = Math.ceil(points / EVERY)
  const own = new Float64Array(nodes * cells)
  const weights = new Float64Array(nodes)
  for (let q = 0; q < nodes; q++) {
    const theta = -3 + (6 * q) / (nodes - 1)
    weights[q] = Math.exp(-0.5 * theta * theta)
    for (let c = 0; c < cells; c++) own[q * cells + c] = Math.max(RAREST, probability[q * EVERY * cells + c])
  }
  // The cell of each examinee's answers, row by row; −1 for a blank, which says nothing of the list.
  const cell = new Int32Array(count * tasks).fill(-1)
  for (let j = 0; j < tasks; j++)
    for (let i = 0; i < count; i++)
      if (chosen[j][i] !== 0) cell[i * tasks + j] = j * categories + chosen[j][i]

  const alone = new Float64Array(count * nodes)
  for (let i = 0; i < count; i++) {
    const row = alone.subarray(i * nodes, (i + 1) * nodes)
    for (let q = 0; q < nodes; q++) {
      row[q] = Math.log(weights[q])
      for (let j = 0; j < tasks; j++)
        if (cell[i * tasks + j] >= 0) row[q] += Math.log(own[q * cells + cell[i * tasks + j]])
    }
  }
  const posterior = new Float64Array(count * nodes)
  const honest = new Float64Array(count)
  for (let i = 0; i < count; i++) honest[i] = normalise(alone, posterior, i * nodes, nodes)

  const involved = Float64Array.from(start)
  const list = new Float64Array(cells)
  for (let j = 0; j < tasks; j++)
    for (let v = 1; v < categories; v++)
      for (let q = 0; q < nodes; q++)
        list[j * categories + v] += (FIRST * own[q * cells + j * categories + v]) / nodes
  const share = sharesOf(list, categories)
  const taken = new Float32Array(count * tasks)
  const sums = new Float64Array(cells)
  const known = new Float64Array(nodes)
  const evidence = new Float64Array(count)
  const each = categories > 1 ? TAKEN / (categories - 1) : 0
  for (let step = 0; step < STEPS; step++) {
    const all = countTaken()
    const total = sharesOf(sums, categories)
    const believed = TAKEN + NOT_TAKEN
    for (let i = 0; i < count; i++) {
      const others = 1 / (Math.max(0, all - involved[i]) + believed)
      knowing(i, total, others)
      evidence[i] = normalise(known, posterior, i * nodes, nodes, 0) - honest[i]
    }
    for (let c = 0; c < cells; c++) list[c] = c % categories === 0 ? 0 : (sums[c] + each) / (all + believed)
    share.set(sharesOf(list, categories))
    for (let j = 0; j < tasks; j++) {
      if (share[j] <= MOST) continue
      for (let v = 1; v < categories; v++) list[j * categories + v] *= MOST / share[j]
      share[j] = MOST
    }
    const odds = Math.log(INVOLVED / (1 - INVOLVED))
    for (let i = 0; i < count; i++) involved[i] = 1 / (1 + Math.exp(-evidence[i] - odds))
  }
  return evidence

  /** How likely each answer was taken, and the sums by option over those involved; returns how many these are. */
  function countTaken(): number {
    sums.fill(0)
    let all = 0
    for (let i = 0; i < count; i++) {
      all += involved[i]
      for (let j = 0; j < tasks; j++) {
        const at = cell[i * tasks + j]
        let sum = 0
        if (at >= 0 && list[at] > 0)
          for (let q = 0; q < nodes; q++)
            sum += posterior[i * nodes + q] * (list[at] / (list[at] + (1 - share[j]) * own[q * cells + at]))
        taken[i * tasks + j] = sum
        if (at >= 0) sums[at] += involved[i] * sum
      }
    }
    return all
  }

  /** Log likelihood of the answers of one who knows the list, by node, into `known`. */
  function knowing(i: number, total: Float64Array, others: number): void {
    for (let q = 0; q < nodes; q++) {
      let sum = alone[i * nodes + q]
      let product = 1
      for (let j = 0; j < tasks; j++) {
        const at = cell[i * tasks + j]
        if (at < 0) continue
        const mine = involved[i] * taken[i * tasks + j]
        const listed = (Math.max(0, sums[at] - mine) + each) * others
        const lost = Math.min(MOST, (Math.max(0, total[j] - mine) + TAKEN) * others)
        product *= 1 - lost + listed / own[q * cells + at]
        if (j % BATCH === BATCH - 1) {
          sum += Math.log(product)
          product = 1
        }
      }
      known[q] = sum + Math.log(product)
    }
  }
}

/** Sums over the options of each task. */
function sharesOf(list: Float64Array, categories: number): Float64Array {
  const sums = new Float64Array(list.length / categories)
  for (let c = 0; c < list.length; c++) sums[Math.floor(c / categories)] += list[c]
  return sums
}

/** The logarithm of the sum; its parts, as shares, go to `to` from the place on. */
function normalise(logs: Float64Array, to: Float64Array, place: number, nodes: number, from = place): number {
  let most = Number.NEGATIVE_INFINITY
  for (let q = 0; q < nodes; q++) most = Math.max(most, logs[from + q])
  let sum = 0
  for (let q = 0; q < nodes; q++) sum += Math.exp(logs[from + q] - most)
  for (let q = 0; q < nodes; q++) to[place + q] = Math.exp(logs[from + q] - most) / sum
  return most + Math.log(sum)
}
