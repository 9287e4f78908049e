import type { Login } from '../../territory/index.ts'
import type { DirtCounter } from '../dirt.ts'
import type { JournalBatch } from './types.ts'

interface Entry {
  readonly school: number
  readonly code: string
  readonly mark: number
  readonly row: number
}

/** Gathers the marks of a list; of one participant with two different marks nobody knows which is right. */
export class JournalTally {
  readonly dirt: DirtCounter
  readonly schools = new Map<number, { login: string; rows: number }>()
  rows = 0
  /** Cells that hold a number as text. */
  numbersAsText = 0
  #noSchool = 0
  readonly #entries = new Map<string, Entry>()
  readonly #contradicted = new Set<string>()

  constructor(dirt: DirtCounter) {
    this.dirt = dirt
  }

  add(
    row: number,
    { login, code, mark }: { login: Login | null; code: string; mark: number },
    codeColumn: number,
  ): void {
    this.rows++
    if (!login) {
      this.#noSchool++
      return
    }
    const school = Number(login.key)
    const known = this.schools.get(school)
    if (known) known.rows++
    else this.schools.set(school, { login: login.canonical, rows: 1 })
    if (code === '' || mark === 0) return
    const key = `${school} ${plainCode(code)}`
    const before = this.#entries.get(key)
    if (!before) this.#entries.set(key, { school, code, mark, row })
    else if (before.mark === mark) this.dirt.note('duplicate-code', row, codeColumn, code)
    else {
      this.dirt.note('journal-mark-twice', row, codeColumn, code)
      this.#contradicted.add(key)
    }
  }

  finish(): Pick<JournalBatch, 'counts' | 'dirt' | 'schools' | 'columns'> {
    for (const key of this.#contradicted) this.#entries.delete(key)
    this.dirt.addUnplaced('number-as-text', this.numbersAsText, '')
    const entries = [...this.#entries.values()]
    return {
      counts: {
        rows: this.rows,
        marks: entries.length,
        noSchool: this.#noSchool,
        schools: this.schools.size,
      },
      dirt: this.dirt.counts(),
      schools: [...this.schools].map(([digits, { login, rows }]) => ({
        digits: String(digits).padStart(6, '0'),
        login,
        rows,
      })),
      columns: {
        count: entries.length,
        school: Uint32Array.from(entries, ({ school }) => school),
        code: entries.map(({ code }) => code),
        mark: Uint8Array.from(entries, ({ mark }) => mark),
        row: Uint32Array.from(entries, ({ row }) => row),
      },
    }
  }
}

/** Spreadsheets drop leading zeros of what they take for a number: they tell no participants apart. */
function plainCode(code: string): string {
  return code.replace(/^0+(?=.)/, '')
}
