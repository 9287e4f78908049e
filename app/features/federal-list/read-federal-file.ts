import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { readCsv, refuseNul } from '../../documents/csv/index.ts'
import { openWorkbook } from '../../documents/spreadsheet/index.ts'
import { type Problem, ProblemError } from '../../platform/problem.ts'
import { FederalReader } from './federal-reader.ts'
import type { FederalRow } from './types.ts'

/** The list of a region has hundreds of rows. */
const LIMITS = { uncompressedBytes: 100 * 2 ** 20, rowsPerSheet: 20_000, columns: 200 }

export interface FederalFile {
  readonly name: string
  readonly sha256: string
  readonly rows: readonly FederalRow[]
  readonly problems: readonly Problem[]
}

/**
 * Reads an uploaded federal list, xlsx or csv, told by its content. A file that cannot be opened is itself a problem of
 * the answer, so that every refusal is shown in the same table.
 *
 * @param path where the upload was put; `name` is what its sender called it.
 */
export async function readFederalFile(path: string, name: string): Promise<FederalFile> {
  const bytes = await readFile(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const reader = new FederalReader(name)
  try {
    refuseNul(bytes)
    if (bytes.includes(0) || bytes.length === 0) await readSheets(path, reader)
    else readText(bytes, reader)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const problems = error.problems.map(problem => ({ ...problem, place: { ...problem.place, file: name } }))
    return { name, sha256, rows: [], problems }
  }
  return { name, sha256, rows: reader.rows(), problems: reader.problems() }
}

async function readSheets(path: string, reader: FederalReader): Promise<void> {
  const workbook = await openWorkbook(path, LIMITS)
  try {
    for (const sheet of workbook.sheetNames) {
      reader.enterSheet(sheet)
      await workbook.readSheet(sheet, (row, cells) => reader.read(row, cells))
    }
  } finally {
    workbook.close()
  }
}

function readText(bytes: Uint8Array, reader: FederalReader): void {
  reader.enterSheet('')
  let rows = 0
  for (const { line, fields } of readCsv(bytes, LIMITS.columns)) {
    if (++rows > LIMITS.rowsPerSheet)
      throw new ProblemError({ code: 'too-many-rows', params: { limit: LIMITS.rowsPerSheet } })
    if (reader.read(line, fields) === false) break
  }
}
