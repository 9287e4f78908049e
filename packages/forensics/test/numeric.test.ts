import { describe, expect, it } from 'vitest'
import { betaBinomialUpperTail } from '../src/numeric/beta-binomial.ts'
import { binomialUpperTail, clopperPearson, wilson } from '../src/numeric/binomial.ts'
import { chiSquareUpperTail } from '../src/numeric/chi-square.ts'
import { momentsOf } from '../src/numeric/histogram.ts'
import { normalUpperTail } from '../src/numeric/normal.ts'
import { quantileType7 } from '../src/numeric/quantile.ts'
import { sumOfBinomialsUpperTail } from '../src/numeric/sum-of-binomials.ts'

/** Reference values: SciPy 1.17 (binom.sf, binomtest.proportion_ci, chi2.sf, norm.sf, numpy.convolve of pmf). */
function expectClose(value: number, reference: number, relative = 1e-9): void {
  expect(Math.abs(value - reference)).toBeLessThanOrEqual(relative * Math.abs(reference))
}

describe('binomial', () => {
  it('has exact upper tails, far ones too', () => {
    expectClose(binomialUpperTail(7, 10, 0.5), 176 / 1024)
    expectClose(binomialUpperTail(15, 15, 0.3), 0.3 ** 15)
    expectClose(binomialUpperTail(30, 100, 0.2), 0.011248978720991648)
  })

  it('knows the ends', () => {
    expect(binomialUpperTail(0, 5, 0.2)).toBe(1)
    expect(binomialUpperTail(6, 5, 0.2)).toBe(0)
    expect(binomialUpperTail(3, 5, 0)).toBe(0)
    expect(binomialUpperTail(3, 5, 1)).toBe(1)
    expect(binomialUpperTail(0, 5, 0)).toBe(1)
  })

  it.each([
    [7, 10, 0.3475471499399921, 0.9332604888222655],
    [1, 1000, 2.5317487491674634e-5, 0.0055589242798499],
    [81, 263, 0.25273674558504267, 0.36762192260134746],
    [10, 10, 0.6915028921812371, 1],
  ])('has the Clopper–Pearson interval of %i of %i', (k, n, lower, upper) => {
    const interval = clopperPearson(k, n)
    expectClose(interval.lower, lower)
    expectClose(interval.upper, upper)
    const mirrored = clopperPearson(n - k, n)
    expect(mirrored.lower).toBeCloseTo(1 - interval.upper, 10)
  })

  it('finds the interval of one in a million', () => {
    // The lower end is 1 − 0.975^(1/n) in closed form.
    expectClose(clopperPearson(1, 1_000_000).lower, -Math.expm1(Math.log(0.975) / 1e6), 1e-7)
  })

  it('has the Wilson interval', () => {
    expectClose(wilson(7, 10).lower, 0.39677814746114526)
    expectClose(wilson(7, 10).upper, 0.892208732593699)
    expect(wilson(0, 12).lower).toBe(0)
    expectClose(wilson(0, 12).upper, 0.24249400665524085)
    expect(wilson(12, 12).upper).toBe(1)
  })
})

describe('beta-binomial', () => {
  it.each([
    [7, 10, 0.3, 0.1, 0.05570313373427305],
    [40, 60, 0.35, 0.05, 0.008562234378181266],
    [2, 3, 0.2, 0.4, 0.17531428571428553],
  ])('has the upper tail of %i of %i (scipy betabinom.sf)', (k, n, share, correlation, tail) => {
    expectClose(betaBinomialUpperTail(k, n, share, correlation), tail)
  })

  it('is the binomial without correlation, and nearly so with hardly any', () => {
    expect(betaBinomialUpperTail(7, 10, 0.5, 0)).toBe(binomialUpperTail(7, 10, 0.5))
    expectClose(betaBinomialUpperTail(7, 10, 0.5, 1e-9), 176 / 1024, 1e-6)
  })

  it('knows the ends', () => {
    expect(betaBinomialUpperTail(0, 5, 0.2, 0.3)).toBe(1)
    expect(betaBinomialUpperTail(6, 5, 0.2, 0.3)).toBe(0)
    expect(betaBinomialUpperTail(3, 5, 0, 0.3)).toBe(0)
    expect(betaBinomialUpperTail(3, 5, 1, 0.3)).toBe(1)
    expect(betaBinomialUpperTail(3, 5, 0.2, 1)).toBe(0.2)
  })
})

describe('sum of binomials', () => {
  it('is the exact tail of the convolution', () => {
    const parts = [
      { n: 5, share: 0.6 },
      { n: 8, share: 0.3 },
      { n: 4, share: 0.9 },
    ]
    expectClose(sumOfBinomialsUpperTail(11, parts), 0.20073308295618997)
    expectClose(sumOfBinomialsUpperTail(17, parts), 0.6 ** 5 * 0.3 ** 8 * 0.9 ** 4)
    expect(sumOfBinomialsUpperTail(0, parts)).toBe(1)
    expect(sumOfBinomialsUpperTail(18, parts)).toBe(0)
  })

  it('is the binomial tail for equal shares, large numbers too', () => {
    const parts = [
      { n: 3000, share: 0.4 },
      { n: 50_000, share: 0.4 },
      { n: 0, share: 0.9 },
    ]
    expectClose(sumOfBinomialsUpperTail(21_500, parts), binomialUpperTail(21_500, 53_000, 0.4), 1e-8)
  })

  it('treats shares of 0 and 1 as certain', () => {
    const parts = [
      { n: 3, share: 1 },
      { n: 4, share: 0 },
      { n: 2, share: 0.5 },
    ]
    expectClose(sumOfBinomialsUpperTail(5, parts), 0.25)
    expect(sumOfBinomialsUpperTail(3, parts)).toBeCloseTo(1, 14)
  })
})

describe('other distributions and summaries', () => {
  it('has the upper tail of chi-square', () => {
    expectClose(chiSquareUpperTail(7.8147, 3), 0.050000625284760056)
    expectClose(chiSquareUpperTail(50, 3), 7.989179244951495e-11)
    expect(chiSquareUpperTail(0, 3)).toBe(1)
  })

  it('has the upper tail of the normal, eight deviations out', () => {
    expectClose(normalUpperTail(1.96), 0.024997895148220435)
    expectClose(normalUpperTail(8), 6.22096057427174e-16)
    expectClose(normalUpperTail(-1), 0.8413447460685429)
  })

  it('has quantiles of type 7', () => {
    const sorted = [0.1, 0.9, 1, 1, 1.1, 1.1, 1.2, 4]
    expectClose(quantileType7(sorted, 0.25), 0.975)
    expectClose(quantileType7(sorted, 0.75), 1.125)
    expect(quantileType7([5], 0.25)).toBe(5)
    expect(quantileType7([1, 2], 1)).toBe(2)
  })

  it('has moments of a histogram, of one value exactly zero spread', () => {
    expect(momentsOf([0, 0, 3])).toEqual({ n: 3, sum: 6, mean: 2, deviation: 0, sd: 0 })
    expect(momentsOf([1, 0, 1])).toMatchObject({ mean: 1, deviation: 2, sd: Math.SQRT2 })
    expect(momentsOf([0, 0])).toEqual({ n: 0, sum: 0, mean: null, deviation: 0, sd: null })
  })
})
