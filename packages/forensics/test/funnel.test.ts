import { describe, expect, it } from 'vitest'
import { funnel, funnelLimits } from '../src/index.ts'
import { school, tallyOf } from './works-of.ts'

describe('funnel', () => {
  const tally = tallyOf({ schoolCount: 5 }, [
    ...school(0, [3, 5, 7]),
    ...school(1, [6, 6, 8, 9]),
    ...school(2, [2, 4]),
    ...school(3, [10, 9, 9, 8, 7]),
    ...school(4, [5]),
  ])

  it('estimates the variance between schools from winsorised z (numpy)', () => {
    const result = funnel.compute(tally)
    expect(result).toMatchObject({ schools: 5 })
    expect(result.mean).toBeCloseTo(98 / 15, 12)
    expect(result.within).toBeCloseTo(2.195, 12)
    expect(result.overdispersion).toBeCloseTo(3.5664969094038064, 10)
    expect(result.tau2).toBeCloseTo(2.6790267865329502, 10)
    expect(funnelLimits(result, 4, 95)?.lower).toBeCloseTo(3.012059187820272, 10)
    expect(funnelLimits(result, 4, 99.8)?.upper).toBeCloseTo(12.085249189527755, 10)
  })

  it('has no variance between schools that are alike', () => {
    const alike = tallyOf(
      { schoolCount: 3 },
      [0, 1, 2].flatMap(index => school(index, [2, 4, 6])),
    )
    expect(funnel.compute(alike)).toMatchObject({ mean: 4, within: 4, tau2: 0 })
  })

  it('has no limits where nothing varies within schools', () => {
    const single = funnel.compute(tallyOf({ schoolCount: 2 }, [...school(0, [3]), ...school(1, [5])]))
    expect(single).toMatchObject({ mean: 4, within: null, tau2: null })
    expect(funnelLimits(single, 5, 95)).toBeNull()
    const constant = funnel.compute(tallyOf({ schoolCount: 2 }, [...school(0, [3, 3]), ...school(1, [5, 5])]))
    expect(constant).toMatchObject({ within: 0, tau2: null })
    expect(funnel.compute(tallyOf({}, []))).toMatchObject({ schools: 0, mean: null })
    expect(funnel.compute(tallyOf({}, school(0, [3, 4])))).toMatchObject({ schools: 1, tau2: 0 })
  })

  it('does not let one odd school widen the limits much', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => school(i, [4, 5, 6, 4 + (i % 3), 6])).flat()
    const calm = funnel.compute(tallyOf({ schoolCount: 21 }, [...twenty, ...school(20, [4, 5, 6, 5, 6])]))
    const odd = funnel.compute(tallyOf({ schoolCount: 21 }, [...twenty, ...school(20, [10, 10, 9, 10, 10])]))
    expect(odd.tau2! - calm.tau2!).toBeLessThan(0.1)
    expect(funnelLimits(odd, 5, 99.8)!.upper).toBeLessThan(9.8)
  })
})
