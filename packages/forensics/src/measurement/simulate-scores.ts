/** A task as it is generated: slope per point and the steps between neighbouring points 0, 1, …, steps.length. */
export interface SimulatedTask {
  readonly slope: number
  readonly steps: readonly number[]
}

/**
 * Scores of works with the given abilities under the generalised partial credit model, one column per task, to see
 * what the methods say where the truth is known.
 *
 * @param random uniform on [0, 1)
 */
export function simulateScores(
  tasks: readonly SimulatedTask[],
  abilities: ArrayLike<number>,
  random: () => number,
): Uint8Array[] {
  return tasks.map(({ slope, steps }) =>
    Uint8Array.from(abilities, theta => {
      const weights = [1]
      let exponent = 0
      for (const step of steps) {
        exponent += slope * (theta - step)
        weights.push(Math.exp(exponent))
      }
      let left = random() * weights.reduce((sum, w) => sum + w, 0)
      let points = 0
      while (points < steps.length && left >= weights[points]) left -= weights[points++]
      return points
    }),
  )
}

/** Uniform numbers on [0, 1) that are the same for the same seed: splitmix32 (Steele et al. 2014, OOPSLA). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let z = state ^ (state >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z ^= z >>> 15
    z = Math.imul(z, 0x735a2d97)
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32
  }
}

/** Standard normal numbers by Box and Muller 1958. */
export function normalNumbers(count: number, random: () => number): Float64Array {
  const numbers = new Float64Array(count)
  for (let i = 0; i < count; i++)
    numbers[i] = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return numbers
}
