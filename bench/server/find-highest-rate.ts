import { type LoadResult, percentile } from './open-loop.ts'

export interface Bound {
  readonly first: number
  /** The 95th percentile must not be above this, ms. */
  readonly p95: number
  /** Rates are told apart to within this share. */
  readonly within?: number
}

/**
 * The highest rate at which nothing fails and the 95th percentile keeps the bound: doubled until it breaks, then sought
 * between the last that kept it and the first that did not. A rate that breaks is tried once more: another process of the
 * machine may have come in between.
 */
export async function findHighestRate(
  { first, p95, within = 0.1 }: Bound,
  load: (rate: number) => Promise<LoadResult>,
): Promise<number> {
  const once = async (rate: number) => {
    const result = await load(rate)
    printLoad(result)
    return result.failed === 0 && percentile(result.latencies, 0.95) <= p95
  }
  const keeps = async (rate: number) => (await once(rate)) || (await once(rate))
  let kept = 0
  let broken = Number.POSITIVE_INFINITY
  for (let rate = first; broken === Number.POSITIVE_INFINITY; rate *= 2)
    if (await keeps(rate)) kept = rate
    else broken = rate
  while (kept > 0 && broken - kept > kept * within) {
    const rate = Math.round((kept + broken) / 20) * 10
    if (rate <= kept || rate >= broken) break
    if (await keeps(rate)) kept = rate
    else broken = rate
  }
  return kept
}

export function printLoad({ rate, sent, failed, latencies }: LoadResult): void {
  console.log(`${String(rate).padStart(4)}/s  ${percentiles(latencies)}  failed ${failed} of ${sent}`)
}

export function percentiles(latencies: readonly number[]): string {
  const ms = (share: number) => percentile(latencies, share).toFixed(0).padStart(5)
  return `p50 ${ms(0.5)} ms  p95 ${ms(0.95)} ms  p99 ${ms(0.99)} ms`
}
