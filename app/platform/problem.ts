/** Where a problem stands, as precisely as it is known; every part is shown to the person as it is. */
export interface Place {
  readonly file?: string
  readonly sheet?: string
  /** Number of the entry in a file that is a list (JSON has no sheets and no rows), from 1. */
  readonly entry?: number
  /** Row of the sheet as the spreadsheet program numbers it, from 1. */
  readonly row?: number
  /** Column letter or header, e.g. «I» or «всего баллов». */
  readonly column?: string
  /** The cell's own words. */
  readonly value?: string
}

/**
 * Something that went wrong and can be put right by a person: a code, parameters and a place. The edge (command,
 * HTTP, page) words it through the catalogues: `problem.<code>` says what is wrong, `problem.<code>.advice` what
 * to do.
 */
export interface Problem {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly place?: Place
}

/** Carries one or more problems to the edge. All problems of a file are collected before it is thrown. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[]

  /** `cause`: for the log alone, never for the person. */
  constructor(problems: Problem | readonly Problem[], options?: { readonly cause: unknown }) {
    const list = 'code' in problems ? [problems] : problems
    super(list.map(describe).join('; '), options)
    this.name = 'ProblemError'
    this.problems = list
  }
}

function describe({ code, place }: Problem): string {
  const where = place ? Object.values(place).join(' · ') : ''
  return where ? `${code} (${where})` : code
}
