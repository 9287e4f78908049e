/** A stretch of rows or columns that is drawn, and how many are left off on either side of it. */
export interface Drawn {
  readonly from: number
  readonly to: number
  readonly before: number
  readonly after: number
}

/**
 * What is drawn when `first` is the first of `count` in sight: `drawn` of them, beginning a step before it. It moves by
 * whole steps, not with every pixel.
 */
export function windowOf(
  first: number,
  count: number,
  { drawn, step }: { readonly drawn: number; readonly step: number },
): Drawn {
  const wanted = Math.floor(first / step) * step - step
  const from = Math.max(0, Math.min(wanted, count - drawn))
  const to = Math.min(count, from + drawn)
  return { from, to, before: from, after: count - to }
}
