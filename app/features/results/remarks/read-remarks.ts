import type { Remark } from '../dirt.ts'
import { literal, withDuckDb } from '../store/duckdb.ts'

/**
 * Remarks `from`… of a file, `count` of them, in the order in which they were met. Outside any transaction: the file is
 * read while others work.
 */
export async function readRemarks(
  path: string,
  { kind, from, count }: { kind?: string | undefined; from: number; count: number },
): Promise<Remark[]> {
  const rows = await withDuckDb(async connection =>
    (
      await connection.runAndReadAll(
        `SELECT kind, sheet, "row", "column", value FROM read_parquet(${literal(path)})
         ${kind === undefined ? '' : `WHERE kind = ${literal(kind)}`} LIMIT ${count} OFFSET ${from}`,
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
