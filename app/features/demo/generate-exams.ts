import { classRuns, keepSchools, makeRoster } from './make-roster.ts'
import { ABILITY_SD, makeStanding } from './make-works.ts'
import { createRandom } from './random.ts'
import { answerClass, buildTaskModel, createScratch, toGrid } from './task-model.ts'
import type { DemoClass, DemoRegion, SchoolKind } from './types.ts'

/** A paper of an examination: as many short answers, worth a point each, as there are shares, then long ones. */
interface ExamPaper {
  readonly exam: 'ОГЭ' | 'ЕГЭ'
  /** As the title of the block names it, with the number that stands before it. */
  readonly number: string
  readonly title: string
  /** By this subject pupils' abilities spread. */
  readonly subject: string
  readonly day: string
  /** Expected share of the maximum of each short answer, and of the long ones with their maxima. */
  readonly short: readonly number[]
  readonly long: readonly { readonly max: number; readonly share: number }[]
  /** Share of the grade that sits it. */
  readonly chosen: number
}

/** One subject of one examination as it was written and marked, outside the schools. */
export interface DemoExam {
  readonly paper: ExamPaper
  readonly classes: readonly DemoClass[]
  readonly works: readonly DemoExamWork[]
}

export interface DemoExamWork {
  readonly school: number
  readonly class: number
  /** Running number among those who sat it, from 1. */
  readonly participant: number
  readonly scores: readonly number[]
  readonly primary: number
  /** Mark of ОГЭ, final score of ЕГЭ. */
  readonly result: number
}

/** Of the fiction: real papers have other tasks. */
const PAPERS: readonly ExamPaper[] = [
  {
    ...{
      exam: 'ОГЭ',
      number: '01',
      title: 'Русский язык',
      subject: 'Русский язык',
      day: '2022.06.07',
      chosen: 1,
    },
    short: [0.78, 0.62, 0.55, 0.7, 0.66, 0.58, 0.74],
    long: [2, 3, 2, 2, 2, 1].map((max, i) => ({ max, share: 0.78 - 0.05 * i })),
  },
  {
    ...{
      exam: 'ОГЭ',
      number: '02',
      title: 'Математика',
      subject: 'Математика',
      day: '2022.05.24',
      chosen: 1,
    },
    short: Array.from({ length: 19 }, (_, i) => 0.88 - 0.028 * i),
    long: [0.3, 0.2, 0.12].map(share => ({ max: 2, share })),
  },
  {
    ...{
      exam: 'ЕГЭ',
      number: '01',
      title: 'Русский язык',
      subject: 'Русский язык',
      day: '2022.05.31',
      chosen: 1,
    },
    short: Array.from({ length: 22 }, (_, i) => 0.86 - 0.018 * i),
    long: [1, 3, 1, 2, 2, 2].map((max, i) => ({ max, share: 0.85 - 0.06 * i })),
  },
  {
    ...{
      exam: 'ЕГЭ',
      number: '02',
      title: 'Математика профильная',
      subject: 'Математика',
      day: '2022.06.02',
    },
    ...{ chosen: 0.55 },
    short: Array.from({ length: 11 }, (_, i) => 0.9 - 0.045 * i),
    long: [2, 3, 2, 2].map((max, i) => ({ max, share: 0.42 - 0.09 * i })),
  },
]

const GRADES = { ОГЭ: 9, ЕГЭ: 11 } as const
/** Kinds of schools without the grade that an examination ends. */
const WITHOUT: Readonly<Record<ExamPaper['exam'], readonly SchoolKind[]>> = {
  ОГЭ: ['НОШ'],
  ЕГЭ: ['НОШ', 'ООШ'],
}
/** Shares of the maximum from which the marks 3, 4 and 5 of ОГЭ begin. */
const MARKS_FROM = [0.28, 0.5, 0.74]

/**
 * ОГЭ and ЕГЭ of the region in two subjects each: leavers of the same schools, with the schools' own lasting level and
 * none of the manipulations planted in the works that schools mark themselves. Streams of their own: the other sets of
 * the region stay as they are.
 */
export function generateExams({ seed, schools }: Pick<DemoRegion, 'seed' | 'schools'>): DemoExam[] {
  return PAPERS.map((paper): DemoExam => {
    const { exam, subject, short, long } = paper
    const set = `${exam} ${subject}`
    const roster = keepSchools(
      makeRoster(seed, `${GRADES[exam]} leavers`, schools),
      school => !WITHOUT[exam].includes(schools[school].kind),
    )
    const standing = makeStanding(seed, set, roster, schools.length)
    const maxima = [...short.map(() => 1), ...long.map(({ max }) => max)]
    const spread = ABILITY_SD[subject]
    const model = buildTaskModel(maxima, [...short, ...long.map(({ share }) => share)], spread)
    const columns = maxima.map(() => new Uint8Array(roster.count))
    const totals = new Uint16Array(roster.count)
    const answers = createRandom(seed, `answers ${set}`)
    const scratch = createScratch()
    for (const { from, to } of classRuns(roster.class)) {
      const ability = Int16Array.from(standing.subarray(from, to), value => toGrid(spread * value))
      answerClass(model, ability, to - from, answers, columns, totals, from, scratch)
    }
    const choice = createRandom(seed, `choice ${set}`)
    const top = maxima.reduce((sum, max) => sum + max, 0)
    const works: DemoExamWork[] = []
    for (let row = 0; row < roster.count; row++) {
      if (choice.uniform() >= paper.chosen) continue
      const share = totals[row] / top
      works.push({
        school: roster.school[row],
        class: roster.class[row],
        participant: works.length + 1,
        scores: columns.map(column => column[row]),
        primary: totals[row],
        result:
          exam === 'ОГЭ'
            ? 2 + MARKS_FROM.filter(from => share >= from).length
            : Math.round(100 * share ** 0.85),
      })
    }
    return { paper, classes: roster.classes, works }
  })
}
