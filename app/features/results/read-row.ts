import { TaskCode } from '@objektiv/forensics'
import type { Cell } from '../../documents/spreadsheet/types.ts'
import { markOf } from '../procedures/threads.ts'
import { type Login, parseLogin } from '../territory/threads.ts'
import { fold } from './fold.ts'
import { NO_FINAL, type RowRecord } from './growing-columns.ts'
import type { LayoutColumns } from './layouts/layout.ts'
import type { ProtocolTally } from './protocol-tally.ts'
import { type ReadCell, readCode, readMark, readScore, readTotal, readVariant } from './read-cell.ts'
import { readClass } from './read-class.ts'
import { readDay } from './read-day.ts'
import type { ResolvedSet } from './resolve-set.ts'
import { RowFlag } from './types.ts'

/** A sheet whose columns and set are known, ready to read its rows. */
export interface SheetContext {
  readonly columns: LayoutColumns
  readonly set: ResolvedSet
  readonly header: readonly Cell[]
  readonly sheet: number
  /** Login of the only school of the file, for layouts without a column for it. */
  readonly school: Login | null
}

const GROUP = fold('кол-во участников')
const MEMO = 2_000

/** Reads the rows of one sheet into the tally of the file. */
export class RowReader {
  readonly #context: SheetContext
  readonly #tally: ProtocolTally
  readonly #grades: readonly number[]
  readonly #extras: readonly number[]
  readonly #width: number
  readonly #scores: Uint8Array
  readonly #record: RowRecord
  readonly #scoreMemo = new Map<Cell, ReadCell<number>>()
  readonly #classMemo = new Map<Cell, ReturnType<typeof readClass>>()
  readonly #loginMemo = new Map<Cell, Login | null>()
  #group: { login: Login | null; row: number; declared: number; met: number } | null = null

