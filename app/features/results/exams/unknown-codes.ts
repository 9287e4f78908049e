import type { Problem } from '../../../platform/problem.ts'

/**
 * A code that so many rows have is a school's. One met seldom may be anything that slipped into the column, a number of
 * somebody's document among it, and is not shown.
 */
const SHOWN_FROM = 3
/** More codes than this are counted, not listed. */
const LISTED = 10

/** Codes of schools that the registry does not have. */
export class UnknownCodes {
  readonly #rows = new Map<string, number>()

  constructor(rows: readonly { readonly schoolCode: string }[], known: ReadonlyMap<string, string>) {
    for (const { schoolCode } of rows)
      if (!known.has(schoolCode)) this.#rows.set(schoolCode, (this.#rows.get(schoolCode) ?? 0) + 1)
  }

  /** What may be shown of a code. */
  shown(code: string): string {
    return (this.#rows.get(code) ?? 0) >= SHOWN_FROM ? code : ''
  }

  /** The codes with how many rows each has, those of most rows first. */
  warnings(set: string): Problem[] {
    if (this.#rows.size === 0) return []
    const listed = [...this.#rows]
      .filter(([code]) => code !== '' && this.shown(code) !== '')
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, LISTED)
    const rows = [...this.#rows.values()].reduce((sum, count) => sum + count, 0)
    return [
      {
        code: 'exam-schools-unknown',
        params: {
          set,
          rows,
          codes: this.#rows.size,
          listed: listed.map(([code, count]) => `${code} (${count})`).join(', ') || '—',
        },
      },
    ]
  }
}
