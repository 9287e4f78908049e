import { ProblemError } from '../problem.ts'

/** Rows of one spreadsheet: more would be a copy of the database, not a list that somebody works with. */
export const LONGEST_EXPORT = 50_000

/** Throws `export-too-long` where more rows were chosen than one table takes. */
export function refuseLongExport(selected: number): void {
  if (selected > LONGEST_EXPORT)
    throw new ProblemError({ code: 'export-too-long', params: { count: selected, limit: LONGEST_EXPORT } })
}
