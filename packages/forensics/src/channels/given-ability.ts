/**
 * Works laid on a scale (an ability, a prediction) of `rows` equal cells, so that whatever is expected of a work can be
 * looked up by one small number.
 */
export interface Scale {
  /** Cell of each work; NO_CELL where the position is not a number. */
  readonly cell: Uint16Array
  readonly rows: number
  /** Bin of each cell: neighbouring cells joined until they hold enough works. */
  readonly binOfCell: Int32Array
  /** Mean position of the works of each bin, in cells. */
  readonly centre: Float64Array
}

const ROWS = 512
export const NO_CELL = 0xffff
/** A bin holds at least this many works, and is closed once it has its share of them or of the width of the scale. */
const LEAST_WORKS = 60
const BINS_BY_WORKS = 80
const BINS_BY_WIDTH = 40

/** Lays out works by their positions; NaN stays outside. */
export function scaleOf(position: Float64Array): Scale {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const x of position) {
    if (x < low) low = x
    if (x > high) high = x
  }
  const width = high > low ? (high - low) / ROWS : 1
  const cell = new Uint16Array(position.length)
  const works = new Float64Array(ROWS)
  for (let i = 0; i < position.length; i++) {
    if (Number.isNaN(position[i])) {
      cell[i] = NO_CELL
      continue
    }
    cell[i] = Math.min(ROWS - 1, Math.floor((position[i] - low) / width))
    works[cell[i]]++
  }
  return { cell, rows: ROWS, ...binsOf(works) }
}

function binsOf(works: Float64Array): Pick<Scale, 'binOfCell' | 'centre'> {
  const enough = works.reduce((a, b) => a + b, 0) / BINS_BY_WORKS
  const bins: { from: number; works: number; sum: number }[] = []
  let bin = { from: 0, works: 0, sum: 0 }
  for (let r = 0; r < works.length; r++) {
    bin.works += works[r]
    bin.sum += works[r] * r
    const wide = r + 1 - bin.from >= works.length / BINS_BY_WIDTH
    if (bin.works >= LEAST_WORKS && (wide || bin.works >= enough)) {
      bins.push(bin)
      bin = { from: r + 1, works: 0, sum: 0 }
    }
  }
  const last = bins.at(-1)
  if (last === undefined) bins.push(bin)
  else {
    last.works += bin.works
    last.sum += bin.sum
  }
  const binOfCell = new Int32Array(works.length)
  for (const [b, { from }] of bins.entries()) binOfCell.fill(b, from)
  return { binOfCell, centre: Float64Array.from(bins, b => (b.works > 0 ? b.sum / b.works : 0)) }
}

/** Shares of the categories 0…maximum of one column for every cell of a scale. */
export interface Norm {
  readonly maximum: number
  /** rows × (maximum + 1); each row adds up to 1, or all are 0 where nobody has the task. */
  readonly share: Float64Array
}

/**
 * What works at each place of the scale get, learnt from the works themselves: shares within a bin, straight lines
 * between the centres of bins and beyond the outer ones. Where the scale is the ability from the same tasks, this is
 * E[x | T] for the sufficient score T, which under the model does not depend on the pupil's ability — so that no bias
 * of shrunken abilities comes in — and it follows the data where the model does not.
 *
 * Values above the maximum are no scores and do not count. Manipulated works are among those it learns from: a share ε
 * of them moves the norm by ε of their excess, to the manipulated's advantage.
 */
export function normOf(scale: Scale, column: Uint8Array, maximum: number): Norm {
  const { cell, rows, binOfCell, centre } = scale
  const width = maximum + 1
  const counts = new Float64Array(centre.length * width)
  const overall = new Float64Array(width)
  for (let i = 0; i < cell.length; i++) {
    const x = column[i]
    if (x > maximum || cell[i] === NO_CELL) continue
    counts[binOfCell[cell[i]] * width + x]++
    overall[x]++
  }
  const share = new Float64Array(rows * width)
  const all = overall.reduce((a, b) => a + b, 0)
  if (all === 0) return { maximum, share }
  for (let b = 0; b < centre.length; b++) {
    let inBin = 1
    for (let k = 0; k < width; k++) inBin += counts[b * width + k]
    // One work's worth of the whole, so that a bin without the task says something.
    for (let k = 0; k < width; k++) counts[b * width + k] = (counts[b * width + k] + overall[k] / all) / inBin
  }
  fillShares(share, counts, scale, width)
  return { maximum, share }
}

function fillShares(
  share: Float64Array,
  binShare: Float64Array,
  { rows, centre }: Scale,
  width: number,
): void {
  const last = centre.length - 1
  for (let r = 0, left = 0; r < rows; r++) {
    while (left < last - 1 && r >= centre[left + 1]) left++
    const right = Math.min(last, left + 1)
    const u = right === left ? 0 : (r - centre[left]) / (centre[right] - centre[left])
    let sum = 0
    for (let k = 0; k < width; k++) {
      const p = Math.max(0, (1 - u) * binShare[left * width + k] + u * binShare[right * width + k])
      share[r * width + k] = p
      sum += p
    }
    for (let k = 0; k < width; k++) share[r * width + k] /= sum
  }
}

/** Mean, variance and third central moment of every cell under a norm. */
export function momentsByCell({ maximum, share }: Norm): {
  readonly mean: Float64Array
  readonly variance: Float64Array
  readonly third: Float64Array
} {
  const width = maximum + 1
  const rows = share.length / width
  const mean = new Float64Array(rows)
  const variance = new Float64Array(rows)
  const third = new Float64Array(rows)
  for (let r = 0; r < rows; r++) {
    for (let k = 1; k < width; k++) mean[r] += k * share[r * width + k]
    for (let k = 0; k < width; k++) {
      const off = k - mean[r]
      variance[r] += share[r * width + k] * off ** 2
      third[r] += share[r * width + k] * off ** 3
    }
  }
  return { mean, variance, third }
}
