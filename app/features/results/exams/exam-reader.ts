import type { Cell } from '../../../documents/spreadsheet/types.ts'
import type { Problem } from '../../../platform/problem.ts'
import type { Specifications } from '../../procedures/index.ts'
import type { ExamCodes } from '../../territory/index.ts'
import { readSubject } from '../read-subject.ts'
import type { AssessmentKey, BatchManifest } from '../types.ts'
import { type BlockTitle, examSubject, readBlockTitle } from './block-title.ts'
import { type ExamColumns, recogniseExam } from './exam-columns.ts'
import { type ExamBatch, type ExamPlace, ExamSet } from './exam-set.ts'

/** What a block without a title may be: told by the name of the file, or by the person who sends it. */
export interface ExamClues {
  readonly name: string
  readonly subject?: string | undefined
  readonly year?: number | undefined
}

/** Takes the rows of a workbook of examinations one after another; every subject and year is a set of its own. */
export class ExamReader {
  readonly #codes: ExamCodes
  readonly #clues: ExamClues
  readonly #sets = new Map<string, ExamSet>()
  readonly #problems = new Map<string, Problem>()
  #sheets = 0

  constructor(codes: ExamCodes, clues: ExamClues) {
    this.#codes = codes
    this.#clues = clues
  }

  openSheet(sheet: string) {
    const index = this.#sheets++
    let title: BlockTitle | null = null
    let place: ExamPlace | null = null
    let set: ExamSet | null = null
    return {
      read: (row: number, cells: readonly Cell[]): undefined => {
        const found = readBlockTitle(cells)
        if (found) {
          title = found
          set = null
          return
        }
        const columns = recogniseExam(cells)
        if (columns) {
          if (set && place) set.noteRepeatedHeader(place, row)
          else place = { sheet, index, header: [...cells], columns }
          return
        }
        if (!place) return
        set ??= this.#setOf(place.columns, title, sheet)
        set?.read(place, row, cells)
      },
      close: (formulas: number) => set?.addFormulas(formulas),
    }
  }

  /** The batches in the order of the file, or every problem of it. */
  finish(
    source: BatchManifest['source'],
    specifications: Specifications,
  ): { batches: ExamBatch[]; problems: Problem[] } {
    const batches: ExamBatch[] = []
    const problems = [...this.#problems.values()]
    for (const [part, set] of [...this.#sets.values()].entries()) {
      const done = set.finish(source, specifications, part)
      if ('problems' in done) problems.push(...done.problems)
      else batches.push(done)
    }
    if (batches.length === 0 && problems.length === 0) problems.push({ code: 'no-works' })
    return {
      batches,
      problems: problems.map(problem => ({ ...problem, place: { file: source.file, ...problem.place } })),
    }
  }

  #setOf({ exam }: ExamColumns, title: BlockTitle | null, sheet: string): ExamSet | null {
    if (this.#codes[exam].size === 0) {
      this.#problems.set(`codes ${exam}`, { code: 'exam-codes-missing', params: { exam } })
      return null
    }
    const known = title ?? this.#clueOf()
    if ('missing' in known) {
      for (const missing of known.missing)
        this.#problems.set(`${sheet} ${missing}`, {
          code: 'assessment-unknown',
          params: { missing },
          place: { sheet },
        })
      return null
    }
    const key = [exam, known.year, known.subject].join('\n')
    const set = this.#sets.get(key) ?? new ExamSet(exam, known, this.#codes)
    this.#sets.set(key, set)
    return set
  }

  #clueOf(): BlockTitle | { missing: (keyof AssessmentKey)[] } {
    const { name, subject, year } = this.#clues
    const named = readSubject(name, { loneGrade: false })
    const told = named.subject === null ? subject : name
    const when = named.year ?? year
    if (told !== undefined && when !== undefined) return { subject: examSubject(told), year: when }
    return {
      missing: [
        ...(told === undefined ? ['subject' as const] : []),
        ...(when === undefined ? ['year' as const] : []),
      ],
    }
  }
}
