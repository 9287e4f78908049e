/**
 * A task under the generalised partial credit model (Muraki 1992) in its natural parameters:
 * P(x = k | θ) ∝ exp(a·k·θ + c_k), k = 0…m. In terms of step difficulties b_v: c_k = −a·Σ_{v ≤ k} b_v. With m = 1
 * it is the two-parameter logistic model.
 */
export interface ItemParameters {
  /** a; 0 for a task whose points say nothing of ability. */
  readonly slope: number
  /** c_0…c_m, up to a common constant; −Infinity for points that never occur, at least one of them finite or all. */
  readonly intercepts: Float64Array
}

/** Parameters of K tasks laid out for computation. Categories of task j stand at offset[j] … offset[j + 1] − 1. */
export interface ItemTable {
  readonly taskCount: number
  /** All categories of all tasks, Σ(m_j + 1). */
  readonly width: number
  /** K + 1. */
  readonly offset: Int32Array
  /** K. */
  readonly slope: Float64Array
  /** `width` values. */
  readonly intercept: Float64Array
  /**
   * `scored[256·j + x]`: 1 where x are points that the model knows of task j. A work with any other value there
   * (a code, points that nobody had when the model was made) is read as without the task.
   */
  readonly scored: Uint8Array
}

/** Lays out the parameters of the tasks. */
export function tabulateItems(items: readonly ItemParameters[]): ItemTable {
  const offset = new Int32Array(items.length + 1)
  for (const [j, item] of items.entries()) offset[j + 1] = offset[j] + item.intercepts.length
  const width = offset[items.length]
  const intercept = new Float64Array(width)
  const scored = new Uint8Array(256 * items.length)
  for (const [j, { intercepts }] of items.entries()) {
    intercept.set(intercepts, offset[j])
    for (const [k, c] of intercepts.entries()) if (c > Number.NEGATIVE_INFINITY) scored[256 * j + k] = 1
  }
  const slope = Float64Array.from(items, item => item.slope)
  return { taskCount: items.length, width, offset, slope, intercept, scored }
}

/**
 * Probabilities of all categories at an ability and, where a place for them is given, their logarithms. A category
 * that never occurs has probability 0 and 0 for its logarithm, which nothing is multiplied by.
 *
 * @param theta finite ability
 * @param probability written: `table.width` values
 * @param logarithm written: `table.width` values
 */
export function categoryProbabilities(
  table: ItemTable,
  theta: number,
  probability: Float64Array,
  logarithm?: Float64Array,
): void {
  const { taskCount, offset, slope, intercept } = table
  for (let j = 0; j < taskCount; j++) {
    const from = offset[j]
    const to = offset[j + 1]
    const rise = slope[j] * theta
    let top = Number.NEGATIVE_INFINITY
    for (let c = from; c < to; c++) {
      const logit = rise * (c - from) + intercept[c]
      probability[c] = logit
      if (logit > top) top = logit
    }
    if (top === Number.NEGATIVE_INFINITY) {
      probability.fill(0, from, to)
      logarithm?.fill(0, from, to)
      continue
    }
    let sum = 0
    for (let c = from; c < to; c++) {
      const below = probability[c] - top
      const e = below === 0 ? 1 : Math.exp(below)
      if (logarithm) logarithm[c] = below
      probability[c] = e
      sum += e
    }
    const scale = 1 / sum
    for (let c = from; c < to; c++) probability[c] *= scale
    if (logarithm) {
      const log = Math.log(sum)
      for (let c = from; c < to; c++) {
        logarithm[c] = logarithm[c] === Number.NEGATIVE_INFINITY ? 0 : logarithm[c] - log
      }
    }
  }
}
