import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FindingData } from '../screening/index.ts'
import { LEAST_SHOWN } from '../territory/index.ts'
import type { Evidence } from './evidence.ts'
import { isInside, type Level } from './rules.ts'
import { type Sight, shownFindings } from './shown-findings.ts'
import { cohortRise, highMean, journalMismatch, reading } from './testing/findings.ts'
import { drawShown, wordShown } from './word-findings.ts'

const RUSSIAN = { procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Русский язык' }
const evidenceOf = (works: number, ...findings: FindingData[]): Evidence => ({
  format: 1,
  school: { login: 'edu990002', name: 'Школа № 2', kind: 'СОШ', locality: 'село' },
  findings,
  sets: [{ ...RUSSIAN, works }],
  detection: null,
  record: {
    method: 'method-2019',
    version: '1',
    parameters: {},
    dataHash: 'f',
    createdAt: '2021-06-01T09:00:00Z',
  },
})
const INSIDE: Sight = { small: true, others: true }
const MINISTRY: Sight = { small: false, others: true }
const SCHOOL: Sight = { small: true, others: false }
const MUNICIPALITY: Sight = { small: false, others: false }
const figuresOf = (evidence: Evidence, sight: Sight) =>
  shownFindings(evidence, sight).map(({ figure }) => figure?.kind ?? null)

describe('what is shown of the evidence', () => {
  it('is all of it to the school itself and the analyst, but for the values of others', () => {
    const evidence = evidenceOf(3, highMean(3), journalMismatch(3), cohortRise(3))
    expect(figuresOf(evidence, INSIDE)).toEqual(['scores', 'crosstab', 'strip'])
    expect(figuresOf(evidence, SCHOOL)).toEqual(['scores', 'crosstab', 'strip'])
    const strip = shownFindings(evidence, SCHOOL)[2].figure
    expect(strip).toMatchObject({ others: [], own: 0.52, usual: [0.71, 1.44] })
    expect(shownFindings(evidence, INSIDE)[2].figure).toMatchObject({ others: [0.8, 0.9, 1, 1.1] })
  })

  it('outside has nothing of three pupils: no number, no picture, and it says so', () => {
    for (const sight of [MINISTRY, MUNICIPALITY]) {
      const [shown] = shownFindings(evidenceOf(3, highMean(3)), sight)
      expect(shown).toMatchObject({ hidden: true, figure: null, withheld: true })
      const worded = wordShown('ru', shown, 7)
      expect(worded.sentence).toBe(
        'Высокий средний балл. Работ меньше 5, поэтому числа и рисунок видят только сама школа и аналитик региона.',
      )
      expect([worded.value, worded.interval, worded.figure, worded.notes]).toEqual(['—', null, null, []])
      expect(JSON.stringify(worded)).not.toContain('18,25')
      expect(drawShown('ru', [shown], 7)).toEqual([])
    }
  })

  it('outside has a distribution of five works a bar at least, in picture and table', () => {
    const [shown] = shownFindings(evidenceOf(43, highMean(43)), MUNICIPALITY)
    const [drawn] = drawShown('ru', [shown], 7)
    expect(drawn.table.head).toEqual(['Баллы', 'Работ', 'Доля'])
    expect(drawn.table.rows[0]).toEqual(['0–13', '8', '18,6\u202F%'])
    expect(drawn.table.rows.map(([, works]) => Number(works)).every(works => works >= LEAST_SHOWN)).toBe(true)
    expect(drawn.table.rows.reduce((sum, [, works]) => sum + Number(works), 0)).toBe(43)
    expect(drawn.description).toContain('за каждым столбцом стояло не меньше 5 работ')
    const inside = drawShown('ru', shownFindings(evidenceOf(43, highMean(43)), INSIDE), 7)[0]
    expect(inside.table.rows).toHaveLength(25)
    expect(inside.svg).not.toBe(drawn.svg)
  })

  it('outside has no table of marks and scores: each of its cells is a few pupils', () => {
    const [shown] = shownFindings(evidenceOf(43, journalMismatch(43)), MINISTRY)
    expect(shown).toMatchObject({ hidden: false, figure: null, withheld: true })
    expect(wordShown('ru', shown, 7).notes.at(-1)).toContain('Рисунок видят только сама школа')
    expect(wordShown('ru', shown, 7).value).toBe('−0,310')
  })

  it('outside has no picture of a class whose rest would be fewer than five', () => {
    const two = (works: number) =>
      figuresOf(
        evidenceOf(works, reading('task-profile', '4А', 22, 'profile'), reading('level', '4А', 22, 'scores')),
        MUNICIPALITY,
      )
    // A distribution of one class of several would give the others' by subtraction: it is the school's own.
    expect(two(43)).toEqual(['profile', null])
    expect(two(24)).toEqual([null, null])
    expect(two(22)).toEqual(['profile', 'scores'])
    const three = evidenceOf(
      45,
      reading('task-profile', '4А', 22, 'profile'),
      reading('leak', '4Б', 20, 'profile'),
      reading('similarity', '4А', 22, 'strip'),
    )
    expect(figuresOf(three, MUNICIPALITY)).toEqual(['profile', null, 'strip'])
    expect(figuresOf(three, SCHOOL)).toEqual(['profile', 'profile', 'strip'])
  })

  it('outside never leaves fewer than five pupils to be worked out from classes and school', () => {
    const classes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(classes, fc.nat({ max: 6 }), (sizes, unplaced) => {
        const whole = sizes.reduce((sum, n) => sum + n, unplaced)
        const evidence = evidenceOf(
          whole,
          ...sizes.map((n, i) => reading(i % 2 ? 'leak' : 'task-profile', `4${i}`, n, 'profile')),
        )
        const drawn = shownFindings(evidence, MUNICIPALITY).flatMap(({ finding, figure }) =>
          figure ? [finding.n] : [],
        )
        for (let subset = 1; subset < 1 << drawn.length; subset++) {
          const rest = drawn.reduce((left, n, i) => left - (subset & (1 << i) ? n : 0), whole)
          expect(rest === 0 || rest >= LEAST_SHOWN).toBe(true)
        }
      }),
    )
  })

  it('tells small groups to the school and the analyst, and to nobody else', () => {
    const inside = (['region', 'municipality', 'school', 'heir'] as Level[]).flatMap(level =>
      (['ministry', 'analyst', 'institute', 'municipality', 'methodist', 'head', 'coordinator'] as const)
        .filter(role => isInside(role, level))
        .map(role => `${role} ${level}`),
    )
    expect(inside).toEqual([
      'analyst region',
      'head school',
      'coordinator school',
      'head heir',
      'coordinator heir',
    ])
  })

  it('is worded and drawn in both languages', () => {
    const evidence = evidenceOf(43, highMean(43), cohortRise(43), reading('level', '4А', 43, 'scores'))
    for (const locale of ['ru', 'en'] as const)
      for (const sight of [INSIDE, SCHOOL, MINISTRY, MUNICIPALITY]) {
        const shown = shownFindings(evidence, sight)
        const names = shown.map(one => wordShown(locale, one, 7).figure)
        expect(drawShown(locale, shown, 7).map(({ name }) => name)).toEqual(names)
        expect(JSON.stringify(drawShown(locale, shown, 7))).not.toMatch(/NaN|undefined|Infinity/)
      }
  })
})
