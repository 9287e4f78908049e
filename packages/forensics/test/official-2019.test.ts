import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cohortFall,
  cohortRise,
  highMean,
  indexOfObjectivity,
  journalMismatch,
  officialMethods,
  type SchoolFinding,
  signs,
  signsOfYear,
  stageOne,
} from '../src/index.ts'
import { school, tallyOf } from './works-of.ts'

const notesOf = (finding: SchoolFinding) => finding.notes.map(note => note.id)

/**
 * A whole small region, counted by hand. Maximum 10.
 *
 * | school | totals      | journal | Σx | Σx² | s²  |
 * | 0      | 4 5 6       | 3 4 5   | 15 |  77 | 1   |
 * | 1      | 9 9 10 10   | 5 5 4 4 | 38 | 362 | 1/3 |
 * | 2      | 7           | 4       |  7 |  49 |     |
 * | 3      | 8 8         | 3 3     | 16 | 128 | 0   |
 * | 4      | 2 3 4 5     | 4 4 4 4 | 14 |  54 | 5/3 |
 * | 5      | none        |         |    |     |     |
 *
 * Region: n = 14, Σx = 90, Σx² = 670, S² = (670 − 90²/14)/13 = 640/91, X̄ = 45/7.
 */
const region = tallyOf({ schoolCount: 6 }, [
  ...school(0, [4, 5, 6], [3, 4, 5]),
  ...school(1, [9, 9, 10, 10], [5, 5, 4, 4]),
  ...school(2, [7], [4]),
  ...school(3, [8, 8], [3, 3]),
  ...school(4, [2, 3, 4, 5], [4, 4, 4, 4]),
])

describe('A, high mean', () => {
  const { region: whole, findings } = highMean.compute(region)
  const upper = 45 / 7 + 1.96 * Math.sqrt(640 / 91 / 14)

  it('computes the region', () => {
    expect(whole).toMatchObject({ n: 14, schools: 5, marked: 2 })
    expect(whole.mean).toBeCloseTo(45 / 7, 12)
    expect(whole.sd).toBeCloseTo(Math.sqrt(640 / 91), 12)
    expect(whole.upper).toBeCloseTo(upper, 12)
    expect(whole.lower).toBeCloseTo(90 / 7 - upper, 12)
  })

  it('marks a school whose lower bound is above the upper bound of the region', () => {
    expect(findings.map(({ school, marked }) => [school, marked])).toEqual([
      [0, false],
      [1, true],
      [2, false],
      [3, true],
      [4, false],
    ])
    expect(findings[1].value).toBe(9.5)
    expect(findings[1].lower).toBeCloseTo(9.5 - 0.98 / Math.sqrt(3), 12)
    expect(findings[1].upper).toBeCloseTo(9.5 + 0.98 / Math.sqrt(3), 12)
    expect(findings[1].reference).toBe(whole.upper)
  })

  it('gives one work no interval and no mark', () => {
    expect(findings[2]).toMatchObject({ n: 1, value: 7, lower: null, upper: null, marked: false })
    expect(notesOf(findings[2])).toContain('note.single-work')
  })

  it('marks equal works by the letter, with a note', () => {
    expect(findings[3]).toMatchObject({ value: 8, lower: 8, upper: 8, marked: true })
    expect(notesOf(findings[3])).toEqual(['note.small-sample', 'note.zero-spread'])
  })

  it('does not mark a bound that only reaches the region’s', () => {
    // A region of one school: its own bounds are the region's.
    const alone = highMean.compute(tallyOf({}, school(0, [8, 8, 8])))
    expect(alone.region.upper).toBe(8)
    expect(alone.findings[0]).toMatchObject({ lower: 8, reference: 8, marked: false })
  })

  it('uses 10 works as the edge of a small sample', () => {
    const two = highMean.compute(
      tallyOf({ schoolCount: 2 }, [
        ...school(0, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ...school(1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      ]),
    )
    expect(two.findings.map(notesOf)).toEqual([['note.small-sample'], []])
  })

  it('survives an empty set and a region of one work', () => {
    expect(highMean.compute(tallyOf({ schoolCount: 3 }, []))).toEqual({
      region: { n: 0, schools: 0, marked: 0, mean: null, sd: null, lower: null, upper: null },
      findings: [],
    })
    expect(highMean.compute(tallyOf({}, school(0, [3]))).findings[0]).toMatchObject({
      reference: null,
      marked: false,
    })
  })
})

describe('sentences of A and B', () => {
  it('does not explain equal works by chance of sampling', () => {
    const said = highMean.compute(region).findings.map(finding => highMean.explain(finding).id)
    expect(said[1]).toBe('method.high-mean.marked')
    expect(said[3]).toBe('method.high-mean.marked-equal')
    expect(said[4]).toBe('method.high-mean.not-marked')
  })

  it('says the tie-corrected value of a marked school, which is negative with the simple one', () => {
    const marked = journalMismatch.compute(region).findings[1]
    expect(journalMismatch.explain(marked).params).toEqual({ n: 4, value: -0.6, tieCorrected: -1 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 5 })), { minLength: 3 }),
        works => {
          const rows = school(
            0,
            works.map(([total]) => total),
            works.map(([, mark]) => mark),
          )
          const [{ value, details }] = journalMismatch.compute(tallyOf({}, rows)).findings
          if (value! < 0) expect(details.tieCorrected as number).toBeLessThan(0)
        },
      ),
    )
  })
})

