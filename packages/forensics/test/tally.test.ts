import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boundaryBunching,
  createTally,
  highMean,
  journalGap,
  journalMismatch,
  officialMethods,
  ownMeasures,
  ownMethods,
  regionDistribution,
  type SchoolFinding,
  schoolDistribution,
  type Tally,
  TaskCode,
  tallyWorks,
  taskInversion,
} from '../src/index.ts'
import { type Row, shapeOf, tallyOf, worksOf } from './works-of.ts'

const MAXIMA = Uint8Array.of(1, 2, 3, 4)
const SCHOOLS = 5
const SHAPE = { schoolCount: SCHOOLS, maxScore: 10, taskMaxima: MAXIMA, boundaries: [4, 6, 8] as const }

const cell = (maximum: number) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: maximum }) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.values(TaskCode)) },
  )
const row: fc.Arbitrary<Row> = fc.record({
  school: fc.nat(SCHOOLS - 1),
  total: fc.nat(10),
  journal: fc.nat(5),
  scores: fc.tuple(...Array.from(MAXIMA, cell)),
})
const rows = fc.array(row, { maxLength: 60 })

/** Every number every method has to say, to the last bit. */
function everything(tally: Tally): string {
  const [mean, journal, ...cohorts] = officialMethods
  return JSON.stringify([
    [mean, journal, ...ownMethods, ...ownMeasures].map(method => method.compute(tally)),
    cohorts.map(method => method.compute({ lower: tally, upper: tally })),
  ])
}

describe('tallyWorks', () => {
  it('does not depend on the order of works', () => {
    const shuffled = rows.chain(original =>
      fc.tuple(fc.constant(original), fc.shuffledSubarray(original, { minLength: original.length })),
    )
    fc.assert(
      fc.property(shuffled, ([original, other]) => {
        expect(everything(tallyOf(SHAPE, other))).toBe(everything(tallyOf(SHAPE, original)))
      }),
    )
  })

  it('does not depend on how the works are cut into chunks', () => {
    fc.assert(
      fc.property(rows, fc.nat(60), (all, at) => {
        const tally = createTally(shapeOf(SHAPE))
        tallyWorks(tally, worksOf(all.slice(0, at), MAXIMA.length))
        tallyWorks(tally, worksOf(all.slice(at), MAXIMA.length))
        expect(tally).toEqual(tallyOf(SHAPE, all))
      }),
    )
  })

  it('adds every cross-product it says it adds', () => {
    // Against a plain double loop, over more works than one block holds.
    const many = fc.sample(row, { numRuns: 2500, seed: 7 })
    const tally = tallyOf(SHAPE, many)
    const known = (work: Row, task: number) => {
      const score = work.scores![task]
      return score === TaskCode.notAttempted ? 0 : score <= MAXIMA[task] ? score : null
    }
    for (let j = 0; j < 4; j++)
      for (let k = j; k < 4; k++) {
        const both = many.flatMap(work => {
          const [a, b] = [known(work, j), known(work, k)]
          return a === null || b === null ? [] : [a * b]
        })
        expect(tally.crossCounts[j * 4 + k]).toBe(both.length)
        expect(tally.crossSums[j * 4 + k]).toBe(both.reduce((sum, product) => sum + product, 0))
      }
    const complete = many.filter(work => [0, 1, 2, 3].every(task => known(work, task) !== null))
    const sums = complete.map(work => [0, 1, 2, 3].reduce((sum, task) => sum + known(work, task)!, 0))
    expect(tally.complete.count).toBe(complete.length)
    expect(tally.complete.squares).toBe(sums.reduce((sum, x) => sum + x * x, 0))
    for (let school = 0; school < SCHOOLS; school++)
      for (let task = 0; task < 4; task++) {
        const own = many
          .flatMap(work => (work.school === school ? [known(work, task)] : []))
          .filter(x => x !== null)
        expect(tally.taskCounts[task * SCHOOLS + school]).toBe(own.length)
        expect(tally.taskSums[task * SCHOOLS + school]).toBe(own.reduce((sum, x) => sum + x, 0))
      }
  })

  it('counts distributions of schools and of the region', () => {
    fc.assert(
      fc.property(rows, all => {
        const tally = tallyOf(SHAPE, all)
        const region = regionDistribution(tally)
        for (let total = 0; total <= 10; total++)
          expect(region[total]).toBe(all.filter(work => work.total === total).length)
        expect([...schoolDistribution(tally, 2)]).toEqual(
          Array.from(
            { length: 11 },
            (_, total) => all.filter(w => w.school === 2 && w.total === total).length,
          ),
        )
      }),
    )
  })

  it('reads the codes of a column as the options say', () => {
    const works: Row[] = [TaskCode.unreadable, TaskCode.notAttempted, TaskCode.notTaught, 2, 3].map(
      score => ({
        school: 0,
        total: 0,
        scores: [score],
      }),
    )
    const shape = { taskMaxima: Uint8Array.of(2) }
    const counted = (options: Parameters<typeof tallyOf>[2]) => tallyOf(shape, works, options).taskCounts[0]
    // 3 is above the maximum of 2: impossible, so it says nothing.
    expect(counted({})).toBe(2)
    expect(counted({ notAttempted: 'missing' })).toBe(1)
    expect(counted({ notTaught: 'zero' })).toBe(3)
    expect(tallyOf(shape, works).taskSums[0]).toBe(2)
  })

  it('counts the maximum score and the highest school and mark', () => {
    const tally = tallyOf({ schoolCount: 2 }, [{ school: 1, total: 10, journal: 5 }])
    expect(schoolDistribution(tally, 1)[10]).toBe(1)
    expect(tally.cells.at(-1)).toBe(1)
  })

  it.each([
    ['a school outside', { school: 5, total: 1 }],
    ['a negative school', { school: -1, total: 1 }],
    ['a total above the maximum', { school: 0, total: 11 }],
    ['a journal mark above 5', { school: 0, total: 1, journal: 6 }],
  ])('refuses %s before it counts anything', (_, wrong) => {
    const tally = createTally(shapeOf({ schoolCount: 5 }))
    expect(() => tallyWorks(tally, worksOf([{ school: 0, total: 1 }, wrong]))).toThrow(RangeError)
    expect(tally).toEqual(createTally(shapeOf({ schoolCount: 5 })))
  })

  it('refuses columns that do not fit the shape', () => {
    const tally = createTally(shapeOf(SHAPE))
    expect(() => tallyWorks(tally, worksOf([{ school: 0, total: 1 }], 3))).toThrow(RangeError)
    expect(() => tallyWorks(tally, { ...worksOf([], 4), count: 1 })).toThrow(RangeError)
  })
})

