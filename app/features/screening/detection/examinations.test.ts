import { createTally, tallyWorks } from '@objektiv/forensics'
import { expect, test } from 'vitest'
import { type Examination, examinationFor, examinationOf, isExamination } from './examinations.ts'

const means = { mean: new Float64Array(), n: new Int32Array(), sdWithin: 1 }
const key = (procedure: string, subject: string, year: number) => ({
  ...{ procedure, subject, year, version: null },
  grade: procedure === 'ОГЭ' ? 9 : 11,
})
const sat = (...of: [procedure: string, subject: string, year: number][]): Examination[] =>
  of.map(one => ({ assessment: key(...one), means }))
const chosen = (subject: string, year: number, from: Examination[]) => {
  const found = examinationFor({ subject, year }, from)?.assessment
  return found ? `${found.procedure} ${found.subject} ${found.year}` : null
}

test('a set is held against the same subject, ОГЭ before ЕГЭ, the nearest year, of two the later', () => {
  const all = sat(
    ['ЕГЭ', 'Математика (профильная)', 2021],
    ['ЕГЭ', 'Математика (базовая)', 2021],
    ['ОГЭ', 'Русский язык', 2020],
    ['ОГЭ', 'Русский язык', 2022],
    ['ЕГЭ', 'Русский язык', 2021],
    ['ОГЭ', 'Русский язык', 2025],
  )
  expect(chosen('Русский язык', 2021, all)).toBe('ОГЭ Русский язык 2022')
  expect(chosen('Русский язык', 2021, all.toReversed())).toBe('ОГЭ Русский язык 2022')
  expect(chosen('Русский язык', 2024, all)).toBe('ОГЭ Русский язык 2025')
  expect(chosen('Математика', 2021, all)).toBe('ЕГЭ Математика (профильная) 2021')
  expect(chosen('Биология', 2021, all)).toBeNull()
  expect(chosen('Математика', 2021, sat(['ЕГЭ', 'Математика (базовая)', 2021]))).toBeNull()
})

test('its means are those of the works of each school; where works do not differ there is nothing to hold by', () => {
  const tallyOf = (works: number[][]) => {
    const tally = createTally({
      schoolCount: 3,
      maxScore: 10,
      taskMaxima: new Uint8Array(),
      boundaries: null,
    })
    const school = works.flatMap((totals, index) => totals.map(() => index))
    tallyWorks(tally, {
      count: school.length,
      school: Int32Array.from(school),
      total: Uint16Array.from(works.flat()),
      journal: new Uint8Array(school.length),
      scores: [],
    })
    return tally
  }
  const assessment = key('ОГЭ', 'Русский язык', 2022)
  const found = examinationOf(assessment, tallyOf([[2, 4], [7, 9, 8], []]))!
  expect([...found.means.mean]).toEqual([3, 8, Number.NaN])
  expect([...Array.from(found.means.n)]).toEqual([2, 3, 0])
  // deviations within schools 2 and 2, 5 works less 2 schools
  expect(found.means.sdWithin).toBeCloseTo(Math.sqrt(4 / 3), 12)
  expect(examinationOf(assessment, tallyOf([[5, 5], [5], []]))).toBeNull()
  expect([assessment, key('ВПР', 'Русский язык', 2022)].map(isExamination)).toEqual([true, false])
})
