import { benjaminiHochberg } from '../own/benjamini-hochberg.ts'

/** Benjamini & Yekutieli 2001 (Ann. Stat. 29: 1165–1188): BH times Σ1/i, right under any dependence. */
export function benjaminiYekutieli(p: readonly (number | null)[]): (number | null)[] {
  const tests = p.reduce<number>((count, value) => count + (value === null ? 0 : 1), 0)
  let harmonic = 0
  for (let i = 1; i <= tests; i++) harmonic += 1 / i
  return benjaminiHochberg(p).map(q => (q === null ? null : Math.min(1, q * harmonic)))
}

/**
 * q-values of Storey 2002 (JRSS B 64: 479–498): BH times the share of true nulls. NaN stays NaN.
 *
 * @param pi0 share of honest groups, 0 < pi0 ≤ 1
 */
export function qValues(p: Float64Array, pi0: number): Float64Array {
  const order = Int32Array.from(p.keys())
    .filter(i => !Number.isNaN(p[i]))
    .sort((i, j) => p[j] - p[i])
  const q = new Float64Array(p.length).fill(Number.NaN)
  let least = 1
  for (let k = 0; k < order.length; k++) {
    least = Math.min(least, (pi0 * p[order[k]] * order.length) / (order.length - k))
    q[order[k]] = least
  }
  return q
}

/** Share of honest ones, and density of all over that of honest ones, as a function of z. */
export interface OneSidedMixture {
  readonly pi0: number
  /** Shifts of odd ones and the share of all that has each; with pi0 they add up to 1. */
  readonly shifts: readonly number[]
  readonly shares: readonly number[]
  /** f(z)/f₀(z); grows with z, at least pi0. */
  ratio(z: number): number
}

const SHIFTS = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7] as const
const LOWEST = -4
const HIGHEST = 8
const CELL = 0.02
const STEPS = 200
/** Honest groups believed in beforehand (Stephens 2017, Biostatistics 18: 275–294, who adds ten). */
const BELIEVED = 10

/**
 * Shares of shifts δ ≥ 0 of a standard normal variable by maximum likelihood (Kiefer & Wolfowitz 1956; Stephens 2017):
 * a two-groups model whose density ratio can only grow, so that a larger z is never less odd.
 */
export function oneSidedMixture(z: Float64Array): OneSidedMixture {
  const cells = Math.round((HIGHEST - LOWEST) / CELL)
  const counts = new Float64Array(cells)
  for (const value of z) {
    if (Number.isNaN(value)) continue
    const held = Math.min(HIGHEST - CELL / 2, Math.max(LOWEST, value))
    counts[Math.floor((held - LOWEST) / CELL)]++
  }
  const ratios = SHIFTS.map(shift =>
    Float64Array.from({ length: cells }, (_, b) =>
      Math.exp(shift * (LOWEST + (b + 0.5) * CELL) - (shift * shift) / 2),
    ),
  )
  let pi0 = 0.9
  let shares = SHIFTS.map(() => 0.1 / SHIFTS.length)
  for (let step = 0; step < STEPS; step++) {
    let honest = BELIEVED
    const next = SHIFTS.map(() => 0)
    for (let b = 0; b < cells; b++) {
      if (counts[b] === 0) continue
      let sum = pi0
      for (let s = 0; s < shares.length; s++) sum += shares[s] * ratios[s][b]
      honest += (counts[b] * pi0) / sum
      for (let s = 0; s < shares.length; s++) next[s] += (counts[b] * shares[s] * ratios[s][b]) / sum
    }
    const total = honest + next.reduce((a, b) => a + b, 0)
    pi0 = honest / total
    shares = next.map(share => share / total)
  }
  return {
    pi0,
    shifts: SHIFTS,
    shares,
    ratio(value) {
      const held = Math.min(HIGHEST, Math.max(LOWEST, value))
      return shares.reduce(
        (sum, share, s) => sum + share * Math.exp(SHIFTS[s] * held - SHIFTS[s] ** 2 / 2),
        pi0,
      )
    },
  }
}

/**
 * Local false discovery rate, Efron 2004: pi0·f₀(z)/f(z), the probability that a group with this z is honest. It never
 * grows with z. NaN stays NaN.
 *
 * @param z standard normal for honest groups (after an empirical null)
 * @param pi0 share of honest groups by the zero assumption; the mixture's own is used where larger
 */
export function localFdr(z: Float64Array, pi0: number): Float64Array {
  const mixture = oneSidedMixture(z)
  const share = Math.max(pi0, mixture.pi0)
  return z.map(value => (Number.isNaN(value) ? value : Math.min(1, share / mixture.ratio(value))))
}
