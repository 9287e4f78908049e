import { TaskCode } from '@objektiv/forensics'
import type { Cell } from '../../../documents/spreadsheet/types.ts'
import type { Problem } from '../../../platform/problem.ts'
import { findSpecification, markOf, nameOfSet, type Specifications } from '../../procedures/threads.ts'
import { type ExamCodes, type Login, parseLogin } from '../../territory/threads.ts'
import type { Remark } from '../dirt.ts'
import { NO_FINAL, type RowRecord } from '../growing-columns.ts'
import { ProtocolTally } from '../protocol-tally.ts'
import { regionOfLogins } from '../region-of-logins.ts'
import { type AssessmentKey, type ProtocolBatch, RowFlag } from '../types.ts'
import { agreeOnPaper, type ExamPaper } from './agree-on-paper.ts'
import type { Exam, ExamColumns } from './exam-columns.ts'
import { type ExamRow, readExamRow } from './exam-row.ts'
import { judgeSums } from './judge-sums.ts'
import { UnknownCodes } from './unknown-codes.ts'

/** A batch of an examination with everything met on the way. */
export interface ExamBatch {
  readonly batch: ProtocolBatch
  readonly remarks: readonly Remark[]
}

/** Where rows stand: a sheet and its header. */
export interface ExamPlace {
  readonly sheet: string
  /** Number of the sheet among those read. */
  readonly index: number
  readonly header: readonly Cell[]
  readonly columns: ExamColumns
}

interface KeptRow {
  readonly place: ExamPlace
  readonly row: number
  /** Null for a shifted row. */
  readonly read: ExamRow | null
}

/**
 * The rows of one subject. They are kept until the last one is read: only then is it known what the paper consists of,
 * and which codes of schools are no slip of a row.
 */
export class ExamSet {
  readonly assessment: AssessmentKey
  readonly #codes: ReadonlyMap<string, string>
  readonly #tally: ProtocolTally
  readonly #remarks: Remark[] = []
  readonly #rows: KeptRow[] = []
  #place: ExamPlace | null = null

  constructor(exam: Exam, title: { subject: string; year: number }, codes: ExamCodes) {
    const { subject, year } = title
    this.assessment = { procedure: exam, version: null, year, grade: exam === 'ОГЭ' ? 9 : 11, subject }
    this.#codes = codes[exam]
    this.#tally = new ProtocolTally(remark => this.#remarks.push(remark))
  }

  read(place: ExamPlace, row: number, cells: readonly Cell[]): void {
    this.#enter(place)
    const { columns } = place
    const { dirt } = this.#tally
    const told = [columns.school, columns.code, columns.primary, columns.short]
    if (told.every(column => column === null || isEmpty(cells[column] ?? null))) {
      dirt.note(cells.every(isEmpty) ? 'empty-rows' : 'stray-row', row, -1, null)
      return
    }
    const read = readExamRow(cells, columns, (kind, column, value = '') =>
      dirt.note(kind, row, column, value),
    )
    if (read === null) dirt.note('exam-row-shifted', row, -1, null)
    this.#rows.push({ place, row, read })
  }

  noteRepeatedHeader(place: ExamPlace, row: number): void {
    this.#enter(place)
    this.#tally.dirt.note('repeated-header', row, -1, null)
  }

  addFormulas(count: number): void {
    this.#tally.dirt.addUnplaced('formula-cached', count)
  }

