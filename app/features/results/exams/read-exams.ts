import { extname } from 'node:path'
import type { Workbook } from '../../../documents/spreadsheet/types.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { ReadProtocolOptions } from '../read-protocol.ts'
import { HEADER_ROWS } from '../recognise-layout.ts'
import type { BatchManifest } from '../types.ts'
import { recogniseExam } from './exam-columns.ts'
import { ExamReader } from './exam-reader.ts'
import type { ExamBatch } from './exam-set.ts'

type Sheets = Pick<Workbook, 'sheetNames' | 'readSheet'>

const PROGRESS_EVERY = 2_000
const NO_CODES = { ОГЭ: new Map<string, string>(), ЕГЭ: new Map<string, string>() }

/** Whether a workbook holds protocols of ОГЭ or ЕГЭ: some sheet has their header among its first rows. */
export async function isExamWorkbook(workbook: Sheets): Promise<boolean> {
  for (const name of workbook.sheetNames) {
    let rows = 0
    let found = false
    await workbook.readSheet(name, (_, cells) => {
      found = recogniseExam(cells) !== null
      return found || ++rows >= HEADER_ROWS ? false : undefined
    })
    if (found) return true
  }
  return false
}

/**
 * Reads a workbook of ОГЭ or ЕГЭ protocols (DOMAIN §3.6) into one batch per subject. Names, patronymics and documents
 * are looked past: nothing of these columns leaves its row, not even into a remark. Throws ProblemError with all
 * problems of the file at once.
 */
export async function readExams(
  workbook: Sheets,
  source: BatchManifest['source'],
  { specifications, assume = {}, examCodes = NO_CODES, onProgress }: Omit<ReadProtocolOptions, 'onRemark'>,
): Promise<ExamBatch[]> {
  const name = source.file.slice(0, source.file.length - extname(source.file).length)
  const reader = new ExamReader(examCodes, { name, subject: assume.subject, year: assume.year })
  let rows = 0
  for (const one of workbook.sheetNames) {
    const sheet = reader.openSheet(one)
    const { cachedFormulas } = await workbook.readSheet(one, (row, cells) => {
      if (++rows % PROGRESS_EVERY === 0) onProgress?.(rows)
      return sheet.read(row, cells)
    })
    sheet.close(cachedFormulas)
  }
  const { batches, problems } = reader.finish(source, specifications)
  if (problems.length > 0) throw new ProblemError(problems)
  return batches
}
