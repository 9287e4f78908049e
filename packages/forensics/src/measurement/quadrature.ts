/**
 * Nodes θ_q in ascending order, symmetric about 0, and weights w_q > 0 with Σ w_q = 1, standing for the ability
 * distribution N(0, 1) of the population.
 */
export interface Quadrature {
  readonly nodes: Float64Array
  readonly weights: Float64Array
}

/**
 * Equally spaced nodes on [−limit, limit] with weights proportional to the normal density. The default, 61 nodes on
 * [−6, 6], is that of the R package mirt (Chalmers 2012, J. Stat. Software 48(6)).
 */
export function equallySpaced(count = 61, limit = 6): Quadrature {
  const nodes = Float64Array.from({ length: count }, (_, q) => limit * ((2 * q) / (count - 1) - 1))
  const weights = nodes.map(theta => Math.exp((-theta * theta) / 2))
  const sum = weights.reduce((a, b) => a + b, 0)
  return { nodes, weights: weights.map(w => w / sum) }
}

/**
 * Gauss–Hermite nodes and weights for N(0, 1): exact for polynomials in θ of degree < 2·count.
 *
 * The roots of the orthonormal Hermite polynomials (weight e^{−θ²/2}) are bracketed by the roots of the previous
 * degree, which they interlace, and bisected; weight w = 1 / Σ_k h_k(θ)². Golub, Welsch 1969, Math. Comp. 23.
 */
export function gaussHermite(count: number): Quadrature {
  let roots: number[] = []
  for (let degree = 1; degree <= count; degree++) {
    const edge = 2 * Math.sqrt(degree) + 1
    const bounds = [-edge, ...roots, edge]
    roots = bounds.slice(1).map((high, k) => bisect(theta => hermite(degree, theta).last, bounds[k], high))
  }
  const nodes = Float64Array.from(roots, (theta, q) => (theta - roots[count - 1 - q]) / 2)
  return { nodes, weights: nodes.map(theta => 1 / hermite(count - 1, theta).squares) }
}

/** h_degree(θ) of the orthonormal Hermite polynomials, and Σ_{k ≤ degree} h_k(θ)². */
function hermite(degree: number, theta: number): { last: number; squares: number } {
  let previous = 0
  let last = 1
  let squares = 1
  for (let k = 1; k <= degree; k++) {
    const next = (theta * last - Math.sqrt(k - 1) * previous) / Math.sqrt(k)
    previous = last
    last = next
    squares += next * next
  }
  return { last, squares }
}

function bisect(f: (x: number) => number, from: number, to: number): number {
  let low = from
  let high = to
  const sign = Math.sign(f(low))
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (Math.sign(f(middle)) === sign) low = middle
    else high = middle
  }
}
