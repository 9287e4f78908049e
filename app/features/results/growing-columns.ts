import type { BatchColumns } from './types.ts'

/** Texts kept once each; cells hold their index. */
class Dictionary {
  readonly values: string[] = []
  readonly #indexes = new Map<string, number>()

  add(value: string): number {
    let index = this.#indexes.get(value)
    if (index === undefined) {
      index = this.values.length
      this.values.push(value)
      this.#indexes.set(value, index)
    }
    return index
  }
}

/** What is written for one row besides its scores. */
export interface RowRecord {
  school: number
  login: string
  class: string
  code: string
  variant: string
  total: number
  mark: number
  journal: number
  flags: number
  row: number
  sheet: number
  day: number
  /** Final score of ЕГЭ, NO_FINAL none. */
  final: number
}

/** Stands where a work has no final score of its own. */
export const NO_FINAL = 255

/** Columns of a batch while it is read: typed arrays that double when they are full, no object per row. */
export class GrowingColumns {
  readonly #taskCount: number
  readonly #logins = new Dictionary()
  readonly #classes = new Dictionary()
  readonly #variants = new Dictionary()
  readonly #codes: string[] = []
  #capacity = 0
  #count = 0
  #school = new Uint32Array(0)
  #login = new Uint32Array(0)
  #class = new Uint32Array(0)
  #variant = new Uint32Array(0)
  #total = new Int16Array(0)
  #mark = new Uint8Array(0)
  #journal = new Uint8Array(0)
  #flags = new Uint16Array(0)
  #row = new Uint32Array(0)
  #sheet = new Uint8Array(0)
  #day = new Uint16Array(0)
  #final = new Uint8Array(0)
  #scores = new Uint8Array(0)

  constructor(taskCount: number) {
    this.#taskCount = taskCount
  }

  get count(): number {
    return this.#count
  }

  /** Adds a row; `scores` holds taskCount entries and is copied. */
  push(record: Readonly<RowRecord>, scores: Uint8Array): void {
    if (this.#count === this.#capacity) this.#grow()
    const i = this.#count++
    this.#school[i] = record.school
    this.#login[i] = this.#logins.add(record.login)
    this.#class[i] = this.#classes.add(record.class)
    this.#codes.push(record.code)
    this.#variant[i] = this.#variants.add(record.variant)
    this.#total[i] = record.total
    this.#mark[i] = record.mark
    this.#journal[i] = record.journal
    this.#flags[i] = record.flags
    this.#row[i] = record.row
    this.#sheet[i] = record.sheet
    this.#day[i] = record.day
    this.#final[i] = record.final
    this.#scores.set(scores, i * this.#taskCount)
  }

  finish(): BatchColumns {
    const n = this.#count
    return {
      count: n,
      school: this.#school.subarray(0, n),
      login: this.#login.subarray(0, n),
      logins: this.#logins.values,
      class: this.#class.subarray(0, n),
      classes: this.#classes.values,
      code: this.#codes,
      variant: this.#variant.subarray(0, n),
      variants: this.#variants.values,
      total: this.#total.subarray(0, n),
      mark: this.#mark.subarray(0, n),
      journal: this.#journal.subarray(0, n),
      flags: this.#flags.subarray(0, n),
      row: this.#row.subarray(0, n),
      sheet: this.#sheet.subarray(0, n),
      ...(this.#day.some(day => day > 0) ? { day: this.#day.subarray(0, n) } : {}),
      ...(this.#final.subarray(0, n).some(final => final !== NO_FINAL)
        ? { final: this.#final.subarray(0, n) }
        : {}),
      scores: this.#scores.subarray(0, n * this.#taskCount),
    }
  }

  #grow(): void {
    const size = Math.max(1024, this.#capacity * 2)
    const larger = <T extends Uint32Array | Int16Array | Uint16Array | Uint8Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.#school = larger(this.#school, new Uint32Array(size))
    this.#login = larger(this.#login, new Uint32Array(size))
    this.#class = larger(this.#class, new Uint32Array(size))
    this.#variant = larger(this.#variant, new Uint32Array(size))
    this.#total = larger(this.#total, new Int16Array(size))
    this.#mark = larger(this.#mark, new Uint8Array(size))
    this.#journal = larger(this.#journal, new Uint8Array(size))
    this.#flags = larger(this.#flags, new Uint16Array(size))
    this.#row = larger(this.#row, new Uint32Array(size))
    this.#sheet = larger(this.#sheet, new Uint8Array(size))
    this.#day = larger(this.#day, new Uint16Array(size))
    this.#final = larger(this.#final, new Uint8Array(size))
    this.#scores = larger(this.#scores, new Uint8Array(size * this.#taskCount))
    this.#capacity = size
  }
}
