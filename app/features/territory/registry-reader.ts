import type { Cell } from '../../documents/spreadsheet/types.ts'
import type { Place, Problem } from '../../platform/problem.ts'
import { plainExamCode } from './exam-codes.ts'
import { parseLogin } from './login.ts'
import { readLocalDate } from './read-local-date.ts'
import { readYesNo } from './read-yes-no.ts'
import { type RegistryColumns, type RegistryField, recogniseColumns } from './registry-columns.ts'
import { normaliseTags } from './rules.ts'
import type { LocalDate } from './tables.ts'
import type { RegistryRow, School } from './types.ts'

const HEADER_ROWS = 20
const LONGEST_TEXT = 500

/** Takes the rows of a registry one after another and gives schools or problems. */
export class RegistryReader {
  readonly #file: string
  readonly #problems: Problem[] = []
  readonly #unknown: Problem[] = []
  readonly #rows = new Map<string, RegistryRow>()
  #sheet = ''
  #columns: RegistryColumns | null = null
  #headers: readonly Cell[] = []
  #looked = 0
  #read = 0
  #found = false

  constructor(file: string) {
    this.#file = file
  }

  enterSheet(sheet: string): void {
    this.#sheet = sheet
    this.#columns = null
    this.#looked = 0
  }

  leaveSheet(): void {
    if (this.#columns) this.#found = true
  }

  read(row: number, cells: readonly Cell[]): false | undefined {
    if (!this.#columns) {
      this.#columns = recogniseColumns(cells)
      this.#headers = cells
      this.#looked++
      for (const column of this.#columns?.unknown ?? [])
        this.#unknown.push({ code: 'registry-column-unknown', place: { sheet: this.#sheet, row, column } })
      return this.#columns || this.#looked < HEADER_ROWS ? undefined : false
    }
    if (cells.every(cell => cell === null || String(cell).trim() === '')) return undefined
    this.#read++
    this.#readSchool(row, cells, this.#columns)
    return undefined
  }

  problems(): Problem[] {
    const problems = [...this.#problems]
    if (!this.#found) problems.push({ code: 'registry-without-logins' })
    else if (this.#rows.size === 0 && problems.length === 0) problems.push({ code: 'registry-empty' })
    return problems.map(problem => this.#inFile(problem))
  }

  /** Columns that were left unread, to be told and not to be stopped at. */
  remarks(): Problem[] {
    return this.#unknown.map(problem => this.#inFile(problem))
  }

  schools(): School[] {
    return this.rows()
  }

  /** Rows below the headers that hold anything, those that could not be read among them. */
  rowsRead(): number {
    return this.#read
  }

  rows(): RegistryRow[] {
    return [...this.#rows.values()]
  }

  #inFile(problem: Problem): Problem {
    return { ...problem, place: { file: this.#file, ...problem.place } }
  }

  #readSchool(row: number, cells: readonly Cell[], { at, given }: RegistryColumns): void {
    const text = (field: RegistryField) => {
      const column = at[field]
      const cell = column === undefined ? null : (cells[column] ?? null)
      return cell === null ? '' : String(cell).replace(/\s+/g, ' ').trim()
    }
    const place = (field: RegistryField): Place => ({
      sheet: this.#sheet,
      row,
      column: String(this.#headers[at[field] as number]),
      value: text(field).slice(0, LONGEST_TEXT),
    })
    const problem = (code: string, field: RegistryField, params?: Problem['params']) =>
      this.#problems.push({ code, place: place(field), ...(params ? { params } : {}) })

    const written = text('login')
    const login = parseLogin(written)
    if (!login) {
      problem('registry-bad-login', 'login')
      return
    }
    const earlier = this.#rows.get(login.key)
    if (earlier) {
      problem('registry-school-twice', 'login', { key: login.key, first: earlier.row })
      return
    }
    for (const field of given) {
      if (text(field).length > LONGEST_TEXT) problem('registry-text-too-long', field, { limit: LONGEST_TEXT })
    }
    const date = (field: 'validFrom' | 'validTo'): LocalDate | null => {
      if (text(field) === '') return null
      const day = readLocalDate(text(field))
      if (day === null) problem('registry-bad-date', field)
      return day
    }
    const validFrom = date('validFrom')
    const validTo = date('validTo')
    if (validFrom && validTo && validFrom > validTo) problem('registry-dates-backwards', 'validTo')
    const others: string[] = []
    for (const part of new Set(listed(text('logins')))) {
      const other = parseLogin(part)
      if (other) others.push(other.canonical)
      else this.#problems.push({ code: 'registry-bad-login', place: { ...place('logins'), value: part } })
    }
    // A tag that defines whom the others are held against must not be lost to an answer nobody understood.
    const yes = (field: 'special' | 'controlled'): boolean => {
      const answer = readYesNo(text(field))
      if (answer === null) problem('registry-not-yes-or-no', field)
      return answer ?? false
    }
    // Protocols find their school by it (DOMAIN §3.5): a code that no protocol can carry would find none.
    const examCode = (field: 'ogeCode' | 'egeCode'): string | null => {
      const code = text(field)
      if (code !== '' && plainExamCode(code) === '')
        problem('registry-bad-exam-code', field, { exam: field === 'ogeCode' ? 'oge' : 'ege' })
      return code || null
    }
    const municipality = text('municipality')
    const code = text('municipalityCode')
    this.#rows.set(login.key, {
      key: login.key,
      login: login.canonical,
      aliases: [...new Set([login.canonical, login.written])],
      name: text('name') || login.name || login.canonical,
      municipality: municipality || code ? { code: code || municipality, name: municipality || code } : null,
      kind: text('kind') || null,
      locality: text('locality') || null,
      special: yes('special'),
      controlled: yes('controlled'),
      shortName: text('shortName') || null,
      ogeCode: examCode('ogeCode'),
      egeCode: examCode('egeCode'),
      tags: normaliseTags(listed(text('tags'))),
      otherLogins: [...new Set(others)].filter(other => other !== login.canonical),
      validFrom,
      validTo,
      municipalityCode: code || null,
      municipalityName: municipality || null,
      sheet: this.#sheet,
      row,
      given,
      headers: Object.fromEntries(
        [...given].map(field => [field, String(this.#headers[at[field] as number])]),
      ),
    })
  }
}

function listed(text: string): string[] {
  return text
    .split(/[;,]/)
    .map(part => part.trim())
    .filter(Boolean)
}
