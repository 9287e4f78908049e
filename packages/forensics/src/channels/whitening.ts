/** A symmetric change of scale: after `forward` the columns are uncorrelated with variance 1; `back` undoes it. */
export interface Whitening {
  /** K × K each, symmetric. */
  readonly forward: Float64Array
  readonly back: Float64Array
}

/** Rows longer than this share of them count as just so long: a tenth of odd rows hardly turns the axes. */
const LONGEST = 0.8
/** A direction with less than this share of the average variance is one that was taken out. */
const NOTHING = 0.02
const SWEEPS = 60

/**
 * C^(−½) and C^(½) of the second moments C of the bulk of the rows: what honest rows have in common is not odd, however
 * long it is (tasks on one topic, taught or not taught together). Rows are held at the 80th hundredth of their lengths
 * (a winsorised spatial covariance; Visuri, Koivunen & Oja 2000, J. Stat. Plan. Inference 91: 557–575); C is drawn
 * towards its diagonal by K rows' worth, for few rows show few directions. Values of directions without variance
 * become 0.
 *
 * @param z count × K, mean 0
 */
export function whiteningOf(z: Float32Array, count: number, width: number): Whitening {
  const lengths = new Float64Array(count)
  for (let r = 0; r < count; r++)
    for (let j = 0; j < width; j++) lengths[r] += z[r * width + j] * z[r * width + j]
  const most = lengths.toSorted()[Math.floor(LONGEST * (count - 1))] ?? 0
  const moments = new Float64Array(width * width)
  for (let r = 0; r < count; r++) {
    const weight = lengths[r] > most ? most / lengths[r] : 1
    for (let a = 0; a < width; a++) {
      const x = weight * z[r * width + a]
      for (let b = 0; b <= a; b++) moments[a * width + b] += x * z[r * width + b]
    }
  }
  const keep = count / (count + width)
  for (let a = 0; a < width; a++)
    for (let b = 0; b <= a; b++) {
      const value = (moments[a * width + b] / Math.max(1, count)) * (a === b ? 1 : keep)
      moments[a * width + b] = value
      moments[b * width + a] = value
    }
  const { values, vectors } = eigenvectors(moments, width)
  const average = values.reduce((sum, value) => sum + value, 0) / width
  const forward = new Float64Array(width * width)
  const back = new Float64Array(width * width)
  values.forEach((value, e) => {
    if (!(value > NOTHING * average)) return
    const root = Math.sqrt(value)
    for (let a = 0; a < width; a++)
      for (let b = 0; b < width; b++) {
        const product = vectors[a * width + e] * vectors[b * width + e]
        forward[a * width + b] += product / root
        back[a * width + b] += product * root
      }
  })
  return { forward, back }
}

/** Matrix times vector. */
export function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const width = vector.length
  return Float64Array.from(vector, (_, a) => {
    let sum = 0
    for (let b = 0; b < width; b++) sum += matrix[a * width + b] * vector[b]
    return sum
  })
}

/** Of a symmetric matrix by cyclic rotations (Jacobi 1846); column e of `vectors` belongs to `values[e]`. */
function eigenvectors(
  matrix: Float64Array,
  width: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const m = matrix.slice()
  const vectors = new Float64Array(width * width)
  for (let a = 0; a < width; a++) vectors[a * width + a] = 1
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0
    for (let p = 0; p < width; p++)
      for (let q = 0; q < p; q++) {
        const x = m[p * width + q]
        off = Math.max(off, Math.abs(x))
        if (Math.abs(x) < 1e-14) continue
        const ratio = (m[q * width + q] - m[p * width + p]) / (2 * x)
        const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1))
        const c = 1 / Math.sqrt(tangent * tangent + 1)
        const s = tangent * c
        for (let k = 0; k < width; k++) rotate(m, k * width + p, k * width + q, c, s)
        for (let k = 0; k < width; k++) rotate(m, p * width + k, q * width + k, c, s)
        for (let k = 0; k < width; k++) rotate(vectors, k * width + p, k * width + q, c, s)
      }
    if (off < 1e-12) break
  }
  return { values: Float64Array.from({ length: width }, (_, e) => m[e * width + e]), vectors }
}

function rotate(m: Float64Array, p: number, q: number, c: number, s: number): void {
  const [x, y] = [m[p], m[q]]
  m[p] = c * x - s * y
  m[q] = s * x + c * y
}