describe('B, mismatch with journal marks', () => {
  const { region: whole, findings } = journalMismatch.compute(region)

  it('computes 1 − 6Σd²/(n(n²−1)) with average ranks and the tie-corrected value beside it', () => {
    // 0: ranks agree. 1: d = ±2 four times, 1 − 6·16/60. 4: marks all rank 2.5, Σd² = 5, 1 − 6·5/60.
    expect(findings.map(({ value }) => value)).toEqual([1, -0.6, null, null, 0.5])
    expect(findings.map(({ details }) => details.tieCorrected)).toEqual([1, -1, null, null, null])
  })

  it('marks a negative coefficient only', () => {
    expect(findings.map(({ marked }) => marked)).toEqual([false, true, false, false, false])
    expect(whole).toEqual({ pairs: 14, schools: 5, measured: 3, marked: 1 })
  })

  it('says why a coefficient is missing or empty of meaning', () => {
    expect(notesOf(findings[3])).toContain('note.too-few-pairs')
    expect(notesOf(findings[4])).toContain('note.constant-marks')
    const equal = journalMismatch.compute(tallyOf({}, school(0, [5, 5, 5], [2, 3, 4])))
    expect(notesOf(equal.findings[0])).toContain('note.constant-totals')
  })

  it('pairs a work only when the journal has a mark', () => {
    const some = journalMismatch.compute(
      tallyOf({ schoolCount: 2 }, [...school(0, [1, 2, 3, 10], [3, 4, 5, 0]), ...school(1, [1, 2, 3])]),
    )
    expect(some.findings).toHaveLength(1)
    expect(some.findings[0]).toMatchObject({ school: 0, n: 3, value: 1 })
  })

  it('does not mark a coefficient of exactly zero', () => {
    // Ranks 1 2 3 4 against 3 1 4 2: Σd² = 4 + 1 + 1 + 4 = 10 = n(n²−1)/6.
    const zero = journalMismatch.compute(tallyOf({}, school(0, [3, 1, 4, 2], [2, 3, 4, 5])))
    expect(zero.findings[0]).toMatchObject({ value: 0, marked: false })
  })
})

