/**
 * Cohen's kappa with quadratic weights: 1 − Σ(i − j)²·o_ij / Σ(i − j)²·e_ij, o observed, e expected from the
 * margins. Null where both sides give one and the same value only. Cohen 1968, Psychol. Bull. 70: 213–220.
 *
 * @param table counts, row-major, size × size, categories in their order
 */
export function quadraticKappa(table: ArrayLike<number>, size: number): number | null {
  const rows = new Float64Array(size)
  const columns = new Float64Array(size)
  let n = 0
  let observed = 0
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const count = table[i * size + j]
      rows[i] += count
      columns[j] += count
      n += count
      observed += (i - j) ** 2 * count
    }
  let expected = 0
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) expected += (i - j) ** 2 * rows[i] * columns[j]
  return expected === 0 ? null : 1 - (observed * n) / expected
}
