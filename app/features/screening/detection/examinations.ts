import { funnel, type GroupMeans, schoolDistribution, type Tally } from '@objektiv/forensics'
import type { AssessmentKey } from '../../results/index.ts'

/** An examination of the run, as what other works are held against. */
export interface Examination {
  readonly assessment: AssessmentKey
  readonly means: GroupMeans
}

/** ОГЭ and ЕГЭ are written and marked outside the school: other works are held against them, not they against others. */
export function isExamination({ procedure }: Pick<AssessmentKey, 'procedure'>): boolean {
  return procedure === 'ОГЭ' || procedure === 'ЕГЭ'
}

/** Means of primary scores by school; null where works within schools do not differ. */
export function examinationOf(assessment: AssessmentKey, tally: Tally): Examination | null {
  const { within } = funnel.compute(tally)
  if (within === null || within === 0) return null
  const { schoolCount } = tally.shape
  const mean = new Float64Array(schoolCount).fill(Number.NaN)
  const n = new Int32Array(schoolCount)
  for (let school = 0; school < schoolCount; school++) {
    const distribution = schoolDistribution(tally, school)
    let sum = 0
    for (const [total, works] of distribution.entries()) {
      n[school] += works
      sum += total * works
    }
    if (n[school] > 0) mean[school] = sum / n[school]
  }
  return { assessment, means: { mean, n, sdWithin: Math.sqrt(within) } }
}

/**
 * The examination that a set is held against: of the same subject, ОГЭ before ЕГЭ (everybody sits it, and it is nearer
 * in age), the nearest year, of two equally near the later. Base mathematics of ЕГЭ tells good schools apart too little
 * and is passed over. Null where there is none.
 */
export function examinationFor(
  { subject, year }: Pick<AssessmentKey, 'subject' | 'year'>,
  examinations: readonly Examination[],
): Examination | null {
  const own = examinations.filter(({ assessment }) =>
    [subject, `${subject} (профильная)`].includes(assessment.subject),
  )
  const distance = ({ assessment }: Examination) => Math.abs(assessment.year - year)
  const [nearest] = own.sort(
    (a, b) =>
      Number(a.assessment.procedure === 'ЕГЭ') - Number(b.assessment.procedure === 'ЕГЭ') ||
      distance(a) - distance(b) ||
      b.assessment.year - a.assessment.year,
  )
  return nearest ?? null
}
