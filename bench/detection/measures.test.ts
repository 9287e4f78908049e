import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auc, describeDetection, measureDetection, powerAt } from './measures.ts'

const { NaN: nothing } = Number

describe('area and power', () => {
  it('by hand, with ties, left-out units and nothing to say', () => {
    expect(auc([3, 2, 1, 0], [1, 0, 1, 0])).toBe(0.75)
    expect(auc([1, 1, 1], [1, 0, 0])).toBe(0.5)
    expect(auc([9, 3, 2, 1, 0], [2, 1, 0, 1, 0])).toBe(0.75)
    expect(auc([nothing, 0, -5], [1, 0, 0])).toBe(0)
    expect(auc([1, 2], [0, 0])).toBeNaN()
  })

  it('power at a share of alarms', () => {
    const scores = [10, 9, 8, 7, 6, 5]
    const truth = [1, 0, 1, 0, 1, 0]
    expect(powerAt(scores, truth, 0)).toBeCloseTo(1 / 3, 14)
    expect(powerAt(scores, truth, 0.34)).toBeCloseTo(2 / 3, 14)
    expect(powerAt(scores, truth, 1)).toBe(1)
    // All equal: as many found as falsely named.
    expect(powerAt([1, 1, 1, 1], [1, 0, 1, 0], 0.1)).toBeCloseTo(0.1, 14)
    expect(powerAt([0, 1, 1], [0, 1, 1], 0)).toBe(1)
  })

  it('equals the count over all pairs, and only the order of scores matters', () => {
    const unit = fc.record({ score: fc.integer({ min: 0, max: 6 }), truth: fc.constantFrom(0, 1) })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 30 }), units => {
        const scores = units.map(u => u.score)
        const truth = units.map(u => u.truth)
        fc.pre(truth.includes(0) && truth.includes(1))
        let sum = 0
        let pairs = 0
        for (const a of units) {
          for (const b of units) {
            if (a.truth !== 1 || b.truth !== 0) continue
            pairs++
            sum += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0
          }
        }
        expect(auc(scores, truth)).toBeCloseTo(sum / pairs, 12)
        const stretched = scores.map(s => Math.exp(s))
        for (const fpr of [0, 0.05, 0.3]) {
          expect(powerAt(stretched, truth, fpr)).toBe(powerAt(scores, truth, fpr))
        }
      }),
    )
  })
})

describe('intervals', () => {
  const truth = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0))
  const scores = truth.map((t, i) => t + ((i * 7919) % 400) / 200)

  it('hold the estimate, repeat with the seed, and are wider by cluster', () => {
    const one = measureDetection(scores, truth, { seed: 5 })
    expect(one).toEqual(measureDetection(scores, truth, { seed: 5 }))
    expect(one.positives).toBe(100)
    expect(one.aucInterval[0]).toBeLessThan(one.auc)
    expect(one.aucInterval[1]).toBeGreaterThan(one.auc)
    // Each unit ten times over is no more information when copies are drawn together.
    const tenfold = (xs: number[]) => xs.flatMap(x => Array<number>(10).fill(x))
    const clusters = Array.from({ length: 4000 }, (_, i) => Math.floor(i / 10))
    const width = (d: { aucInterval: readonly [number, number] }) => d.aucInterval[1] - d.aucInterval[0]
    const alone = width(measureDetection(tenfold(scores), tenfold(truth), { draws: 200 }))
    const together = width(measureDetection(tenfold(scores), tenfold(truth), { draws: 200, clusters }))
    expect(together / alone).toBeGreaterThan(2)
    expect(together / width(one)).toBeGreaterThan(0.7)
    expect(together / width(one)).toBeLessThan(1.4)
  })

  it('are printed short', () => {
    const shown = describeDetection(measureDetection(scores, truth, { draws: 50 }))
    expect(shown).toMatch(/^\.\d{3} \[\.\d{3}; \.\d{3}\] \/ \.\d\d \[\.\d\d; \.\d\d\]$/)
  })
})
