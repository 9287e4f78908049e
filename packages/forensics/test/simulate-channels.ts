import type { Calibration } from '../src/calibration/index.ts'
import { normalNumbers, seededRandom } from '../src/measurement/index.ts'
import { normalUpperTail } from '../src/numeric/normal.ts'

/** Loadings of ten channels on the strength of an honest class, which makes them correlated. */
const LOADINGS = [0.7, 0.6, 0.6, 0.5, 0.4, 0, 0, 0, 0.3, 0]

/**
 * Ten channels of honest and odd groups. Odd groups are of six kinds; each moves its own channel by 1 … 5 and, where
 * `carry`, some others by less.
 */
export function simulateChannels(
  groups: number,
  seed: number,
  oddShare: number,
  carry = 0.3,
): { z: Float64Array[]; odd: Uint8Array } {
  const random = seededRandom(seed)
  const carried = LOADINGS.map((_, k) =>
    LOADINGS.map((_, c) => (c === k ? 1 : random() < 0.25 ? carry * random() : 0)),
  )
  const strength = normalNumbers(groups, random)
  const noise = LOADINGS.map(() => normalNumbers(groups, random))
  const z = LOADINGS.map((loading, c) =>
    noise[c].map((e, g) => loading * strength[g] + Math.sqrt(1 - loading * loading) * e),
  )
  const odd = new Uint8Array(groups)
  for (let g = 0; g < groups; g++) {
    if (random() >= oddShare) continue
    odd[g] = 1
    const kind = Math.floor(random() * 6)
    const size = 1 + 4 * random()
    for (const [c, column] of z.entries()) column[g] += size * carried[kind][c]
  }
  return { z, odd }
}

const NAMES = [
  'level',
  'task-profile',
  'homogeneity',
  'similarity',
  'boundary',
  'leniency',
  'leak',
  'journal',
] as const

export function calibrationsOf(z: readonly Float64Array[]): Calibration[] {
  return z.map((column, c) => ({
    channel: NAMES[c] ?? (c === 8 ? 'omission' : 'tail'),
    z: column,
    p: column.map(normalUpperTail),
    n: new Int32Array(column.length).fill(20),
    noise: {
      source: 'bulk',
      reason: null,
      groups: column.length,
      controlled: 0,
      pi0: 1,
      shift: null,
      strata: [],
    },
  }))
}

/** Share of odd ones found where one honest in a hundred is flagged. */
export function powerAtOnePercent(suspicion: Float64Array, odd: Uint8Array): number {
  const honest = suspicion.filter((_, g) => odd[g] === 0).sort()
  const cut = honest[Math.ceil(honest.length * 0.99)]
  const found = suspicion.filter((value, g) => odd[g] === 1 && value > cut).length
  return found / odd.reduce((a, b) => a + b, 0)
}