/**
 * Cohort: grade 4 of 40 points against grade 5 of 20. S of the upper year is 10/20 but for schools 6 (5/20), 8 (0)
 * and 9 (absent), so K = .9 1 1 1.1 1.1 1.2 4 .1, no value, no finding.
 * Type 7 quartiles of the eight: Q1 = .9 + .75·.1 = .975, Q3 = 1.1 + .25·.1 = 1.125; fences .525 and 1.575.
 */
const cohort = {
  lower: tallyOf(
    { schoolCount: 10, maxScore: 40 },
    [18, 20, 20, 22, 22, 24, 40, 2, 20, 20].flatMap((total, i) => school(i, [total])),
  ),
  upper: tallyOf(
    { schoolCount: 10, maxScore: 20 },
    [10, 10, 10, 10, 10, 10, 5, 10, 0].flatMap((total, i) => school(i, i === 0 ? [total, total] : [total])),
  ),
}

describe('C, cohort jump', () => {
  it('sets the fences by type 7 quartiles over the schools that have both years', () => {
    const { region: whole } = cohortFall.compute(cohort)
    expect(whole).toMatchObject({ schools: 9, measured: 8, marked: 1 })
    expect([whole.q1, whole.q3]).toEqual([expect.closeTo(0.975, 12), expect.closeTo(1.125, 12)])
    expect([whole.lowerFence, whole.upperFence]).toEqual([
      expect.closeTo(0.525, 12),
      expect.closeTo(1.575, 12),
    ])
  })

  it('marks a fall above the upper fence and a rise below the lower', () => {
    const marked = (method: typeof cohortFall) =>
      method
        .compute(cohort)
        .findings.flatMap(({ school, value, marked }) => (marked ? [[school, value]] : []))
    expect(marked(cohortFall)).toEqual([[6, 4]])
    expect(marked(cohortRise)).toEqual([[7, 0.1]])
  })

  it('marks nobody who stands exactly on a fence', () => {
    // K = 2·total/16: 0 .75 .75 .75 .875 1 1 1 1.75, so Q1 = .75, Q3 = 1 and the fences are 0 and 1.75.
    const totals = [0, 6, 6, 6, 7, 8, 8, 8, 14]
    const years = (values: number[]) => ({
      lower: tallyOf(
        { schoolCount: values.length, maxScore: 16 },
        values.flatMap((total, i) => school(i, [total])),
      ),
      upper: tallyOf(
        { schoolCount: values.length, maxScore: 2 },
        values.flatMap((_, i) => school(i, [1])),
      ),
    })
    const { region: whole } = cohortRise.compute(years(totals))
    expect([whole.lowerFence, whole.upperFence]).toEqual([0, 1.75])
    expect([whole.marked, cohortFall.compute(years(totals)).region.marked]).toEqual([0, 0])
    // One step further out the fences stay (the quartiles do) and the school is marked.
    expect(cohortFall.compute(years(totals.with(8, 15))).region).toMatchObject({
      upperFence: 1.75,
      marked: 1,
    })
  })

  it('has fences of no width where most schools are alike: who differs is marked, who is alike is not', () => {
    const alike = (last: number) => ({
      lower: tallyOf(
        { schoolCount: 9, maxScore: 16 },
        Array.from({ length: 9 }, (_, i) => school(i, [i === 8 ? last : 8])).flat(),
      ),
      upper: tallyOf(
        { schoolCount: 9, maxScore: 2 },
        Array.from({ length: 9 }, (_, i) => school(i, [1])).flat(),
      ),
    })
    const marks = (last: number) =>
      [cohortRise, cohortFall].map(method =>
        method.compute(alike(last)).findings.flatMap(({ school, marked }) => (marked ? [school] : [])),
      )
    expect(marks(8)).toEqual([[], []])
    expect(marks(9)).toEqual([[], [8]])
    expect(marks(7)).toEqual([[8], []])
  })

  it('has no ratio where nobody scored in the second year', () => {
    const finding = cohortFall.compute(cohort).findings[8]
    expect(finding).toMatchObject({ school: 8, value: null, marked: false })
    expect(notesOf(finding)).toContain('note.zero-result')
  })

  it('counts the smaller year as n and keeps both', () => {
    expect(cohortRise.compute(cohort).findings[0]).toMatchObject({
      n: 1,
      details: { before: 0.45, after: 0.5, worksBefore: 1, worksAfter: 2 },
    })
  })

  it('takes equal shares for exactly 1, whatever the numbers of works', () => {
    const pair = {
      lower: tallyOf({ maxScore: 30 }, school(0, [10, 10, 10])),
      upper: tallyOf({ maxScore: 21 }, school(0, [7, 7, 7, 7, 7, 7, 7])),
    }
    expect(cohortFall.compute(pair).findings[0].value).toBe(1)
  })

  it('survives two years without a common school, and refuses two indices of schools', () => {
    const lower = tallyOf({ schoolCount: 2 }, school(0, [1]))
    const upper = tallyOf({ schoolCount: 2 }, school(1, [1]))
    expect(cohortFall.compute({ lower, upper })).toMatchObject({ region: { upperFence: null }, findings: [] })
    expect(() => cohortFall.compute({ lower, upper: tallyOf({ schoolCount: 3 }, []) })).toThrow(RangeError)
  })
})

