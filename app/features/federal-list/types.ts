/** A row of a federal list as the file has it. */
export interface FederalRow {
  readonly sheet: string
  readonly row: number
  /** Null where the file does not say it or says no year. */
  readonly year: number | null
  /** As written. */
  readonly login: string
  /** The six digits that schools are joined by; null where the login cannot be read. */
  readonly digits: string | null
  readonly municipality: string
  readonly school: string
  /** «4 РУ», «5 МА»: the columns that are marked, in the order of the file. */
  readonly markers: readonly string[]
  /** Null where the file has no such column or the cell is empty. */
  readonly count: number | null
}
