import type { Cell } from '../../documents/spreadsheet/types.ts'
import { columnName } from './column-name.ts'
import type { DirtCount } from './types.ts'

const EXAMPLES = 5

/** Counts what was met in a file, with a few examples of each kind. Nothing here stops a reading. */
export class DirtCounter {
  readonly #kinds = new Map<string, { count: number; examples: DirtCount['examples'][number][] }>()
  #sheet = ''
  #headers: readonly Cell[] = []

  /** Tells where the following notes stand. */
  enterSheet(sheet: string, headers: readonly Cell[]): void {
    this.#sheet = sheet
    this.#headers = headers
  }

  note(kind: string, row: number, column: number, value: Cell): void {
    let entry = this.#kinds.get(kind)
    if (!entry) {
      entry = { count: 0, examples: [] }
      this.#kinds.set(kind, entry)
    }
    entry.count++
    if (entry.examples.length >= EXAMPLES) return
    entry.examples.push({
      sheet: this.#sheet,
      row,
      column: columnName(column, this.#headers),
      value: showable(value),
    })
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