describe('index of objectivity', () => {
  it('marks a school once, whatever the number of its signs', () => {
    const { assessed, marked } = stageOne([highMean.compute(region), journalMismatch.compute(region)])
    expect([...assessed].toSorted()).toEqual([0, 1, 2, 3, 4])
    expect([...marked].toSorted()).toEqual([1, 3])
    expect(indexOfObjectivity(assessed.size, marked.size)).toEqual({
      schools: 5,
      marked: 2,
      share: 0.4,
      index: 60,
    })
  })

  it('has no index without schools', () => {
    expect(indexOfObjectivity(0, 0).index).toBeNull()
  })
})

describe('the 14 signs', () => {
  const set = (year: number, grade: number, subject: string, journal = true) => ({
    procedure: 'ВПР',
    year,
    grade,
    subject,
    journal,
  })
  const both = (year: number, grade: number) => [
    set(year, grade, 'Русский язык'),
    set(year, grade, 'Математика'),
  ]
  const allowed = (year: number, sets: ReturnType<typeof set>[]) =>
    signsOfYear(year, sets).flatMap(({ sign, allowed }) => (allowed ? [sign.number] : []))

  it('numbers them 1–14', () => {
    expect(signs.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1))
  })

  it('allows 12 without ОГЭ, 4 when only grade 4 was written', () => {
    const sets = [...both(2020, 4), ...both(2021, 4), ...both(2021, 5)]
    expect(allowed(2021, sets)).toEqual([1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14])
    expect(allowed(2020, sets)).toEqual([1, 2, 7, 8])
    expect(allowed(2022, sets)).toEqual([])
  })

  it('asks the journal of marks for 7–10 and two years for 11–14', () => {
    expect(allowed(2021, [set(2021, 4, 'Математика', false)])).toEqual([2])
    const sets = [set(2020, 4, 'Математика'), set(2021, 5, 'Русский язык')]
    expect(allowed(2021, sets)).toEqual([3, 9])
    const cohort = [set(2020, 4, 'Математика'), set(2021, 5, 'Математика')]
    const rise = signsOfYear(2021, cohort).find(({ sign }) => sign.number === 12)
    expect(rise?.sets.map(({ year }) => year)).toEqual([2020, 2021])
  })

  it('knows ОГЭ when it is there', () => {
    const sets = [{ procedure: 'ОГЭ', year: 2021, grade: 9, subject: 'Математика', journal: false }]
    expect(signsOfYear(2021, sets).find(({ allowed }) => allowed)?.sign.number).toBe(6)
  })

  it('has a method for every marker', () => {
    expect(new Set(signs.map(({ marker }) => marker))).toEqual(new Set(officialMethods.map(({ id }) => id)))
  })
})
