import { minimiseSettled } from '../numeric/minimise.ts'
import { factorise, solveFactorised } from './small-matrix.ts'

/** A column of numbers, one per work. */
export type Column = Float64Array | Float32Array | Uint16Array | Uint8Array

export interface MultilevelInput {
  /** NaN: the work is left out. */
  readonly outcome: Column
  /** Without the intercept; a work with NaN in any is left out. Zero columns: a model of the mean. */
  readonly covariates: readonly Column[]
  /** Works of group g are groupStart[g] … groupStart[g + 1] − 1. */
  readonly groupStart: Int32Array
  readonly schoolOfGroup: Int32Array
  readonly schoolCount: number
}

export interface MultilevelFit {
  /** Works that entered. */
  readonly count: number
  readonly intercept: number
  /** One per covariate; NaN for one that the others explain or that does not vary. */
  readonly coefficients: Float64Array
  readonly residualVariance: number
  /** 0 where the groups are the schools: the two cannot be told apart, and the school's variance holds both. */
  readonly groupVariance: number
  readonly schoolVariance: number
  /** −2 × restricted log-likelihood but for a constant. */
  readonly criterion: number
  /** Works of each group that entered, groupCount entries. */
  readonly groupSize: Int32Array
  /** Mean of y − x'β over the works of the group; NaN for a group without works. */
  readonly groupResidual: Float64Array
  /** Best linear unbiased predictions v_c and u_s; 0 for a group or school without works. */
  readonly groupEffect: Float64Array
  readonly schoolEffect: Float64Array
}

/**
 * Three-level linear mixed model y = β₀ + x'β + u_school + v_group + e by restricted maximum likelihood: what a group
 * is above what its covariates let expect, groups and schools shrunk towards it (METHODS §1.2; Patterson, Thompson
 * 1971, Biometrika 58: 545–554; Bates et al. 2015, J. Stat. Software 67(1) for the profiled criterion).
 *
 * With γ = variance ratios to σ², the inverse of a school's covariance is that of its groups less one vector
 * (Woodbury twice), so that sums of the covariates by group are all that the criterion needs: one pass over the works,
 * O(works × covariates²), then O(groups × covariates + schools × covariates²) per evaluation, some hundred of them. σ² and β are profiled out;
 * the two remaining parameters are √γ, the scale on which the criterion is smooth at zero.
 *
 * Null where there is nothing to fit: fewer works than coefficients + 1, or no residual spread.
 */
export function fitMultilevel(input: MultilevelInput): MultilevelFit | null {
  const sums = summarise(input)
  if (sums === null) return null
  const perSchool = new Uint8Array(input.schoolCount)
  let several = false
  for (let g = 0; g < sums.groupSize.length; g++) {
    if (sums.groupSize[g] > 0 && perSchool[input.schoolOfGroup[g]]++ > 0) several = true
    if (several) break
  }
  const profile = createProfile(sums, input)
  if (!(profile.evaluate(0, 0).spread > 0)) return null
  const best = several
    ? minimiseSettled(([group, school]) => profile.evaluate(group ** 2, school ** 2).criterion, [0.5, 0.3])
    : minimiseSettled(([school]) => profile.evaluate(0, school ** 2).criterion, [0.5])
  const [groupRatio, schoolRatio] = several ? [best[0] ** 2, best[1] ** 2] : [0, best[0] ** 2]
  return profile.finish(groupRatio, schoolRatio)
}

/** Everything the criterion needs. Columns: the kept covariates, the intercept, the outcome; centred but for the intercept. */
interface Sums {
  readonly count: number
  readonly kept: readonly number[]
  /** Columns in all, Q. */
  readonly width: number
  readonly centre: Float64Array
  /** Q × Q, lower triangle. */
  readonly cross: Float64Array
  /** Row group × column. */
  readonly byGroup: Float64Array
  readonly groupSize: Int32Array
  readonly covariateCount: number
}

