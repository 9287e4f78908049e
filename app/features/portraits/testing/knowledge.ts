/**
 * What somebody can work out who has several sums of the same numbers before them: everything that is a sum or difference of
 * multiples of them.
 */
export class Knowledge {
  /** Orthonormal. */
  readonly #basis: number[][] = []

  /** The sum of these numbers is known. */
  learn(vector: readonly number[]): void {
    const rest = this.#beyond(vector)
    const length = Math.hypot(...rest)
    if (length > 1e-9) this.#basis.push(rest.map(value => value / length))
  }

  /** Whether the sum of these numbers follows from what is known. */
  knows(vector: readonly number[]): boolean {
    return Math.hypot(...this.#beyond(vector)) < 1e-7
  }

  #beyond(vector: readonly number[]): number[] {
    const rest = [...vector]
    // Twice: once leaves rounding that grows with every equation.
    for (const _ of [1, 2])
      for (const known of this.#basis) {
        const along = known.reduce((sum, value, i) => sum + value * rest[i], 0)
        if (along !== 0) for (const [i, value] of known.entries()) rest[i] -= along * value
      }
    return rest
  }
}
