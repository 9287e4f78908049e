import type { MatchSheet } from './match-sheet.ts'

/** Omega of two rows that cannot be compared: no common task, or nothing left to chance. */
export const NO_OMEGA = -Infinity

/** A variance of the number of matches below this is rounding: every task of the pair is certain to match or not. */
export const NO_CHANCE = 1e-12

/**
 * Unconditional omega (Wollack 1997; Romero, Riascos & Jara 2015) of two rows of a sheet:
 * ω = (Σ s_j − Σ p_j)/√Σ p_j(1 − p_j), s_j equal points, p_j = Σ_k P_jk(θ_a)·P_jk(θ_b), over the common tasks.
 *
 * 2·Σ(m_j + 1) + 4·K flops a pair; exact, no table of abilities. Symmetric to the last bit.
 */
export function omegaOfRows(sheet: MatchSheet, first: number, second: number): number {
  const { probability, answer, width, words, runs } = sheet
  let a = first * width
  let b = second * width
  let expected = 0
  let squares = 0
  for (let r = 0; r < runs.length; r++) {
    const { categories, tasks } = runs[r]
    if (categories === 2) {
      for (const end = a + 2 * tasks; a < end; a += 2, b += 2) {
        const p = probability[a] * probability[b] + probability[a + 1] * probability[b + 1]
        expected += p
        squares += p * p
      }
    } else if (categories === 3) {
      for (const end = a + 3 * tasks; a < end; a += 3, b += 3) {
        const p =
          probability[a] * probability[b] +
          probability[a + 1] * probability[b + 1] +
          probability[a + 2] * probability[b + 2]
        expected += p
        squares += p * p
      }
    } else {
      for (let t = 0; t < tasks; t++) {
        let p = 0
        for (const end = a + categories; a < end; a++, b++) p += probability[a] * probability[b]
        expected += p
        squares += p * p
      }
    }
  }
  const variance = expected - squares
  if (variance < NO_CHANCE) return NO_OMEGA
  let matches = 0
  for (let w = 0; w < words; w++) matches += bitCount(answer[first * words + w] & answer[second * words + w])
  return (matches - expected) / Math.sqrt(variance)
}

/** Bits set in a 32-bit word. */
function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
