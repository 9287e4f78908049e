/** One of several independent binomial counts. */
export interface Binomial {
  readonly n: number
  readonly share: number
}

/**
 * P(X₁ + X₂ + … ≥ k) for independent binomial counts with different shares, exact: the distributions are convolved.
 * Probabilities below the smallest double are left out, which bounds the work for groups of many thousands.
 */
export function sumOfBinomialsUpperTail(k: number, parts: readonly Binomial[]): number {
  if (k <= 0) return 1
  let sum: Masses = { from: 0, mass: Float64Array.of(1) }
  for (const part of parts) if (part.n > 0) sum = convolve(sum, massesOf(part))
  let tail = 0
  // From the far end, so that the small probabilities are added first.
  for (let i = sum.mass.length - 1; i >= 0 && sum.from + i >= k; i--) tail += sum.mass[i]
  return Math.min(1, tail)
}

/** Probabilities of the values from, from + 1, … */
interface Masses {
  readonly from: number
  readonly mass: Float64Array
}

/** Binomial probabilities by recurrence from the mode, scaled to one: no logarithm of a factorial is needed. */
function massesOf({ n, share }: Binomial): Masses {
  if (share <= 0) return { from: 0, mass: Float64Array.of(1) }
  if (share >= 1) return { from: n, mass: Float64Array.of(1) }
  const odds = share / (1 - share)
  const mode = Math.min(n, Math.floor((n + 1) * share))
  const down: number[] = []
  const up: number[] = []
  let total = 1
  for (let k = mode, m = 1; k > 0; k--) {
    m *= k / ((n - k + 1) * odds)
    if (m < Number.MIN_VALUE) break
    down.push(m)
    total += m
  }
  for (let k = mode, m = 1; k < n; k++) {
    m *= ((n - k) * odds) / (k + 1)
    if (m < Number.MIN_VALUE) break
    up.push(m)
    total += m
  }
  const mass = Float64Array.from([...down.reverse(), 1, ...up], m => m / total)
  return { from: mode - down.length, mass }
}

function convolve(a: Masses, b: Masses): Masses {
  const mass = new Float64Array(a.mass.length + b.mass.length - 1)
  for (let i = 0; i < a.mass.length; i++) {
    const m = a.mass[i]
    for (let j = 0; j < b.mass.length; j++) mass[i + j] += m * b.mass[j]
  }
  return { from: a.from + b.from, mass }
}