function summarise({ outcome, covariates, groupStart }: MultilevelInput): Sums | null {
  const groups = groupStart.length - 1
  const rows = completeRows([outcome, ...covariates], groupStart[groups])
  const take = (column: Column) => (rows === null ? column : Float64Array.from(rows, i => column[i]))
  const starts = rows === null ? groupStart : startsOf(rows, groupStart)
  const columns = [...covariates, outcome].map(take)
  const count = starts[groups]
  if (count < 2) return null
  const centre = Float64Array.from(columns, column => meanOf(column, count))
  const all = columns.length
  const cross = new Float64Array(all * all)
  for (let a = 0; a < all; a++) {
    for (let b = 0; b <= a; b++)
      cross[a * all + b] = product(columns[a], columns[b], centre[a], centre[b], count)
  }
  const left = factorise(cross.slice(), all)
  const kept = covariates.map((_, k) => k).filter(k => left[k] === 0)
  if (count <= kept.length + 1) return null

  const width = kept.length + 2
  const source = [...kept, -1, all - 1]
  const byGroup = new Float64Array(groups * width)
  source.forEach((from, q) => {
    for (let g = 0; g < groups; g++) {
      let sum = starts[g + 1] - starts[g]
      if (from >= 0) {
        const column = columns[from]
        const shift = centre[from]
        sum = 0
        for (let i = starts[g]; i < starts[g + 1]; i++) sum += column[i] - shift
      }
      byGroup[g * width + q] = sum
    }
  })
  const used = new Float64Array(width * width)
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      const own = source[a] < 0 && source[b] < 0 ? count : 0
      const [high, low] = [Math.max(source[a], source[b]), Math.min(source[a], source[b])]
      used[a * width + b] = low < 0 ? own : cross[high * all + low]
    }
  }
  const groupSize = Int32Array.from({ length: groups }, (_, g) => starts[g + 1] - starts[g])
  return { count, kept, width, centre, cross: used, byGroup, groupSize, covariateCount: covariates.length }
}

interface Profile {
  /** `spread` is the generalised residual sum of squares. */
  evaluate(groupRatio: number, schoolRatio: number): { readonly criterion: number; readonly spread: number }
  finish(groupRatio: number, schoolRatio: number): MultilevelFit
}

function createProfile(sums: Sums, { schoolOfGroup, schoolCount }: MultilevelInput): Profile {
  const { width, byGroup, groupSize, count, kept } = sums
  const groups = groupSize.length
  const factor = new Float64Array(width * width)
  const bySchool = new Float64Array(schoolCount * width)
  const weight = new Float64Array(schoolCount)
  const freedom = count - width + 1
  const bySize = crossBySize(sums)
  const shrinkOf = new Float64Array(bySize.sizes.length)

  /** Leaves the factor of (X y)'V⁻¹(X y) in `factor`; returns log |V|. */
  function weigh(groupRatio: number, schoolRatio: number): number {
    factor.set(sums.cross)
    bySchool.fill(0)
    weight.fill(0)
    let logDeterminant = 0
    for (let k = 0; k < shrinkOf.length; k++) {
      shrinkOf[k] = 1 / (1 + groupRatio * bySize.sizes[k])
      logDeterminant -= bySize.groups[k] * Math.log(shrinkOf[k])
      const ratio = groupRatio * shrinkOf[k]
      for (let c = 0; c < factor.length; c++) factor[c] -= ratio * bySize.cross[k * factor.length + c]
    }
    for (let g = 0; g < groups; g++) {
      const n = groupSize[g]
      if (n === 0) continue
      const shrink = shrinkOf[bySize.place[n]]
      const at = g * width
      const to = schoolOfGroup[g] * width
      for (let q = 0; q < width; q++) bySchool[to + q] += shrink * byGroup[at + q]
      weight[schoolOfGroup[g]] += shrink * n
    }
    for (let s = 0; s < schoolCount; s++) {
      if (weight[s] === 0) continue
      const shrink = 1 / (1 + schoolRatio * weight[s])
      subtract(factor, bySchool, s * width, width, schoolRatio * shrink)
      logDeterminant -= Math.log(shrink)
    }
    factorise(factor, width, 0)
    return logDeterminant
  }

  function evaluate(groupRatio: number, schoolRatio: number) {
    const logDeterminant = weigh(groupRatio, schoolRatio)
    const spread = factor[width * width - 1] ** 2
    let criterion = logDeterminant + freedom * Math.log(spread / freedom)
    for (let q = 0; q < width - 1; q++) criterion += 2 * Math.log(factor[q * width + q])
    return { criterion, spread }
  }

  function finish(groupRatio: number, schoolRatio: number): MultilevelFit {
    const { criterion, spread } = evaluate(groupRatio, schoolRatio)
    const residualVariance = spread / freedom
    const beta = coefficientsOf(factor, width)
    const groupResidual = new Float64Array(groups)
    const groupEffect = new Float64Array(groups)
    const schoolEffect = new Float64Array(schoolCount)
    for (let g = 0; g < groups; g++) {
      let total = byGroup[g * width + width - 1]
      for (let q = 0; q < width - 1; q++) total -= beta[q] * byGroup[g * width + q]
      const n = groupSize[g]
      groupResidual[g] = n === 0 ? Number.NaN : total / n
      if (n > 0) schoolEffect[schoolOfGroup[g]] += total / (1 + groupRatio * n)
    }
    for (let s = 0; s < schoolCount; s++) schoolEffect[s] *= schoolRatio / (1 + schoolRatio * weight[s])
    for (let g = 0; g < groups; g++) {
      const n = groupSize[g]
      if (n === 0) continue
      groupEffect[g] =
        (groupRatio * n * (groupResidual[g] - schoolEffect[schoolOfGroup[g]])) / (1 + groupRatio * n)
    }
    const coefficients = new Float64Array(sums.covariateCount).fill(Number.NaN)
    let intercept = beta[width - 2] + sums.centre[sums.covariateCount]
    kept.forEach((k, q) => {
      coefficients[k] = beta[q]
      intercept -= beta[q] * sums.centre[k]
    })
    return {
      count,
      intercept,
      coefficients,
      residualVariance,
      groupVariance: groupRatio * residualVariance,
      schoolVariance: schoolRatio * residualVariance,
      criterion,
      groupSize,
      groupResidual,
      groupEffect,
      schoolEffect,
    }
  }

  return { evaluate, finish }
}

