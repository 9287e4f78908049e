import type { Cell } from '../../documents/spreadsheet/types.ts'
import type { Problem } from '../../platform/problem.ts'
import { parseLogin } from '../territory/index.ts'
import { type FederalColumns, type FederalField, recogniseFederalColumns } from './federal-columns.ts'
import type { FederalRow } from './types.ts'

const HEADER_ROWS = 20
const LONGEST_TEXT = 500
const MARKED = new Set(['1', '+', 'да', 'x', 'х', 'v', '✓', '✔', '*'])
const UNMARKED = new Set(['', '0', '-', '–', '—', 'нет'])

/** Takes the rows of a federal list one after another; what cannot be read becomes a problem with its place. */
export class FederalReader {
  readonly #file: string
  readonly #problems: Problem[] = []
  readonly #rows: FederalRow[] = []
  #sheet = ''
  #columns: FederalColumns | null = null
  #headers: readonly Cell[] = []
  #looked = 0
  #found = false

  constructor(file: string) {
    this.#file = file
  }

  enterSheet(sheet: string): void {
    this.#sheet = sheet
    this.#columns = null
    this.#looked = 0
  }

  read(row: number, cells: readonly Cell[]): false | undefined {
    if (!this.#columns) {
      this.#columns = recogniseFederalColumns(cells)
      this.#headers = cells
      this.#looked++
      if (this.#columns) this.#found = true
      return this.#columns || this.#looked < HEADER_ROWS ? undefined : false
    }
    if (cells.every(cell => cell === null || String(cell).trim() === '')) return undefined
    this.#readRow(row, cells, this.#columns)
    return undefined
  }

  rows(): FederalRow[] {
    return this.#rows
  }

  problems(): Problem[] {
    const problems = this.#found ? this.#problems : [{ code: 'federal-columns-missing' }]
    return problems.map(problem => ({ ...problem, place: { file: this.#file, ...problem.place } }))
  }

  #readRow(row: number, cells: readonly Cell[], { at, markers }: FederalColumns): void {
    const cell = (column: number | undefined) => textOf(column === undefined ? null : cells[column])
    const wrong = (code: string, column: number | undefined) =>
      this.#problems.push({
        code,
        place: {
          sheet: this.#sheet,
          row,
          column: textOf(this.#headers[column ?? 0]),
          value: cell(column),
        },
      })
    const whole = (field: FederalField, code: string, pattern: RegExp): number | null => {
      const written = cell(at[field])
      if (written === '') return null
      if (pattern.test(written)) return Number(written)
      wrong(code, at[field])
      return null
    }
    const marked = markers.filter(({ column }) => {
      const mark = cell(column).toLowerCase()
      if (!MARKED.has(mark) && !UNMARKED.has(mark)) wrong('federal-bad-mark', column)
      return MARKED.has(mark)
    })
    const login = cell(at.login)
    const digits = parseLogin(login)?.key ?? null
    if (digits === null) wrong('federal-bad-login', at.login)
    this.#rows.push({
      ...{ sheet: this.#sheet, row, login, digits },
      year: whole('year', 'federal-bad-year', /^(19|20)\d{2}$/),
      municipality: cell(at.municipality),
      school: cell(at.school),
      markers: marked.map(({ name }) => name),
      count: whole('count', 'federal-bad-count', /^\d{1,2}$/),
    })
  }
}

function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined
    ? ''
    : String(cell).replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT)
}