  constructor(context: SheetContext, tally: ProtocolTally) {
    this.#context = context
    this.#tally = tally
    const { columns, set, header, sheet } = context
    this.#grades = gradesOf(columns.layout, set.assessment.grade)
    this.#scores = new Uint8Array(set.tasks.length)
    this.#width = header.length
    this.#extras = extraColumns(columns, set, header)
    this.#record = {
      school: 0,
      login: '',
      class: '',
      code: '',
      variant: '',
      total: -1,
      mark: 0,
      journal: 0,
      flags: 0,
      row: 0,
      sheet,
      day: 0,
      final: NO_FINAL,
    }
  }

  /** Reads one row; one whose school cannot be made out is kept as excluded, so that it is counted and shown. */
  read(row: number, cells: readonly Cell[]): void {
    const { columns, set } = this.#context
    const { dirt } = this.#tally
    if (cells.every(isEmpty)) {
      dirt.note('empty-rows', row, -1, null)
      return
    }
    if (columns.layout === 'individualResults' && this.#startGroup(row, cells)) return
    if (this.#isHeaderAgain(cells)) {
      dirt.note('repeated-header', row, -1, null)
      return
    }
    const login = this.#schoolOf(row, cells)
    if (!login && isStray(cells, columns)) {
      dirt.note('stray-row', row, -1, null)
      return
    }
    const schoolColumn = columns.school ?? columns.code ?? 0
    if (!login) dirt.note('no-school', row, schoolColumn, cellAt(cells, schoolColumn))
    if (this.#group) this.#group.met++
    const record = this.#record
    record.school = login ? Number(login.key) : 0
    // What stands in place of a login may be a name: it is not kept.
    record.login = login?.written ?? ''
    record.row = row
    record.day = columns.date === null ? 0 : readDay(cellAt(cells, columns.date))
    record.flags = login ? 0 : RowFlag.noSchool
    record.class = this.#classOf(row, cells)
    record.code = this.#codeOf(row, cells, login)
    this.#readPresence(row, cells)
    const absent = (record.flags & RowFlag.absent) !== 0
    record.total = this.#totalOf(row, cells)
    const sum = absent ? this.#skipScores(row, cells) : this.#readScores(row, cells)
    record.journal = absent ? 0 : this.#markOf(row, cells, columns.journal)
    this.#judgeTotal(row, absent, sum)
    record.mark = this.#workMark(row, cells, absent)
    if (this.#hasExtras(row, cells)) record.flags |= RowFlag.extraCells
    this.#tally.add(record, this.#scores, login, cellAt(cells, columns.region), set.tasks.length)
  }

  /** Closes the last group of the sheet; to be called once, after the last row. */
  finish(): void {
    this.#closeGroup()
  }

  #startGroup(row: number, cells: readonly Cell[]): boolean {
    const first = cells.find(cell => !isEmpty(cell))
    if (typeof first !== 'string' || !fold(first).includes(GROUP)) return false
    this.#closeGroup()
    const declared = /(\d+)\s*$/.exec(first)
    this.#group = { login: parseLogin(first), row, declared: declared ? Number(declared[1]) : -1, met: 0 }
    return true
  }

  #closeGroup(): void {
    const group = this.#group
    this.#group = null
    if (group?.login && group.declared >= 0 && group.declared !== group.met)
      this.#tally.dirt.note('group-count-differs', group.row, 0, `${group.declared} ≠ ${group.met}`)
  }

  #isHeaderAgain(cells: readonly Cell[]): boolean {
    const { total } = this.#context.columns
    const cell = cells[total]
    return typeof cell === 'string' && cell.length > 2 && cell === this.#context.header[total]
  }

  #schoolOf(row: number, cells: readonly Cell[]): Login | null {
    const { columns, school } = this.#context
    if (columns.school === null) return school
    const cell = cells[columns.school] ?? null
    let login = this.#loginMemo.get(cell)
    if (login === undefined) {
      login = cell === null ? null : parseLogin(String(cell))
      if (this.#loginMemo.size < MEMO * 20) this.#loginMemo.set(cell, login)
    }
    if (login?.respelled) this.#tally.dirt.note('login-spelling', row, columns.school, login.written)
    return login ?? this.#group?.login ?? null
  }

  #classOf(row: number, cells: readonly Cell[]): string {
    const column = this.#context.columns.class
    if (column === null) return ''
    const cell = cells[column] ?? null
    let read = this.#classMemo.get(cell)
    if (!read) {
      read = readClass(cell, this.#grades)
      if (this.#classMemo.size < MEMO) this.#classMemo.set(cell, read)
    }
    // An absent pupil's row has no class as a rule: that is not dirt.
    if (read.dirt && cell !== null) this.#tally.dirt.note(read.dirt, row, column, cell)
    return read.value
  }

  #codeOf(row: number, cells: readonly Cell[], login: Login | null): string {
    const column = this.#context.columns.code
    if (column === null) return ''
    const { value, dirt } = readCode(cells[column] ?? null)
    if (dirt) this.#tally.dirt.note(dirt, row, column, cells[column] ?? null)
    else if (login && this.#tally.isRepeated(login.key, value))
      this.#tally.dirt.note('duplicate-code', row, column, value)
    return value
  }

  #readPresence(row: number, cells: readonly Cell[]): void {
    const { variants } = this.#context.columns
    let [absent, present, label] = [0, 0, '']
    for (const column of variants) {
      const read = readVariant(cells[column] ?? null)
      if (read.dirt) this.#tally.dirt.note(read.dirt, row, column, cells[column] ?? null)
      if (read.presence === 'absent') absent++
      if (read.presence === 'present') present++
      if (read.label) label = label ? `${label}/${read.label}` : read.label
    }
    this.#record.variant = label
    if (absent === 0) return
    this.#record.flags |= present > 0 ? RowFlag.absentInPart : RowFlag.absent
    this.#tally.dirt.note(present > 0 ? 'absent-in-part' : 'absent', row, variants[0], 'отсутствовал')
  }

  #totalOf(row: number, cells: readonly Cell[]): number {
    const { total } = this.#context.columns
    const read = readTotal(cells[total] ?? null)
    if (read.numberAsText) this.#tally.numbersAsText++
    if (read.dirt) this.#tally.dirt.note(read.dirt, row, total, cells[total] ?? null)
    return read.value
  }

  /** An absent pupil has no scores; where some are written all the same, that is said. */
  #skipScores(row: number, cells: readonly Cell[]): number {
    const written = this.#context.set.taskColumns.find(column => !isEmpty(cells[column] ?? null))
    if (written !== undefined) this.#tally.dirt.note('scores-of-absent', row, written, cells[written])
    this.#scores.fill(TaskCode.unreadable)
    return 0
  }

  /** Fills the scores of the row and returns their sum: «X», «не пройд.» and unreadable cells add nothing. */
  #readScores(row: number, cells: readonly Cell[]): number {
    const { taskColumns, tasks } = this.#context.set
    const { dirt } = this.#tally
    const inPart = (this.#record.flags & RowFlag.absentInPart) !== 0
    const blank = tasks.length > 0 && taskColumns.every(column => isEmpty(cells[column] ?? null))
    if (blank) dirt.note('work-empty', row, -1, null)
    let sum = 0
    for (let task = 0; task < tasks.length; task++) {
      const cell = cells[taskColumns[task]] ?? null
      let read = this.#scoreMemo.get(cell)
      if (!read) {
        read = readScore(cell)
        if (this.#scoreMemo.size < MEMO) this.#scoreMemo.set(cell, read)
      }
      let value = read.value
      if (value < TaskCode.unreadable && value > tasks[task].max) {
        dirt.note('score-above-maximum', row, taskColumns[task], cell)
        value = TaskCode.unreadable
      }
      // Empty cells of the part that was not written, or of a row without any score, are told once, not each.
      if (read.dirt && !(read.dirt === 'score-empty' && (inPart || blank)))
        dirt.note(read.dirt, row, taskColumns[task], cell)
      if (read.numberAsText) this.#tally.numbersAsText++
      if (value < TaskCode.unreadable) sum += value
      this.#scores[task] = value
    }
    return sum
  }

  #markOf(row: number, cells: readonly Cell[], column: number | null): number {
    if (column === null) return 0
    const cell = cells[column] ?? null
    const read = readMark(cell)
    if (read.numberAsText) this.#tally.numbersAsText++
    if (read.dirt) this.#tally.dirt.note(read.dirt, row, column, cell)
    return read.value
  }

  #judgeTotal(row: number, absent: boolean, sum: number): void {
    if (absent) return
    const { columns, set } = this.#context
    const { dirt } = this.#tally
    const record = this.#record
    if (record.total < 0) {
      record.flags |= RowFlag.noTotal
      dirt.note('no-total', row, columns.total, null)
      return
    }
    if (record.total > set.maxScore) {
      record.flags |= RowFlag.totalAboveMaximum
      dirt.note('total-above-maximum', row, columns.total, record.total)
    }
    if (set.tasks.length > 0 && record.total !== sum) {
      record.flags |= RowFlag.totalDiffersFromSum
      dirt.note('total-differs-from-sum', row, columns.total, `${record.total} ≠ ${sum}`)
    }
  }

  /** Mark of the work: as the federal system gives it, else by the scale; 0 for rows that are not counted. */
  #workMark(row: number, cells: readonly Cell[], absent: boolean): number {
    const { columns, set } = this.#context
    const { total, flags } = this.#record
    if (absent || total < 0 || (flags & RowFlag.totalAboveMaximum) !== 0) return 0
    const byScale = markOf(total, set.bands)
    if (columns.mark === null) return byScale
    const given = this.#markOf(row, cells, columns.mark)
    if (given !== 0 && byScale !== 0 && given !== byScale)
      this.#tally.dirt.note('mark-differs-from-scale', row, columns.mark, `${given} ≠ ${byScale}`)
    return given
  }

  #hasExtras(row: number, cells: readonly Cell[]): boolean {
    const named = this.#extras.find(column => !isEmpty(cells[column] ?? null))
    const beyond = cells.findIndex((cell, column) => column >= this.#width && !isEmpty(cell))
    const column = named ?? (beyond < 0 ? undefined : beyond)
    if (column === undefined) return false
    this.#tally.dirt.note('extra-cells', row, column, cells[column])
    return true
  }
}

