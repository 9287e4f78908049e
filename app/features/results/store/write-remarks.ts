import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  UINTEGER,
  VARCHAR,
} from '@duckdb/node-api'
import type { Remark } from '../dirt.ts'
import { literal } from './duckdb.ts'

/** Rows of a DuckDB vector. */
const CHUNK = 2048
const COLUMNS = ['kind', 'sheet', 'column', 'value'] as const

/**
 * Takes every remark of a file as it is met and keeps it outside the memory of this program: a file may have a cell to
 * remark on in every row. In the order of the file, so that pages can be cut without sorting.
 */
export class RemarkWriter {
  readonly #connection: DuckDBConnection
  readonly #appender: DuckDBAppender
  readonly #chunk = DuckDBDataChunk.create([UINTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR], CHUNK)
  readonly #waiting: Remark[] = []
  readonly #counts = new Map<string, number>()

  private constructor(connection: DuckDBConnection, appender: DuckDBAppender) {
    this.#connection = connection
    this.#appender = appender
  }

  static async open(connection: DuckDBConnection): Promise<RemarkWriter> {
    await connection.run(
      `CREATE TEMP TABLE remarks ("row" UINTEGER NOT NULL, ${COLUMNS.map(name => `"${name}" VARCHAR NOT NULL`).join(', ')})`,
    )
    return new RemarkWriter(connection, await connection.createAppender('remarks', 'main', 'temp'))
  }

  add(remark: Remark): void {
    this.#counts.set(remark.kind, (this.#counts.get(remark.kind) ?? 0) + 1)
    if (this.#waiting.push(remark) === CHUNK) this.#flush()
  }

  /** So many rows of each kind. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts)
  }

  /** Writes everything to a Parquet file; nothing can be added afterwards. */
  async save(path: string): Promise<void> {
    this.#flush()
    this.#appender.closeSync()
    await this.#connection.run(`COPY remarks TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`)
    await this.#connection.run('DROP TABLE remarks')
  }

  #flush(): void {
    const rows = this.#waiting
    const chunk = this.#chunk
    chunk.reset()
    chunk.rowCount = rows.length
    const row = chunk.getColumnVector(0)
    // 0: only the sheet is known.
    for (const [index, remark] of rows.entries()) row.setItem(index, remark.row ?? 0)
    row.flush()
    for (const [column, name] of COLUMNS.entries()) {
      const vector = chunk.getColumnVector(column + 1)
      for (const [index, remark] of rows.entries()) vector.setItem(index, remark[name])
      vector.flush()
    }
    this.#appender.appendDataChunk(chunk)
    rows.length = 0
  }
}
