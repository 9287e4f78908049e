/** Ratios of Nelder & Mead 1965, Comput. J. 7: 308–313. */
const [REFLECT, EXPAND, CONTRACT, SHRINK] = [1, 2, 0.5, 0.5]

/**
 * A minimum of a function of a few parameters without derivatives (downhill simplex), from `start` with first steps
 * `steps`. Stops when the values at the corners differ by less than `tolerance`.
 */
export function minimise(
  f: (x: Float64Array) => number,
  start: ArrayLike<number>,
  steps: ArrayLike<number>,
  tolerance = 1e-7,
  maxEvaluations = 600,
): Float64Array {
  const size = start.length
  const corners = Array.from({ length: size + 1 }, (_, i) => {
    const x = Float64Array.from(start)
    if (i > 0) x[i - 1] += steps[i - 1]
    return { x, value: f(x) }
  })
  let evaluations = size + 1
  const along = (centre: Float64Array, worst: Float64Array, ratio: number) => {
    const x = centre.map((c, j) => c + ratio * (c - worst[j]))
    evaluations++
    return { x, value: f(x) }
  }
  while (evaluations < maxEvaluations) {
    corners.sort((a, b) => a.value - b.value)
    const worst = corners[size]
    if (worst.value - corners[0].value < tolerance) break
    const centre = new Float64Array(size)
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) centre[j] += corners[i].x[j] / size
    const reflected = along(centre, worst.x, REFLECT)
    if (reflected.value < corners[0].value) {
      const expanded = along(centre, worst.x, EXPAND)
      corners[size] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < corners[size - 1].value) {
      corners[size] = reflected
    } else {
      const outside = reflected.value < worst.value
      const contracted = along(centre, worst.x, outside ? CONTRACT : -CONTRACT)
      if (contracted.value < Math.min(reflected.value, worst.value)) corners[size] = contracted
      else {
        for (let i = 1; i <= size; i++) {
          const x = corners[i].x.map((v, j) => corners[0].x[j] + SHRINK * (v - corners[0].x[j]))
          corners[i] = { x, value: f(x) }
        }
        evaluations += size
      }
    }
  }
  corners.sort((a, b) => a.value - b.value)
  return corners[0].x
}

/**
 * The same, started anew from its end with smaller steps until a fresh simplex no longer helps: a simplex may fold
 * before it is at the minimum, and variance components ask for more digits than that.
 */
export function minimiseSettled(f: (x: Float64Array) => number, start: ArrayLike<number>): Float64Array {
  const descend = (from: ArrayLike<number>, step: number) =>
    minimise(f, from, new Float64Array(from.length).fill(step), 1e-12, 2000)
  let best = descend(start, 0.2)
  for (let round = 0; round < 5; round++) {
    const next = descend(best, 0.02)
    const gain = f(best) - f(next)
    if (gain >= 0) best = next
    if (gain <= 1e-9 * Math.abs(f(best)) + 1e-12) break
  }
  return best
}
