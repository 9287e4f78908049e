import type { Cell } from '../../documents/spreadsheet/types.ts'
import type { Problem } from '../../platform/problem.ts'
import { type Login, parseLogin } from '../territory/threads.ts'
import { EXAM_SIGNATURES } from './exams/exam-columns.ts'
import { fold } from './fold.ts'
import type { LayoutColumns } from './layouts/layout.ts'
import { ProtocolTally } from './protocol-tally.ts'
import type { ReadProtocolOptions } from './read-protocol.ts'
import { RowReader } from './read-row.ts'
import { readSubject, type SubjectClues } from './read-subject.ts'
import { HEADER_ROWS, layouts, recogniseHeader } from './recognise-layout.ts'
import { regionOfLogins } from './region-of-logins.ts'
import { type ResolvedSet, resolveSet } from './resolve-set.ts'
import { readSheetHead, yearOfDate } from './sheet-head.ts'
import { showHeaders } from './show-headers.ts'
import { spellSubject } from './subjects.ts'
import type { BatchManifest, ProtocolBatch } from './types.ts'

const PROGRESS_EVERY = 2_000

/** Sheets that known layouts carry beside the protocol (DOMAIN §3.1, §3.2). */
const SERVICE_SHEETS: ReadonlySet<string> = new Set(
  ['Классы', 'Служебный', 'Порядковый номер класса'].map(fold),
)

/** Reads the sheets of one file, one after another; keeps what was decided by the first for those that follow. */
export class ProtocolReader {
  readonly #source: BatchManifest['source']
  readonly #name: string
  readonly #options: ReadProtocolOptions
  readonly #tally: ProtocolTally
  readonly #problems: Problem[] = []
  readonly #warnings: Problem[] = []
  /** Sheets that fit no layout: shown if no sheet fits, else told as passed over. */
  readonly #unknown: { sheet: string; row: number; headers: string }[] = []
  /** Whether a header was met: a file with headers and no rows is not the same as an empty one. */
  #headed = false
  #rows = 0
  #sheets = 0
  #first: { layout: LayoutColumns['layout']; set: ResolvedSet; sheet: string } | null = null

  constructor(source: BatchManifest['source'], name: string, options: ReadProtocolOptions) {
    this.#source = source
    this.#name = name
    this.#options = options
    this.#tally = new ProtocolTally(options.onRemark)
  }

  openSheet(sheet: string): {
    read(row: number, cells: readonly Cell[]): false | undefined
    close(formulas: number): void
  } {
    const above: (readonly Cell[])[] = []
    let seen = 0
    let first = 0
    let header: { cells: readonly Cell[]; columns: LayoutColumns } | null = null
    let rows: RowReader | null = null
    return {
      read: (row, cells) => {
        if (rows) return this.#readRow(rows, row, cells)
        if (header) {
          rows = this.#startRows(sheet, header, above, cells)
          return rows ? this.#readRow(rows, row, cells) : false
        }
        const columns = recogniseHeader(cells)
        if (columns) {
          header = { cells: [...cells], columns }
          this.#headed = true
          return undefined
        }
        if (cells.some(cell => cell !== null && cell !== '')) {
          first ||= row
          seen++
        }
        above.push([...cells])
        return above.length < HEADER_ROWS ? undefined : false
      },
      close: formulas => {
        rows?.finish()
        if (rows) this.#tally.dirt.addUnplaced('formula-cached', formulas)
        else if (!header && seen > 0) this.#unknown.push({ sheet, row: first, headers: showHeaders(above) })
      },
    }
  }

