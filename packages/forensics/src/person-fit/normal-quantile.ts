import { normalUpperTail } from '../numeric/normal.ts'

const LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2

/**
 * The z with P(Z ≥ z) = tail, 0 < tail < 1; full relative accuracy in z down to the smallest normal double (z ≈ 37).
 * A rational start (Abramowitz & Stegun 1964, 26.2.23; error below 5e-4), then Newton's method on the logarithm of
 * the tail, which is nearly a parabola and so converges from any such start.
 */
export function normalUpperQuantile(tail: number): number {
  if (tail > 0.5) return -normalUpperQuantile(1 - tail)
  const t = Math.sqrt(-2 * Math.log(tail))
  const rational =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  let z = t - rational
  for (let step = 0; step < 4; step++) {
    const q = normalUpperTail(z)
    const hazard = Math.exp(-z * z * 0.5 - LOG_ROOT_TWO_PI - Math.log(q))
    z += Math.log(q / tail) / hazard
  }
  return z
}
