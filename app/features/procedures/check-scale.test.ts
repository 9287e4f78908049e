import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkScale } from './check-scale.ts'
import { boundariesOf, markOf } from './marks.ts'
import type { Bands, Specification } from './types.ts'

const SOUND: Bands = { '2': [0, 5], '3': [6, 9], '4': [10, 14], '5': [15, 20] }

function paper(bands: Bands | null, maxPrimary = 20): Specification {
  const set = { procedure: 'ВПР', version: null, year: 2021, grade: 8, subject: 'География' }
  return { ...set, maxPrimary, bands, tasks: null, source: '' }
}

const codes = (bands: Bands, max = 20) => checkScale(paper(bands, max)).map(({ code }) => code)

describe('checkScale', () => {
  test('a sound scale and a missing one have no faults', () => {
    expect(checkScale(paper(SOUND))).toEqual([])
    expect(checkScale(paper(null))).toEqual([])
  })

  test('an overlap names the set, the score and both marks', () => {
    expect(checkScale(paper({ '2': [0, 12], '3': [13, 26], '4': [27, 35], '5': [35, 40] }, 40))).toEqual([
      {
        code: 'scale-overlap',
        params: { set: 'ВПР 2021 · География · 8', from: 35, to: 35, many: 'no', below: '4', mark: '5' },
      },
    ])
  })

  test('a gap names every score without a mark', () => {
    const [problem] = checkScale(paper({ ...SOUND, '3': [6, 7] }))
    expect(problem).toMatchObject({
      code: 'scale-gap',
      params: { from: 8, to: 9, many: 'yes', below: '3', mark: '4' },
    })
  })

  test('the scale runs from 0 to the maximum, forwards', () => {
    expect(codes({ ...SOUND, '2': [1, 5] })).toEqual(['scale-start'])
    expect(codes(SOUND, 21)).toEqual(['scale-end'])
    expect(codes({ ...SOUND, '4': [14, 10] })).toEqual(['scale-backwards'])
  })

  test('all faults are told at once', () => {
    expect(codes({ '2': [1, 5], '3': [5, 9], '4': [11, 14], '5': [15, 19] })).toEqual([
      'scale-start',
      'scale-overlap',
      'scale-gap',
      'scale-end',
    ])
  })
})

/** Three strictly rising boundaries and a maximum above them. */
const scale = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 })
  .map(values => values.sort((a, b) => a - b))
  .map(([three, four, five, max]) => ({
    bands: { '2': [0, three - 1], '3': [three, four - 1], '4': [four, five - 1], '5': [five, max] } as Bands,
    max,
  }))

describe('marks', () => {
  test('follow the scale for every score', () => {
    fc.assert(
      fc.property(scale, ({ bands, max }) => {
        expect(checkScale(paper(bands, max))).toEqual([])
        const [three, four, five] = boundariesOf(bands) as readonly [number, number, number]
        for (let score = 0; score <= max; score++) {
          const expected = score >= five ? 5 : score >= four ? 4 : score >= three ? 3 : 2
          expect(markOf(score, bands)).toBe(expected)
        }
        expect(markOf(max + 1, bands)).toBe(0)
      }),
    )
  })

  test('a score has one mark exactly when the scale has no fault', () => {
    const limit = fc.integer({ min: 0, max: 12 })
    const anyScale = fc.tuple(limit, limit, limit, limit, limit, limit, limit, limit)
    fc.assert(
      fc.property(anyScale, ([a, b, c, d, e, f, g, h]) => {
        const bands: Bands = { '2': [a, b], '3': [c, d], '4': [e, f], '5': [g, h] }
        const marks = (score: number) =>
          Object.values(bands).filter(([from, to]) => score >= from && score <= to)
        const ordered = a <= b && b < c && c <= d && d < e && e <= f && f < g && g <= h
        const covered = Array.from({ length: 13 }, (_, score) => marks(score).length).every(n => n === 1)
        expect(checkScale(paper(bands, 12)).length === 0).toBe(ordered && covered && h === 12)
      }),
      { numRuns: 2000 },
    )
  })

  test('no scale, no mark', () => {
    expect(markOf(10, null)).toBe(0)
    expect(boundariesOf(null)).toBeNull()
  })
})
