import type { DuckDBDataChunk } from '@duckdb/node-api'
import type { Works } from '@objektiv/forensics'
import { type Packing, unpackTask, wordsFor } from '../pack-scores.ts'
import { type BatchManifest, EXCLUDED } from '../types.ts'
import { literal, withDuckDb } from './duckdb.ts'
import { journalPath, parquetPath } from './manifest.ts'
import type { Store } from './open-store.ts'

/** A Parquet file of works and how its scores are packed. */
export interface WorksSource {
  readonly path: string
  readonly taskCount: number
  readonly packing: Packing
  /** Whether the file has the days of upload. */
  readonly dated: boolean
  /** Parquet files of journal marks for works that have none of their own. */
  readonly journals?: readonly string[]
}

/** The works of a batch in the store. */
export function worksSource(
  store: Store,
  { id, tasks, packing, dated, journals = [] }: BatchManifest,
): WorksSource {
  return {
    path: parquetPath(store, id),
    taskCount: tasks.length,
    packing,
    dated: dated === true,
    ...(journals.length > 0 ? { journals: journals.map(one => journalPath(store, one.id)) } : {}),
  }
}

/**
 * The rows of a source, as SQL. A work without a mark of its own takes that of an attachment by school and code, where
 * all attachments agree; leading zeros, which spreadsheets drop, tell no codes apart.
 */
export function worksSql({ path, journals = [] }: WorksSource): string {
  const works = `read_parquet(${literal(path)})`
  if (journals.length === 0) return works
  const marks = `read_parquet([${journals.map(literal).join(', ')}])`
  return `(SELECT w.* REPLACE (
      CASE WHEN w.journal = 0 THEN coalesce(j.mark, 0) ELSE w.journal END::UTINYINT AS journal)
    FROM ${works} w LEFT JOIN (
      SELECT school, ltrim(code, '0') AS code, max(mark) AS mark FROM ${marks}
      GROUP BY school, ltrim(code, '0') HAVING min(mark) = max(mark)
    ) j ON j.school = w.school AND j.code = ltrim(w.code, '0') AND w.code <> '')`
}

/** A chunk of works with what is known of each beside its points. */
export interface ClassedWorks extends Works {
  /** 0 unknown, else 1 + index into the `classes` asked for. */
  readonly classNumber: Uint16Array
  /** Day of upload, days since 31.12.1999; 0 unknown. */
  readonly day: Uint16Array
}

/** Works given to `onChunk` at a time: large enough to cost little, small enough to stay in the cache. */
const CHUNK = 65_536

/**
 * Streams the counted works of several files of one set (equal tasks) to the statistics, column by column.
 *
 * @param schoolIndex index of a school by its six digits (length 1 000 000), −1 for schools to be passed over
 * @param classes labels of classes to be told apart (readClasses); without them every class is unknown
 * @param onChunk gets up to 65 536 works; its arrays are filled again afterwards, so they must be consumed at once
 * @returns how many works were given and how many passed over for their school
 */
export async function readWorks(
  sources: readonly WorksSource[],
  {
    schoolIndex,
    classes = [],
    onChunk,
  }: { schoolIndex: Int32Array; classes?: readonly string[]; onChunk: (works: ClassedWorks) => void },
): Promise<{ works: number; skipped: number }> {
  const taskCounts = new Set(sources.map(({ taskCount }) => taskCount))
  if (taskCounts.size > 1) throw new Error('Works of different numbers of tasks cannot be read as one set')
  const buffer = new WorksBuffer(sources[0]?.taskCount ?? 0, schoolIndex, onChunk)
  await withDuckDb(async connection => {
    for (const source of sources) {
      const { taskCount, packing, dated } = source
      const words = Array.from({ length: wordsFor(taskCount, packing) }, (_, word) => `s${word}`)
      const result = await connection.stream(
        `SELECT ${['school', 'total', 'journal', classNumberSql(classes), dated ? '"day"' : '0::USMALLINT', ...words].join(', ')} FROM ${worksSql(source)} WHERE (flags & ${EXCLUDED}) = 0${orderSql(source)}`,
      )
      for (
        let chunk = await result.fetchChunk();
        chunk && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      )
        buffer.add(chunk, packing)
    }
  })
  buffer.flush()
  return { works: buffer.works, skipped: buffer.skipped }
}

/** A join gives rows in no order; the file is sorted, and so is what is read of it. */
function orderSql({ journals = [] }: WorksSource): string {
  return journals.length === 0 ? '' : ' ORDER BY school, "class", code, sheet, "row"'
}

/** The number of a row's class; DuckDB counts from 1 and gives NULL for what is not in the list. */
function classNumberSql(classes: readonly string[]): string {
  if (classes.length === 0) return '0::USMALLINT'
  return `coalesce(list_position([${classes.map(literal).join(', ')}], "class"), 0)::USMALLINT`
}

/** Collects DuckDB's chunks of 2 048 rows into larger ones, unpacking scores on the way. */
class WorksBuffer {
  works = 0
  skipped = 0
  readonly #schoolIndex: Int32Array
  readonly #onChunk: (works: ClassedWorks) => void
  readonly #school = new Int32Array(CHUNK)
  readonly #total = new Uint16Array(CHUNK)
  readonly #journal = new Uint8Array(CHUNK)
  readonly #classNumber = new Uint16Array(CHUNK)
  readonly #day = new Uint16Array(CHUNK)
  readonly #scores: Uint8Array[]
  readonly #rows = new Uint32Array(CHUNK)
  #count = 0

  constructor(taskCount: number, schoolIndex: Int32Array, onChunk: (works: ClassedWorks) => void) {
    this.#schoolIndex = schoolIndex
    this.#onChunk = onChunk
    this.#scores = Array.from({ length: taskCount }, () => new Uint8Array(CHUNK))
  }

  add(chunk: DuckDBDataChunk, packing: Packing): void {
    const size = chunk.rowCount
    if (this.#count + size > CHUNK) this.flush()
    const schools = itemsOf<Uint32Array>(chunk, 0)
    const totals = itemsOf<Int16Array>(chunk, 1)
    const journals = itemsOf<Uint8Array>(chunk, 2)
    const classNumbers = itemsOf<Uint16Array>(chunk, 3)
    const days = itemsOf<Uint16Array>(chunk, 4)
    let kept = 0
    for (let row = 0; row < size; row++) {
      const school = this.#schoolIndex[schools[row]]
      if (school < 0) continue
      const at = this.#count + kept
      this.#school[at] = school
      this.#total[at] = totals[row]
      this.#journal[at] = journals[row]
      this.#classNumber[at] = classNumbers[row]
      this.#day[at] = days[row]
      this.#rows[kept++] = row
    }
    for (let task = 0; task < this.#scores.length; task++) {
      const word = itemsOf<BigUint64Array>(chunk, 5 + Math.floor((task * packing) / 64))
      unpackTask(word, task, packing, this.#rows, kept, this.#scores[task], this.#count)
    }
    this.#count += kept
    this.works += kept
    this.skipped += size - kept
  }

  flush(): void {
    const count = this.#count
    if (count === 0) return
    this.#onChunk({
      count,
      school: this.#school,
      total: this.#total,
      journal: this.#journal,
      classNumber: this.#classNumber,
      day: this.#day,
      scores: this.#scores,
    })
    this.#count = 0
  }
}

/** The typed array behind a numeric column: no value is boxed. */
function itemsOf<T>(chunk: DuckDBDataChunk, column: number): T {
  return (chunk.getColumnVector(column) as unknown as { items: T }).items
}