function cellAt(cells: readonly Cell[], column: number | null): Cell {
  return column === null ? null : (cells[column] ?? null)
}

function isEmpty(cell: Cell): boolean {
  return cell === null || cell === ''
}

/** A row without variant, total, code and scores is a remark or a footer, not a work. */
function isStray(cells: readonly Cell[], { total, code, variants, tasks }: LayoutColumns): boolean {
  return [total, ...(code === null ? [] : [code]), ...variants, ...tasks.map(({ column }) => column)].every(
    column => isEmpty(cells[column] ?? null),
  )
}

/**
 * Bare numbers that are the grade and not a class: the grade itself, and in 2020 also the grade the pupils were in.
 * In the school's own form the class is a running number, so every number is a label.
 */
function gradesOf(layout: LayoutColumns['layout'], grade: number): number[] {
  if (layout === 'schoolForm') return []
  return layout === 'vpr2020' ? [grade, grade + 1] : [grade]
}

/** Columns where nothing should stand: task columns beyond the set's tasks, and columns without a header. */
function extraColumns(columns: LayoutColumns, set: ResolvedSet, header: readonly Cell[]): number[] {
  const used = new Set(set.taskColumns)
  const unused = set.tasks.length > 0 ? columns.tasks.filter(({ column }) => !used.has(column)) : []
  const firstTask = Math.min(...columns.tasks.map(({ column }) => column))
  const unnamed = header.flatMap((cell, column) => (isEmpty(cell) && column > firstTask ? [column] : []))
  return [...unused.map(({ column }) => column), ...unnamed].sort((a, b) => a - b)
}
