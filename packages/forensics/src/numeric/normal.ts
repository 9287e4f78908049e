import erfc from '@stdlib/math-base-special-erfc'

/** Two-sided 95 % and 99.8 % of a normal variable (the limits of a funnel plot). */
export const Z_95 = 1.959963984540054
export const Z_998 = 3.090232306167813

/** P(Z ≥ z) of a standard normal variable; keeps its relative accuracy in the far tail. */
export function normalUpperTail(z: number): number {
  return erfc(z / Math.SQRT2) / 2
}
