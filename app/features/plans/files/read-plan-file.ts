import { open, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { readCsv } from '../../../documents/csv/index.ts'
import { recogniseFile } from '../../../documents/spreadsheet/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { cell, type SourceDocument } from '../reading/document.ts'
import type { MeasureSource } from '../reading/draft.ts'
import type { RecognisedPlan } from '../reading/plan.ts'
import { type PlanOptions, readPlan } from '../reading/read-plan.ts'
import { textToDocument } from '../reading/text-to-document.ts'
import { readPdf } from './read-pdf.ts'
import { readWord } from './read-word.ts'
import { readWorkbook } from './read-workbook.ts'

/** Plans are words: a text beyond this is something else. */
const MOST_TEXT = 20 * 2 ** 20

/**
 * Recognises the plan in a file: Word (.docx), a PDF with a layer of text, a workbook (.xlsx), text with tabs, pipes or columns
 * of spaces, CSV. Throws a ProblemError that names the file where it is none of these, or holds no plan.
 */
export async function readPlanFile(path: string, options: PlanOptions = {}): Promise<RecognisedPlan> {
  return (await readPlanWithOriginal(path, options)).plan
}

/** A plan beside the document it was recognised in. */
export interface ReadPlan {
  readonly plan: RecognisedPlan
  readonly document: SourceDocument
  readonly sources: readonly (MeasureSource | null)[]
  /** Points of the document that became no measures. */
  readonly leftOut: readonly string[]
}

/** The same, with the document. `name` is what people call the file; its ending tells how to read it. */
export async function readPlanWithOriginal(
  path: string,
  options: PlanOptions = {},
  name = path,
): Promise<ReadPlan> {
  return recognise(await openDocument(path, name), options, name)
}

/** The plan in pasted text; `name` stands for the file in what is said of it. */
export function readPlanText(text: string, options: PlanOptions, name: string): ReadPlan {
  return recognise(textToDocument(text), options, name)
}

function recognise(document: SourceDocument, options: PlanOptions, file: string): ReadPlan {
  const reading = readPlan(document, options)
  if ('fault' in reading) throw new ProblemError({ code: reading.fault, place: { file } })
  return { ...reading, document }
}

async function openDocument(path: string, name: string): Promise<SourceDocument> {
  const kind = await kindOf(path)
  const refuse = (code: string, params = {}) => new ProblemError({ code, params, place: { file: path } })
  const extension = extname(name).toLowerCase()
  switch (kind) {
    case 'empty':
      throw refuse('file-empty')
    case 'encrypted':
      throw refuse('plan-encrypted')
    case 'document':
      throw refuse('plan-word-old')
    case 'xls':
      throw refuse('plan-file-kind', { kind })
    case 'pdf':
      return readPdf(await readFile(path), path)
    case 'zip':
      if (/^\.(?:docm|dotm|xlsm)$/.test(extension)) throw refuse('plan-word-macros')
      return readArchive(path, extension)
    case 'html':
    case 'xml':
      throw refuse('plan-file-kind', { kind })
    default:
      return readText(await readFile(path), path, extension)
  }
}

/** What is inside goes before the ending of the name: a workbook may have been sent as «.docx», or the other way round. */
async function readArchive(path: string, extension: string): Promise<SourceDocument> {
  const bytes = await readFile(path)
  // Names of parts stand in an archive as they are.
  const [word, workbook] = ['word/document.xml', 'xl/workbook.xml'].map(part => bytes.includes(part))
  const named = extension === '.xlsx' || extension === '.xltx'
  return (word === workbook ? named : workbook) ? readWorkbook(path) : readWord(bytes, path)
}

async function kindOf(path: string) {
  try {
    const handle = await open(path, 'r')
    try {
      if (!(await handle.stat()).isFile())
        throw new ProblemError({ code: 'file-is-folder', place: { file: path } })
      return await recogniseFile(handle)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new ProblemError({ code: 'file-missing', place: { file: path } })
    if (code === 'EISDIR') throw new ProblemError({ code: 'file-is-folder', place: { file: path } })
    throw new ProblemError({ code: 'file-unreadable', params: { reason: code }, place: { file: path } })
  }
}

function readText(bytes: Uint8Array, file: string, extension: string): SourceDocument {
  if (bytes.length > MOST_TEXT)
    throw new ProblemError({
      code: 'archive-too-large',
      params: { megabytes: MOST_TEXT / 2 ** 20 },
      place: { file },
    })
  const text = decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  if (/[\u0000-\u0008\u000E-\u001F]/.test(text.slice(0, 4096)))
    throw new ProblemError({ code: 'plan-file-kind', params: { kind: 'other' }, place: { file } })
  if (extension === '.csv') {
    const rows = [...readCsv(bytes)].map(({ fields }) => fields.map(field => cell(field)))
    return { blocks: [{ type: 'table', rows, merges: false }] }
  }
  return textToDocument(text)
}

/** UTF-8 or UTF-16 by their marks, else UTF-8 where the bytes are it, else the encoding of Russian Windows. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