const perSchool = [highMean, journalMismatch, boundaryBunching, journalGap, taskInversion]

describe('every method', () => {
  it('gives the same findings under other numbers when schools are renumbered', () => {
    const renumbered = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: SCHOOLS })
    fc.assert(
      fc.property(rows, renumbered, (all, number) => {
        const plain = tallyOf(SHAPE, all)
        const other = tallyOf(
          SHAPE,
          all.map(work => ({ ...work, school: number[work.school] })),
        )
        for (const method of perSchool) {
          const expected = method
            .compute(plain)
            .findings.map(finding => ({ ...finding, school: number[finding.school] }))
            .toSorted((a, b) => a.school - b.school)
          expect(rounded(method.compute(other).findings)).toEqual(rounded(expected))
        }
      }),
    )
  })

  it('is not changed by a school without works', () => {
    fc.assert(
      fc.property(rows, all => {
        const more = tallyOf({ ...SHAPE, schoolCount: SCHOOLS + 1 }, all)
        expect(everything(more)).toBe(everything(tallyOf(SHAPE, all)))
      }),
    )
  })

  it('puts the value inside its own interval, and probabilities between 0 and 1', () => {
    fc.assert(
      fc.property(rows, all => {
        const tally = tallyOf(SHAPE, all)
        for (const method of perSchool)
          for (const { n, value, lower, upper, p, q } of method.compute(tally).findings) {
            expect(n).toBeGreaterThan(0)
            if (value !== null && lower !== null && upper !== null) {
              expect(lower).toBeLessThanOrEqual(value + 1e-12)
              expect(upper).toBeGreaterThanOrEqual(value - 1e-12)
            }
            for (const probability of [p, q]) {
              if (probability === null) continue
              expect(probability).toBeGreaterThanOrEqual(0)
              expect(probability).toBeLessThanOrEqual(1)
            }
          }
      }),
    )
  })

  it('says null where there is no number, never NaN or Infinity', () => {
    // JSON turns both into null, so they are looked for before it does.
    const search = (value: unknown): boolean =>
      typeof value === 'number'
        ? !Number.isFinite(value)
        : typeof value === 'object' &&
          value !== null &&
          !ArrayBuffer.isView(value) &&
          Object.values(value).some(search)
    fc.assert(
      fc.property(rows, all => {
        const tally = tallyOf(SHAPE, all)
        for (const method of [...perSchool, ...ownMeasures]) expect(search(method.compute(tally))).toBe(false)
      }),
    )
  })
})

/** Sums over schools run in the order of their numbers: equal to about 12 digits, not to the last bit. */
function rounded(findings: readonly SchoolFinding[]): unknown {
  return JSON.parse(JSON.stringify(findings), (_, value) =>
    typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 1e7) / 1e7 + 0 : value,
  )
}
