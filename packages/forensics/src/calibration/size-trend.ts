/**
 * How the honest centre and spread of a standardised value y = value/√variance depend on the size of a group:
 *
 *     centre(m) = a₀ + a₁·√m + a₂·m,    spread²(m) = φ + κ·m + ψ·m²,   φ, κ, ψ ≥ 0
 *
 * where m is the information of the group relative to the median group. A common class effect with variance τ² in the
 * units of the value gives κ·m = τ²/variance (METHODS §0.4: variance × φ + τ²), a shift of its centre a₁; sums of
 * squares over tasks, whose mean and spread both grow with the class effect, need a₂ and ψ.
 */
export interface SizeTrend {
  readonly centre: readonly [number, number, number]
  readonly variance: readonly [number, number, number]
}

export function centreAt({ centre }: SizeTrend, m: number): number {
  return centre[0] + centre[1] * Math.sqrt(m) + centre[2] * m
}

export function spreadAt({ variance }: SizeTrend, m: number): number {
  return Math.sqrt(variance[0] + variance[1] * m + variance[2] * m * m)
}

const STEPS = 20
/** Squared deviations above this many spreads² count as so many: gross errors on the left do not widen the null. */
const CAP = 9
/** Median of a squared standard normal deviate. */
const MEDIAN_SQUARE = 0.4549

/**
 * The trend from the median (absolute deviations, by reweighted least squares) and from deviations to the left of it
 * only, where manipulation does not reach. The median is a little high when many groups are odd; fitNullShape corrects
 * that. Null where so many values are equal that deviations to the left say nothing.
 */
export function fitSizeTrend(y: Float64Array, m: Float64Array): SizeTrend | null {
  const count = y.length
  const powers = [new Float64Array(count).fill(1), m.map(Math.sqrt), m, m.map(x => x * x)]
  const [one, root, first, second] = powers
  let centre = [0, 0, 0]
  const weight = new Float64Array(count).fill(1)
  const spread = new Float64Array(count).fill(1)
  let variance = [1, 0, 0]
  // Twice: the second time deviations count in units of the spread, so that groups of all sizes have a say.
  for (let pass = 0; pass < 2; pass++) {
    centre = medianTrend(y, [one, root, first], spread, weight)
    const below: number[] = []
    const at: number[] = []
    for (let i = 0; i < count; i++) {
      const d = centre[0] + centre[1] * root[i] + centre[2] * m[i] - y[i]
      if (d <= 0) continue
      below.push(d * d)
      at.push(i)
    }
    const left = Float64Array.from(below)
    const start = left.length === 0 ? 0 : left.toSorted()[left.length >> 1] / MEDIAN_SQUARE
    if (left.length < count / 5 || start < 1e-6) return null
    const columns = [one, first, second].map(column => Float64Array.from(at, i => column[i]))
    variance = varianceTrend(left, columns, start)
    for (let i = 0; i < count; i++)
      spread[i] = Math.sqrt(variance[0] + variance[1] * m[i] + variance[2] * second[i])
  }
  return { centre: [centre[0], centre[1], centre[2]], variance: [variance[0], variance[1], variance[2]] }
}

function medianTrend(
  y: Float64Array,
  columns: readonly Float64Array[],
  spread: Float64Array,
  weight: Float64Array,
): number[] {
  for (let i = 0; i < y.length; i++) weight[i] = 1 / (spread[i] * spread[i])
  let beta = leastSquares(y, columns, weight, false)
  for (let step = 0; step < STEPS; step++) {
    const off = y.map((value, i) => Math.abs(value - dot(beta, columns, i)) / spread[i])
    const least = (1e-3 * off.reduce((sum, d) => sum + d, 0)) / y.length + 1e-12
    for (let i = 0; i < y.length; i++) weight[i] = 1 / (Math.max(least, off[i]) * spread[i] * spread[i])
    beta = leastSquares(y, columns, weight, false)
  }
  return beta
}

function varianceTrend(left: Float64Array, columns: readonly Float64Array[], start: number): number[] {
  let beta = [start, 0, 0]
  const squares = new Float64Array(left.length)
  const weight = new Float64Array(left.length)
  // Small groups keep at least a twentieth of the common variance: no group is infinitely precise.
  const floor = start / 20
  for (let step = 0; step < STEPS; step++) {
    for (let i = 0; i < left.length; i++) {
      const variance = dot(beta, columns, i)
      squares[i] = Math.min(left[i], CAP * variance) - floor
      weight[i] = 1 / (variance * variance)
    }
    beta = leastSquares(squares, columns, weight, true)
    beta[0] += floor
  }
  return beta
}

function dot(beta: readonly number[], columns: readonly Float64Array[], i: number): number {
  let sum = 0
  for (let k = 0; k < beta.length; k++) sum += beta[k] * columns[k][i]
  return sum
}

/** Share of the least squares matrix's diagonal added to it: keeps terms apart where sizes hardly vary. */
const RIDGE = 1e-3

/** Weighted least squares by coordinate descent, with a slight ridge on all but the first term. */
function leastSquares(
  y: Float64Array,
  columns: readonly Float64Array[],
  weight: Float64Array,
  nonNegative: boolean,
): number[] {
  const size = columns.length
  const matrix = new Float64Array(size * size)
  const right = new Float64Array(size)
  for (let i = 0; i < y.length; i++) {
    for (let k = 0; k < size; k++) {
      const w = weight[i] * columns[k][i]
      right[k] += w * y[i]
      for (let l = 0; l <= k; l++) matrix[k * size + l] += w * columns[l][i]
    }
  }
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < k; l++) matrix[l * size + k] = matrix[k * size + l]
    if (k > 0) matrix[k * size + k] *= 1 + RIDGE
  }
  const beta = new Array<number>(size).fill(0)
  for (let sweep = 0; sweep < 200; sweep++) {
    let moved = 0
    for (let k = 0; k < size; k++) {
      let rest = right[k]
      for (let l = 0; l < size; l++) if (l !== k) rest -= matrix[k * size + l] * beta[l]
      const next = nonNegative ? Math.max(0, rest / matrix[k * size + k]) : rest / matrix[k * size + k]
      moved = Math.max(moved, Math.abs(next - beta[k]))
      beta[k] = next
    }
    if (moved < 1e-9) break
  }
  return beta
}
