import type { Cell } from '../../documents/spreadsheet/types.ts'
import { columnName } from './column-name.ts'
import type { DirtCount } from './types.ts'

const EXAMPLES = 5

/** One thing met in a file, with its place; the column is '' where the whole row is meant. */
export interface Remark {
  readonly kind: string
  readonly sheet: string
  /** Null where only the sheet is known. */
  readonly row: number | null
  readonly column: string
  readonly value: string
}

/**
 * Counts what was met in a file, with a few examples of each kind; whoever wants every single place is given it as it
 * is met (`onRemark`), so that nothing piles up here. Nothing of this stops a reading.
 */
export class DirtCounter {
  readonly #kinds = new Map<string, { count: number; examples: DirtCount['examples'][number][] }>()
  readonly #onRemark: ((remark: Remark) => void) | undefined
  #sheet = ''
  #headers: readonly Cell[] = []
  #columns: string[] = []

  constructor(onRemark?: (remark: Remark) => void) {
    this.#onRemark = onRemark
  }

  /** Tells where the following notes stand. */
  enterSheet(sheet: string, headers: readonly Cell[]): void {
    this.#sheet = sheet
    this.#headers = headers
    this.#columns = []
  }

  note(kind: string, row: number, column: number, value: Cell): void {
    let entry = this.#kinds.get(kind)
    if (!entry) {
      entry = { count: 0, examples: [] }
      this.#kinds.set(kind, entry)
    }
    entry.count++
    const full = entry.examples.length >= EXAMPLES
    if (full && !this.#onRemark) return
    const example = { sheet: this.#sheet, row, column: this.#nameOf(column), value: showable(value) }
    if (!full) entry.examples.push(example)
    this.#onRemark?.({ kind, ...example })
  }

  /** What was met so many times on a sheet (or, without one, in the file), no matter in which cells. */
  addUnplaced(kind: string, count: number, sheet = this.#sheet): void {
    this.add(kind, count)
    if (count > 0) this.#onRemark?.({ kind, sheet, row: null, column: '', value: String(count) })
  }

  /** Where a kind was met first; undefined where it was not. */
  firstExample(kind: string): DirtCount['examples'][number] | undefined {
    return this.#kinds.get(kind)?.examples[0]
  }

  /** Adds to a kind that has no place of its own. */
  add(kind: string, count: number): void {
    if (count === 0) return
    const entry = this.#kinds.get(kind)
    if (entry) entry.count += count
    else this.#kinds.set(kind, { count, examples: [] })
  }

  #nameOf(column: number): string {
    if (column < 0) return ''
    this.#columns[column] ??= columnName(column, this.#headers)
    return this.#columns[column]
  }

  /** All kinds, most frequent first. */
  counts(): DirtCount[] {
    return [...this.#kinds]
      .map(([kind, { count, examples }]) => ({ kind, count, examples }))
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1))
  }
}

const KNOWN = /^(отсутствовал|нет( отметки|_.)?|не ?пройд\S*|(sch|edu|ksh)[\s_-]*\d{6})$/i

/**
 * An example of a cell without what might be a name: a shifted row can bring any column under any header, so of
 * unknown words only the first letter is shown.
 */
function showable(value: Cell): string {
  const text = value === null ? '' : String(value).slice(0, 40)
  if (KNOWN.test(text.trim())) return text
  return text.replace(/\p{L}{4,}/gu, word => `${word[0]}…`)
}