  /** The batch, or the problems that keep the file out. */
  finish(
    source: ProtocolBatch['source'],
    specifications: Specifications,
    part: number,
  ): ExamBatch | { problems: Problem[] } {
    const { assessment } = this
    const set = nameOfSet(assessment)
    if (this.#rows.length === 0) return { problems: [{ code: 'exam-no-rows', params: { set } }] }
    const found = findSpecification(specifications, assessment)
    if (found && found.problems.length > 0) return { problems: [...found.problems] }
    const paper = agreeOnPaper(this.#rows.flatMap(({ read }) => read ?? []))
    const highest = this.#rows.reduce((most, { read }) => Math.max(most, read?.total ?? 0), 0)
    const maxScore = found?.specification.maxPrimary ?? Math.max(paper.sum, highest)
    const bands = found?.specification.bands ?? null
    const unknown = new UnknownCodes(
      this.#rows.flatMap(({ read }) => read ?? []),
      this.#codes,
    )
    this.#addRows(paper, maxScore, bands, unknown)
    const { tasks } = paper
    const counts = this.#tally.counts()
    if (counts.schools === 0)
      return { problems: [{ code: 'exam-schools-none', params: { set, rows: counts.rows } }] }
    const columns = this.#tally.columns()!
    const batch: ProtocolBatch = {
      source,
      layout: assessment.procedure === 'ОГЭ' ? 'oge' : 'ege',
      assessment,
      region: regionOfLogins(columns.school),
      maxScore,
      tasks,
      packing: tasks.every(({ max }) => max <= 12) ? 4 : 8,
      counts,
      dirt: this.#tally.dirt.counts(),
      excluded: this.#tally.excluded,
      warnings: [...(found?.warnings ?? []), ...unknown.warnings(set)].map(warning => ({
        ...warning,
        place: { file: source.file, ...warning.place },
      })),
      columns,
      ...(part > 0 ? { part } : {}),
    }
    return { batch, remarks: this.#remarks.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)) }
  }

  #enter(place: ExamPlace): void {
    if (this.#place === place) return
    this.#place = place
    this.#tally.enterSheet(place.sheet, place.header)
  }

  #addRows(
    paper: ExamPaper,
    maxScore: number,
    bands: Parameters<typeof markOf>[1],
    unknown: UnknownCodes,
  ): void {
    const { dirt } = this.#tally
    const scores = new Uint8Array(paper.tasks.length)
    const judged: { at: KeptRow; sum: number; record: number }[] = []
    const records: { record: RowRecord; scores: Uint8Array; login: Login | null }[] = []
    for (const kept of this.#rows) {
      this.#enter(kept.place)
      const { read, row, place } = kept
      const record = emptyRecord(row, place.index)
      if (read === null) {
        record.flags |= RowFlag.noSchool | RowFlag.noTotal
        records.push({ record, scores: scores.slice().fill(TaskCode.unreadable), login: null })
        continue
      }
      const login = this.#schoolOf(kept, read, unknown)
      const whole = this.#fillScores(scores, kept, read, paper)
      Object.assign(record, {
        school: login ? Number(login.key) : 0,
        login: login?.written ?? '',
        class: read.class,
        code: read.code,
        variant: read.variant,
        total: read.total,
        final: read.final,
      })
      if (!login) record.flags |= RowFlag.noSchool
      if (read.total < 0) {
        record.flags |= RowFlag.noTotal
        dirt.note('no-total', row, place.columns.primary, null)
      } else if (read.total > maxScore) {
        record.flags |= RowFlag.totalAboveMaximum
        dirt.note('total-above-maximum', row, place.columns.primary, read.total)
      } else record.mark = this.#markOf(kept, read, markOf(read.total, bands))
      if (read.code !== '' && this.#tally.isRepeated('', read.code))
        dirt.note('exam-code-repeated', row, place.columns.code, read.code)
      if (whole !== null && read.total >= 0) judged.push({ at: kept, sum: whole, record: records.length })
      records.push({ record, scores: scores.slice(), login })
    }
    const { differing, weighted } = judgeSums(judged.map(({ at, sum }) => ({ total: at.read!.total, sum })))
    if (weighted > 0) dirt.addUnplaced('exam-short-weighted', weighted)
    for (const index of differing) {
      const { at, sum, record } = judged[index]
      this.#enter(at.place)
      records[record].record.flags |= RowFlag.totalDiffersFromSum
      dirt.note('total-differs-from-sum', at.row, at.place.columns.primary, `${at.read!.total} ≠ ${sum}`)
    }
    for (const [index, { record, scores: own, login }] of records.entries()) {
      this.#enter(this.#rows[index].place)
      this.#tally.add(record, own, login, null, paper.tasks.length)
    }
  }

  #schoolOf({ place, row }: KeptRow, { schoolCode }: ExamRow, unknown: UnknownCodes): Login | null {
    const login = parseLogin(this.#codes.get(schoolCode) ?? '')
    if (!login)
      this.#tally.dirt.note('exam-school-unknown', row, place.columns.school, unknown.shown(schoolCode))
    return login
  }

  /** Fills the scores of a row; their sum where every answer is readable, else null. */
  #fillScores(scores: Uint8Array, { place, row }: KeptRow, read: ExamRow, paper: ExamPaper): number | null {
    const { dirt } = this.#tally
    const { columns } = place
    scores.fill(TaskCode.unreadable)
    if (read.short && read.short.scores.length !== paper.short)
      dirt.note('exam-mask-length', row, columns.short ?? -1, `${read.short.scores.length} ≠ ${paper.short}`)
    else if (read.short) scores.set(read.short.scores, 0)
    const maxima = read.long?.maxima
    if (maxima && maxima.join() !== paper.long.join())
      dirt.note('exam-long-differs', row, columns.long ?? -1, `${maxima.length} · ${paper.long.length}`)
    else if (read.long)
      for (const [i, score] of read.long.scores.entries()) {
        const above = score < TaskCode.unreadable && score > paper.long[i]
        if (above) dirt.note('score-above-maximum', row, columns.long ?? -1, `${score}(${paper.long[i]})`)
        scores[paper.short + i] = above ? TaskCode.unreadable : score
      }
    if (scores.some(score => score === TaskCode.unreadable)) return null
    return scores.reduce((sum, score) => (score < TaskCode.unreadable ? sum + score : sum), 0)
  }

  /** The mark as given; base mathematics of ЕГЭ has it as its final score. */
  #markOf({ place, row }: KeptRow, { mark, final }: ExamRow, byScale: number): number {
    const isBase = this.assessment.subject.endsWith('(базовая)') && final >= 2 && final <= 5
    const given = isBase ? final : mark
    if (given !== 0 && byScale !== 0 && given !== byScale)
      this.#tally.dirt.note('mark-differs-from-scale', row, place.columns.result, `${given} ≠ ${byScale}`)
    return given
  }
}

function emptyRecord(row: number, sheet: number): RowRecord {
  const none = { school: 0, login: '', class: '', code: '', variant: '', total: -1 }
  return { ...none, mark: 0, journal: 0, flags: 0, row, sheet, day: 0, final: NO_FINAL }
}

function isEmpty(cell: Cell): boolean {
  return cell === null || cell === ''
}
