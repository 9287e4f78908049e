import { fuzzyClusters } from './fuzzy-clusters.ts'

/** What the indicator looks at, one entry per group; NaN leaves the group out. */
export interface ClassFeatures {
  readonly mean: Float64Array
  readonly sd: Float64Array
  /** Mean over tasks of 1 − Σ share², times (m + 1)/m: 0 where all answer alike. */
  readonly gini: Float64Array
  /** Share of tasks not attempted; null where the data do not tell. */
  readonly missing: Float64Array | null
}

const CLUSTERS = 8

/**
 * INVALSI's class indicator: 0 … 1, the degree to which a group belongs to the cluster of groups that are high, alike
 * and without gaps (Quintano, Castellano, Longobardi 2009, Statistica & Applicazioni; METHODS §1.3). Features
 * standardised, two principal axes, fuzzy k-means with eight clusters; the cluster is the one whose centre, carried
 * back to the features, has the lowest spread — the sign is fixed on SD and Gini, since the first axis may be one of
 * dispersion and not of level.
 *
 * A small class of excellent pupils belongs there as well; that is its known false alarm.
 */
export function invalsiMembership({ mean, sd, gini, missing }: ClassFeatures): Float64Array {
  const columns = missing === null ? [mean, sd, gini] : [mean, sd, gini, missing]
  const groups = mean.length
  const out = new Float64Array(groups).fill(Number.NaN)
  const rows: number[] = []
  for (let g = 0; g < groups; g++) if (columns.every(column => Number.isFinite(column[g]))) rows.push(g)
  if (rows.length < 2 * CLUSTERS) return out
  const z = columns.map(column => standardised(column, rows))
  const axes = principalAxes(z, 2)
  const points = new Float64Array(rows.length * 2)
  for (let i = 0; i < rows.length; i++) {
    for (let a = 0; a < 2; a++) {
      for (let k = 0; k < z.length; k++) points[i * 2 + a] += axes[a][k] * z[k][i]
    }
  }
  const { centres, membership } = fuzzyClusters(points, 2, CLUSTERS)
  let suspicious = 0
  let least = Number.POSITIVE_INFINITY
  for (let q = 0; q < CLUSTERS; q++) {
    const spread = [1, 2].reduce(
      (sum, k) => sum + centres[q * 2] * axes[0][k] + centres[q * 2 + 1] * axes[1][k],
      0,
    )
    if (spread < least) [least, suspicious] = [spread, q]
  }
  for (let i = 0; i < rows.length; i++)
    out[rows[i]] = membership(points.subarray(i * 2, i * 2 + 2))[suspicious]
  return out
}

function standardised(column: Float64Array, rows: readonly number[]): Float64Array {
  const mean = rows.reduce((sum, g) => sum + column[g], 0) / rows.length
  const sd = Math.sqrt(rows.reduce((sum, g) => sum + (column[g] - mean) ** 2, 0) / rows.length)
  return Float64Array.from(rows, g => (sd > 1e-12 ? (column[g] - mean) / sd : 0))
}

/** Leading eigenvectors of the correlations, by repeated multiplication; `count` at most the number of columns. */
function principalAxes(columns: readonly Float64Array[], count: number): Float64Array[] {
  const width = columns.length
  const matrix = columns.map(a => columns.map(b => a.reduce((sum, x, i) => sum + x * b[i], 0) / a.length))
  const axes: Float64Array[] = []
  for (let axis = 0; axis < count; axis++) {
    let v = Float64Array.from({ length: width }, (_, k) => 1 + k / 7)
    for (let step = 0; step < 500; step++) {
      const next = Float64Array.from(matrix, row => row.reduce((sum, x, k) => sum + x * v[k], 0))
      const length = Math.hypot(...next)
      if (!(length > 1e-12)) break
      v = next.map(x => x / length)
    }
    const value = matrix.reduce((sum, row, a) => sum + v[a] * row.reduce((s, x, k) => s + x * v[k], 0), 0)
    for (let a = 0; a < width; a++) for (let b = 0; b < width; b++) matrix[a][b] -= value * v[a] * v[b]
    axes.push(v)
  }
  return axes
}
