import {
  type DuckDBConnection,
  DuckDBDataChunk,
  SMALLINT,
  UBIGINT,
  UINTEGER,
  USMALLINT,
  UTINYINT,
  VARCHAR,
} from '@duckdb/node-api'
import { packScores } from '../pack-scores.ts'
import type { ProtocolBatch } from '../types.ts'
import { literal, withDuckDb } from './duckdb.ts'

/** Rows of a DuckDB vector. */
const CHUNK = 2048

/** A column to write: typed values go in by memory copy, texts one by one. */
export type Column =
  | { name: string; type: typeof UINTEGER; values: Uint32Array }
  | { name: string; type: typeof SMALLINT; values: Int16Array }
  | { name: string; type: typeof UTINYINT; values: Uint8Array }
  | { name: string; type: typeof USMALLINT; values: Uint16Array }
  | { name: string; type: typeof UBIGINT; values: BigUint64Array }
  | { name: string; type: typeof VARCHAR; textOf: (row: number) => string }

/** Writes the rows of a batch to a Parquet file, sorted by school, class and code. */
export async function writeParquet(path: string, batch: ProtocolBatch): Promise<void> {
  await withDuckDb(connection =>
    writeColumns(
      connection,
      path,
      columnsOf(batch),
      batch.columns.count,
      'school, "class", code, sheet, "row"',
    ),
  )
}

/** Writes columns of so many rows to a Parquet file in the order given. */
export async function writeColumns(
  connection: DuckDBConnection,
  path: string,
  columns: readonly Column[],
  count: number,
  order: string,
): Promise<void> {
  await connection.run(
    `CREATE TEMP TABLE staged (${columns.map(({ name, type }) => `"${name}" ${type} NOT NULL`).join(', ')})`,
  )
  try {
    await append(connection, columns, count)
    await connection.run(
      `COPY (SELECT * FROM staged ORDER BY ${order}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`,
    )
  } finally {
    await connection.run('DROP TABLE staged')
  }
}

function columnsOf({ columns, tasks, packing }: ProtocolBatch): Column[] {
  const words = packScores(columns.scores, tasks.length, packing)
  return [
    { name: 'school', type: UINTEGER, values: columns.school },
    { name: 'login', type: VARCHAR, textOf: row => columns.logins[columns.login[row]] },
    { name: 'class', type: VARCHAR, textOf: row => columns.classes[columns.class[row]] },
    { name: 'code', type: VARCHAR, textOf: row => columns.code[row] },
    { name: 'variant', type: VARCHAR, textOf: row => columns.variants[columns.variant[row]] },
    { name: 'total', type: SMALLINT, values: columns.total },
    { name: 'mark', type: UTINYINT, values: columns.mark },
    { name: 'journal', type: UTINYINT, values: columns.journal },
    { name: 'flags', type: USMALLINT, values: columns.flags },
    { name: 'row', type: UINTEGER, values: columns.row },
    { name: 'sheet', type: UTINYINT, values: columns.sheet },
    ...(columns.day ? [{ name: 'day', type: USMALLINT, values: columns.day } as const] : []),
    ...(columns.final ? [{ name: 'final', type: UTINYINT, values: columns.final } as const] : []),
    ...words.map((values, word): Column => ({ name: `s${word}`, type: UBIGINT, values })),
  ]
}

async function append(
  connection: DuckDBConnection,
  columns: readonly Column[],
  count: number,
): Promise<void> {
  const appender = await connection.createAppender('staged', 'main', 'temp')
  const chunk = DuckDBDataChunk.create(
    columns.map(({ type }) => type),
    CHUNK,
  )
  for (let start = 0; start < count; start += CHUNK) {
    const rows = Math.min(CHUNK, count - start)
    chunk.reset()
    chunk.rowCount = rows
    for (const [index, column] of columns.entries()) {
      const vector = chunk.getColumnVector(index)
      if ('textOf' in column)
        for (let row = 0; row < rows; row++) vector.setItem(row, column.textOf(start + row))
      else itemsOf(vector).set(column.values.subarray(start, start + rows) as never)
      vector.flush()
    }
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

/** The memory behind a numeric vector: far quicker than value by value (STACK: 3.6 s against 9.5 s for 10 M rows). */
function itemsOf(vector: object): Uint8Array {
  return (vector as { items: Uint8Array }).items
}
