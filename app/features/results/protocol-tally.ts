import type { Cell } from '../../documents/spreadsheet/types.ts'
import type { Login } from '../territory/index.ts'
import { DirtCounter, type Remark } from './dirt.ts'
import { GrowingColumns, type RowRecord } from './growing-columns.ts'
import { type BatchManifest, type ExclusionReason, type ProtocolBatch, RowFlag } from './types.ts'

/** Everything counted while the rows of a file go by. */
export class ProtocolTally {
  readonly dirt: DirtCounter
  /** Cells that hold a number as text. */
  numbersAsText = 0
  /** First name of a region met in the rows. */
  region: string | null = null
  readonly excluded: ProtocolBatch['excluded'][number][] = []
  readonly #schools = new Set<number>()
  readonly #codes = new Map<string, Set<string>>()
  readonly #counts = { absent: 0, absentInPart: 0, noTotal: 0, totalAboveMaximum: 0, noSchool: 0 }
  #columns: GrowingColumns | null = null
  #sheet = ''

  constructor(onRemark?: (remark: Remark) => void) {
    this.dirt = new DirtCounter(onRemark)
  }

  enterSheet(name: string, header: readonly Cell[]): void {
    this.#sheet = name
    this.dirt.enterSheet(name, header)
  }

  /** Whether the school has had this code already; remembers it. */
  isRepeated(school: string, code: string): boolean {
    let codes = this.#codes.get(school)
    if (!codes) {
      codes = new Set()
      this.#codes.set(school, codes)
    }
    if (codes.has(code)) return true
    codes.add(code)
    return false
  }

  add(
    record: Readonly<RowRecord>,
    scores: Uint8Array,
    login: Login | null,
    region: Cell,
    taskCount: number,
  ): void {
    this.#columns ??= new GrowingColumns(taskCount)
    this.#columns.push(record, scores)
    if (login) this.#schools.add(record.school)
    this.region ??= region === null || region === '' ? null : String(region).trim()
    const reason = this.#countExclusion(record.flags)
    if (reason)
      this.excluded.push({ sheet: this.#sheet, row: record.row, school: login?.canonical ?? '', reason })
  }

  counts(): BatchManifest['counts'] {
    const rows = this.#columns?.count ?? 0
    return { rows, works: rows - this.excluded.length, ...this.#counts, schools: this.#schools.size }
  }

  columns() {
    return this.#columns?.finish() ?? null
  }

  /** A row is left out for one reason, the first that holds, so that the counts add up. */
  #countExclusion(flags: number): ExclusionReason | null {
    if (flags & RowFlag.noSchool) {
      this.#counts.noSchool++
      return 'no-school'
    }
    if (flags & RowFlag.absent) {
      this.#counts.absent++
      return 'absent'
    }
    if (flags & RowFlag.absentInPart) {
      this.#counts.absentInPart++
      return 'absent-in-part'
    }
    if (flags & RowFlag.noTotal) {
      this.#counts.noTotal++
      return 'no-total'
    }
    if (flags & RowFlag.totalAboveMaximum) {
      this.#counts.totalAboveMaximum++
      return 'total-above-maximum'
    }
    return null
  }
}