/** What shrinks alike is added up once: the sums S S' of the groups of each size. */
function crossBySize({ groupSize, byGroup, width }: Sums) {
  const most = groupSize.reduce((a, b) => Math.max(a, b), 0)
  const place = new Int32Array(most + 1).fill(-1)
  const sizes: number[] = []
  for (const n of groupSize) {
    if (n === 0 || place[n] >= 0) continue
    place[n] = sizes.length
    sizes.push(n)
  }
  const groups = new Float64Array(sizes.length)
  const square = width * width
  const cross = new Float64Array(sizes.length * square)
  for (let g = 0; g < groupSize.length; g++) {
    if (groupSize[g] === 0) continue
    const k = place[groupSize[g]]
    groups[k]++
    subtract(cross.subarray(k * square, (k + 1) * square), byGroup, g * width, width, -1)
  }
  return { place, sizes, groups, cross }
}

/** matrix −= factor × v v', lower triangle. */
function subtract(
  matrix: Float64Array,
  vectors: Float64Array,
  at: number,
  width: number,
  factor: number,
): void {
  for (let a = 0; a < width; a++) {
    const left = factor * vectors[at + a]
    for (let b = 0; b <= a; b++) matrix[a * width + b] -= left * vectors[at + b]
  }
}

/** β from the joint factor of (X y): the last row holds L⁻¹X'V⁻¹y. */
function coefficientsOf(factor: Float64Array, width: number): Float64Array {
  const p = width - 1
  const lower = new Float64Array(p * p)
  const right = new Float64Array(p)
  // X'V⁻¹y = L·row: rebuilt, so that one solver serves both.
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      lower[a * p + b] = factor[a * width + b]
      right[a] += factor[a * width + b] * factor[p * width + b]
    }
  }
  solveFactorised(lower, p, right)
  return right
}

/** Indices of works without NaN, or null where no work has one. */
function completeRows(columns: readonly Column[], count: number): Int32Array | null {
  const bad = new Uint8Array(count)
  let some = false
  for (const column of columns) {
    if (column instanceof Uint8Array || column instanceof Uint16Array) continue
    for (let i = 0; i < count; i++) {
      if (Number.isFinite(column[i])) continue
      bad[i] = 1
      some = true
    }
  }
  if (!some) return null
  const rows: number[] = []
  for (let i = 0; i < count; i++) if (bad[i] === 0) rows.push(i)
  return Int32Array.from(rows)
}

function startsOf(rows: Int32Array, groupStart: Int32Array): Int32Array {
  const starts = new Int32Array(groupStart.length)
  let row = 0
  for (let g = 1; g < groupStart.length; g++) {
    while (row < rows.length && rows[row] < groupStart[g]) row++
    starts[g] = row
  }
  return starts
}

function meanOf(column: Column, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += column[i]
  return sum / count
}

function product(a: Column, b: Column, shiftA: number, shiftB: number, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += (a[i] - shiftA) * (b[i] - shiftB)
  return sum
}