  /** Every problem of the file; to be called after the last sheet. */
  problems(): Problem[] {
    const { file } = this.#source
    const problems = [...this.#problems]
    const { rows, schools } = this.#tally.counts()
    if (problems.length === 0 && !this.#first) problems.push(...this.#nothingRead())
    else if (problems.length === 0 && rows === 0) problems.push({ code: 'no-works' })
    else if (problems.length === 0 && schools === 0) problems.push(this.#noSchoolAtAll(rows))
    return problems.map(problem => ({ ...problem, place: { file, ...problem.place } }))
  }

  /** Names of the sheets passed over that a person might miss; service sheets are no loss. */
  skippedSheets(): string[] {
    return this.#unknown.map(({ sheet }) => sheet).filter(sheet => !SERVICE_SHEETS.has(fold(sheet)))
  }

  /** Tells of a sheet passed over: its first headers and how many rows it holds. */
  warnSkipped(skipped: string, rows: number): void {
    const { sheet, row, headers } = this.#unknown.find(one => one.sheet === skipped)!
    this.#warnings.push({ code: 'sheet-skipped', params: { headers, rows }, place: { sheet, row } })
  }

  /** The file as a batch; only where there are no problems. */
  batch(): ProtocolBatch {
    const columns = this.#tally.columns()
    if (!this.#first || !columns) throw new Error('A batch is asked of a file that has problems')
    const { layout, set } = this.#first
    // Whole files keep their numbers as text: harmless, and no list of cells for anybody.
    this.#tally.dirt.addUnplaced('number-as-text', this.#tally.numbersAsText, '')
    return {
      source: this.#source,
      layout,
      assessment: set.assessment,
      region: this.#tally.region ?? regionOfLogins(columns.school),
      maxScore: set.maxScore,
      tasks: set.tasks,
      packing: set.packing,
      counts: this.#tally.counts(),
      dirt: this.#tally.dirt.counts(),
      excluded: this.#tally.excluded,
      warnings: this.#warnings.map(warning => ({
        ...warning,
        place: { file: this.#source.file, ...warning.place },
      })),
      columns,
    }
  }

  #readRow(rows: RowReader, row: number, cells: readonly Cell[]): undefined {
    rows.read(row, cells)
    if (++this.#rows % PROGRESS_EVERY === 0) this.#options.onProgress?.(this.#rows)
    return undefined
  }

  /** Decides the set of a sheet by its head, the file's name, the options and, for the year, the first row. */
  #startRows(
    sheet: string,
    { cells: header, columns }: { cells: readonly Cell[]; columns: LayoutColumns },
    above: readonly (readonly Cell[])[],
    firstRow: readonly Cell[],
  ): RowReader | null {
    if (this.#first && this.#first.layout !== columns.layout) {
      this.#problems.push({
        code: 'layouts-mixed',
        params: { first: this.#first.sheet, layout: this.#first.layout, other: columns.layout },
        place: { sheet },
      })
      return null
    }
    const head = readSheetHead(above)
    const clues = this.#gatherClues(head.clues, head.dateYear ?? dateYearOf(columns, firstRow))
    const resolved = resolveSet(columns, clues, head.maxScore, this.#options.specifications)
    const school = this.#schoolOfFile(columns)
    if ('problems' in resolved)
      // A fault of the specification file stands there, not on this sheet.
      this.#problems.push(...resolved.problems.map(one => (one.place ? one : { ...one, place: { sheet } })))
    if (school === 'unknown') this.#problems.push({ code: 'school-unknown', place: { sheet } })
    if ('problems' in resolved || school === 'unknown') return null
    if (this.#first && !sameSet(this.#first.set, resolved)) {
      this.#problems.push({ code: 'sheets-differ', params: { first: this.#first.sheet }, place: { sheet } })
      return null
    }
    if (!this.#first) this.#warnings.push(...resolved.warnings)
    this.#first ??= { layout: columns.layout, set: resolved, sheet }
    this.#tally.enterSheet(sheet, header)
    return new RowReader({ columns, set: resolved, header, sheet: this.#sheets++, school }, this.#tally)
  }

  #gatherClues(inside: SubjectClues, dateYear: number | null): SubjectClues {
    const name = readSubject(this.#name)
    const { subject, grade, year, version } = this.#options.assume ?? {}
    for (const what of ['subject', 'grade', 'year'] as const) {
      const [told, named] = [inside[what], name[what]]
      if (!this.#first && told !== null && named !== null && told !== named)
        this.#warnings.push({
          code: 'name-differs',
          params: { what, told: String(told), named: String(named) },
        })
    }
    return {
      subject: inside.subject ?? name.subject ?? (subject === undefined ? null : spellSubject(subject)),
      grade: inside.grade ?? name.grade ?? grade ?? null,
      year: inside.year ?? name.year ?? year ?? dateYear,
      version: inside.version ?? name.version ?? version ?? null,
    }
  }

  #schoolOfFile({ layout }: LayoutColumns): Login | null | 'unknown' {
    if (layout !== 'schoolForm') return null
    const { school } = this.#options.assume ?? {}
    return (
      parseLogin(this.#name.replaceAll('_', ' ')) ??
      (school === undefined ? null : parseLogin(school)) ??
      'unknown'
    )
  }

  #nothingRead(): Problem[] {
    if (this.#unknown.length === 0) return [{ code: this.#headed ? 'no-works' : 'empty-protocol' }]
    const known = [...layouts.map(({ signature }) => signature), ...EXAM_SIGNATURES]
      .map(signature => `— ${signature}`)
      .join('\n')
    return this.#unknown.map(({ sheet, row, headers }) => ({
      code: 'unknown-layout',
      params: { headers, known },
      place: { sheet, row },
    }))
  }

  /** One unreadable login is dirt; a file without a single readable one is the wrong file, or has shifted columns. */
  #noSchoolAtAll(rows: number): Problem {
    const { sheet, row, column, value } = this.#tally.dirt.firstExample('no-school')!
    return { code: 'logins-unreadable', params: { rows }, place: { sheet, row, column, value } }
  }
}

function dateYearOf({ date }: LayoutColumns, cells: readonly Cell[]): number | null {
  return date === null ? null : yearOfDate(cells[date] ?? null)
}

function sameSet(a: ResolvedSet, b: ResolvedSet): boolean {
  return JSON.stringify([a.assessment, a.tasks]) === JSON.stringify([b.assessment, b.tasks])
}
