import type { Cell } from '../../documents/spreadsheet/types.ts'
import type { Problem } from '../../platform/problem.ts'
import { parseLogin } from './login.ts'
import type { School } from './types.ts'

const HEADER_ROWS = 20

/** What a column of the registry may be called; compared in lower case, ё as е, single spaces. */
const SYNONYMS = {
  login: ['логин оо', 'логин школы', 'логин', 'логин оу'],
  name: [
    'наименование оо',
    'название оо',
    'наименование',
    'оо',
    'школа',
    'наименование школы',
    'название школы',
  ],
  municipalityCode: ['код муниципалитета', 'код мо'],
  municipality: ['муниципалитет', 'наименование муниципалитета', 'муниципальное образование', 'район'],
  kind: ['вид оо', 'тип оо', 'вид школы'],
  locality: ['тип населенного пункта', 'населенный пункт (тип)', 'местность', 'город/село'],
  special: ['коррекционная', 'коррекционная оо', 'коррекционная школа'],
  controlled: ['контроль объективности', 'с контролем объективности'],
} as const

type Field = keyof typeof SYNONYMS
type Columns = Partial<Record<Field, number>>

/** Takes the rows of a registry one after another and gives schools or problems. */
export class RegistryReader {
  readonly #file: string
  readonly #problems: Problem[] = []
  readonly #schools = new Map<string, { school: School; sheet: string; row: number }>()
  #sheet = ''
  #columns: Columns | null = null
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

  leaveSheet(): void {
    if (this.#columns) this.#found = true
  }

  read(row: number, cells: readonly Cell[]): false | undefined {
    if (!this.#columns) {
      this.#columns = recognise(cells)
      this.#headers = cells
      this.#looked++
      return this.#columns || this.#looked < HEADER_ROWS ? undefined : false
    }
    if (cells.every(cell => cell === null || String(cell).trim() === '')) return undefined
    this.#readSchool(row, cells, this.#columns)
    return undefined
  }

  problems(): Problem[] {
    const problems = [...this.#problems]
    if (!this.#found) problems.push({ code: 'registry-without-logins' })
    else if (this.#schools.size === 0 && problems.length === 0) problems.push({ code: 'registry-empty' })
    return problems.map(problem => ({ ...problem, place: { file: this.#file, ...problem.place } }))
  }

  schools(): School[] {
    return [...this.#schools.values()].map(({ school }) => school)
  }

  #readSchool(row: number, cells: readonly Cell[], columns: Columns): void {
    const text = (field: Field) => {
      const column = columns[field]
      const cell = column === undefined ? null : (cells[column] ?? null)
      return cell === null ? '' : String(cell).replace(/\s+/g, ' ').trim()
    }
    const written = text('login')
    const login = parseLogin(written)
    const place = {
      sheet: this.#sheet,
      row,
      column: String(this.#headers[columns.login as number]),
      value: written,
    }
    if (!login) {
      this.#problems.push({ code: 'registry-bad-login', place })
      return
    }
    const earlier = this.#schools.get(login.key)
    if (earlier) {
      this.#problems.push({
        code: 'registry-school-twice',
        params: { key: login.key, first: earlier.row },
        place,
      })
      return
    }
    const municipality = text('municipality')
    const code = text('municipalityCode')
    this.#schools.set(login.key, {
      sheet: this.#sheet,
      row,
      school: {
        key: login.key,
        login: login.canonical,
        aliases: [...new Set([login.canonical, login.written])],
        name: text('name') || login.name || login.canonical,
        municipality:
          municipality || code ? { code: code || municipality, name: municipality || code } : null,
        kind: text('kind') || null,
        locality: text('locality') || null,
        special: isYes(text('special')),
        controlled: isYes(text('controlled')),
      },
    })
  }
}

/** Columns of a header row, or null where it has no column of logins. */
function recognise(cells: readonly Cell[]): Columns | null {
  const headers = cells.map(cell => (typeof cell === 'string' ? plain(cell) : ''))
  const columns: Columns = {}
  for (const field of Object.keys(SYNONYMS) as Field[]) {
    const column = headers.findIndex(header => (SYNONYMS[field] as readonly string[]).includes(header))
    if (column >= 0) columns[field] = column
  }
  return columns.login === undefined ? null : columns
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}

function isYes(text: string): boolean {
  return ['да', 'yes', '1', '+', 'true'].includes(text.toLowerCase())
}
