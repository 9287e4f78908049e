import { basename, extname } from 'node:path'
import { openWorkbook } from '../../documents/spreadsheet/index.ts'
import type { Workbook } from '../../documents/spreadsheet/types.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { Specifications } from '../procedures/index.ts'
import type { ExamCodes } from '../territory/index.ts'
import type { Remark } from './dirt.ts'
import { isExamWorkbook, readExams } from './exams/read-exams.ts'
import { hashFile } from './hash-file.ts'
import { ProtocolReader } from './protocol-reader.ts'
import type { BatchManifest, ProtocolBatch } from './types.ts'

/** What a person says of a file that does not say it itself (command options). */
export interface Assumed {
  readonly subject?: string
  readonly grade?: number
  readonly year?: number
  readonly version?: 'базовая' | 'углублённая'
  /** Login of the school, for the school's own form. */
  readonly school?: string
}

export interface ReadProtocolOptions {
  readonly specifications: Specifications
  readonly assume?: Assumed
  /** Logins of schools by their codes of examinations; without them no ОГЭ or ЕГЭ can be read. */
  readonly examCodes?: ExamCodes
  /** Called now and then with the number of rows read so far. */
  readonly onProgress?: (rows: number) => void
  /** Given every single thing met, as it is met; a file may have tens of thousands. */
  readonly onRemark?: (remark: Remark) => void
}

/**
 * Reads a protocol file of any known layout into columns, with everything met on the way counted. Nothing is
 * stored yet. Throws ProblemError with all problems of the file at once: not a spreadsheet, unknown or mixed
 * layouts, an assessment that cannot be made out, no rows, works without a school.
 */
export async function readProtocol(path: string, options: ReadProtocolOptions): Promise<ProtocolBatch> {
  const workbook = await openWorkbook(path)
  try {
    const { sha256, bytes } = await hashFile(path)
    return await readWorkbook(workbook, { file: basename(path), sha256, bytes }, options)
  } finally {
    workbook.close()
  }
}

/** Reads any file of results: a protocol is one batch, a workbook of ОГЭ or ЕГЭ one for each of its subjects. */
export async function readResults(path: string, options: ReadProtocolOptions): Promise<ProtocolBatch[]> {
  const workbook = await openWorkbook(path)
  try {
    const { sha256, bytes } = await hashFile(path)
    const source = { file: basename(path), sha256, bytes }
    if (!(await isExamWorkbook(workbook))) return [await readWorkbook(workbook, source, options)]
    return (await readExams(workbook, source, options)).map(({ batch }) => batch)
  } finally {
    workbook.close()
  }
}

/** The same from an opened workbook; tests give rows without a file. */
export async function readWorkbook(
  workbook: Pick<Workbook, 'sheetNames' | 'readSheet'>,
  source: BatchManifest['source'],
  options: ReadProtocolOptions,
): Promise<ProtocolBatch> {
  const reader = new ProtocolReader(source, basename(source.file, extname(source.file)), options)
  for (const name of workbook.sheetNames) {
    const sheet = reader.openSheet(name)
    const { cachedFormulas } = await workbook.readSheet(name, (row, cells) => sheet.read(row, cells))
    sheet.close(cachedFormulas)
  }
  const problems = reader.problems()
  if (problems.length > 0) throw new ProblemError(problems)
  for (const name of reader.skippedSheets()) reader.warnSkipped(name, await countRows(workbook, name))
  return reader.batch()
}

/** Filled rows of a sheet that nothing is taken from: what is wrong in it does not matter. */
async function countRows(workbook: Pick<Workbook, 'readSheet'>, name: string): Promise<number> {
  let rows = 0
  try {
    await workbook.readSheet(name, (_, cells) => {
      if (cells.some(cell => cell !== null && cell !== '')) rows++
      return undefined
    })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
  }
  return rows
}
