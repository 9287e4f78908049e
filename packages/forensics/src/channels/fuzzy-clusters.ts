export interface FuzzyClusters {
  /** Row cluster × axis. */
  readonly centres: Float64Array
  /** Degree to which a point belongs to each cluster; the degrees add up to 1. */
  membership(point: ArrayLike<number>): Float64Array
}

/** Points enough to place a few centres; the rest only ask for their membership. */
const SAMPLE = 20_000
const MOST_STEPS = 200

/**
 * Fuzzy k-means (Bezdek 1981) with exponent 2: least Σ u² d², u_q = 1/Σ_l (d_q/d_l)². Starts from the point nearest to
 * the mean and then always the one farthest from all centres, so that it needs no chance and comes out the same for
 * the same points in any order but ties.
 *
 * @param points row point × axis, finite
 */
export function fuzzyClusters(points: Float64Array, axes: number, clusters: number): FuzzyClusters {
  const all = points.length / axes
  const stride = Math.max(1, Math.floor(all / SAMPLE))
  const rows: Float64Array[] = []
  for (let i = 0; i < all; i += stride) rows.push(points.subarray(i * axes, (i + 1) * axes))
  const centres = start(rows, axes, clusters)
  const sum = new Float64Array(clusters * axes)
  const weight = new Float64Array(clusters)
  const u = new Float64Array(clusters)
  for (let step = 0; step < MOST_STEPS; step++) {
    sum.fill(0)
    weight.fill(0)
    for (const row of rows) {
      belong(row, centres, axes, clusters, u)
      for (let q = 0; q < clusters; q++) {
        const square = u[q] * u[q]
        weight[q] += square
        for (let a = 0; a < axes; a++) sum[q * axes + a] += square * row[a]
      }
    }
    let moved = 0
    for (let q = 0; q < clusters; q++) {
      for (let a = 0; a < axes; a++) {
        const next = weight[q] > 0 ? sum[q * axes + a] / weight[q] : centres[q * axes + a]
        moved = Math.max(moved, Math.abs(next - centres[q * axes + a]))
        centres[q * axes + a] = next
      }
    }
    if (moved < 1e-4) break
  }
  return { centres, membership: point => belong(point, centres, axes, clusters, new Float64Array(clusters)) }
}

/** Writes the memberships of a point to `u` and returns it. */
function belong(
  point: ArrayLike<number>,
  centres: Float64Array,
  axes: number,
  clusters: number,
  u: Float64Array,
): Float64Array {
  let total = 0
  for (let q = 0; q < clusters; q++) {
    let distance = 0
    for (let a = 0; a < axes; a++) {
      const off = point[a] - centres[q * axes + a]
      distance += off * off
    }
    u[q] = 1 / Math.max(distance, 1e-12)
    total += u[q]
  }
  for (let q = 0; q < clusters; q++) u[q] /= total
  return u
}

function start(rows: readonly Float64Array[], axes: number, clusters: number): Float64Array {
  const centres = new Float64Array(clusters * axes)
  const mean = Float64Array.from(
    { length: axes },
    (_, a) => rows.reduce((s, row) => s + row[a], 0) / rows.length,
  )
  const nearest = Float64Array.from(rows, row => -distance(row, mean))
  for (let q = 0; q < clusters; q++) {
    let best = 0
    for (let i = 1; i < rows.length; i++) if (nearest[i] > nearest[best]) best = i
    centres.set(rows[best], q * axes)
    for (let i = 0; i < rows.length; i++) {
      const d = distance(rows[i], rows[best])
      if (q === 0 || d < nearest[i]) nearest[i] = d
    }
  }
  return centres
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] - b[k]) ** 2
  return sum
}
