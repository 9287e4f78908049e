import type { Remark } from '../dirt.ts'
import { literal, withDuckDb } from '../store/duckdb.ts'
import { type RemarkGroup, USUAL_KINDS } from './is-usual.ts'

/** What of a file is asked for; everything when nothing is said. */
export interface Wanted {
  readonly kind?: string | undefined
  readonly group?: RemarkGroup | undefined
}

/**
 * Remarks `from`… of a file, `count` of them, in the order in which they were met. Outside any transaction: the file is
 * read while others work.
 */
export async function readRemarks(
  path: string,
  { kind, group, from, count }: Wanted & { from: number; count: number },
): Promise<Remark[]> {
  const rows = await withDuckDb(async connection =>
    (
      await connection.runAndReadAll(
        `SELECT kind, sheet, "row", "column", value FROM read_parquet(${literal(path)})
         WHERE ${conditionOf({ kind, group })} LIMIT ${count} OFFSET ${from}`,
      )
    ).getRows(),
  )
  return rows.map(([of, sheet, row, column, value]) => ({
    kind: String(of),
    sheet: String(sheet),
    row: Number(row) === 0 ? null : Number(row),
    column: String(column),
    value: String(value),
  }))
}

/** As `isWanted` has it, in the words of DuckDB. */
function conditionOf({ kind, group }: Wanted): string {
  const usual = `kind IN (${USUAL_KINDS.map(literal).join(', ')})`
  const conditions = [
    ...(kind === undefined ? [] : [`kind = ${literal(kind)}`]),
    ...(group === undefined ? [] : [group === 'usual' ? usual : `NOT ${usual}`]),
  ]
  return conditions.join(' AND ') || 'true'
}
