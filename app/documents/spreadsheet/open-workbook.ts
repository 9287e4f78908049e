import { type FileHandle, open, stat } from 'node:fs/promises'
import { ProblemError } from '../../platform/problem.ts'
import { Fault, namingPlace } from './fault.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { SheetReader } from './read-sheet.ts'
import { recogniseFile } from './recognise-file.ts'
import { readSharedTexts } from './shared-texts.ts'
import type { OnRow, SheetSummary, SpreadsheetLimits, Workbook } from './types.ts'
import { findWorkbookParts, inPart, type WorkbookParts } from './workbook-parts.ts'
import { openZipArchive, type ZipArchive } from './zip-archive.ts'

/**
 * Opens an xlsx workbook for reading sheet by sheet. Whatever the file can do wrong (not a spreadsheet, damaged,
 * encrypted, hostile) leaves here and readSheet as a ProblemError whose place names the file as `path` spells it.
 * The file stays open until close().
 */
export async function openWorkbook(path: string, limits: Partial<SpreadsheetLimits> = {}): Promise<Workbook> {
  const all = { ...DEFAULT_LIMITS, ...limits }
  return namingPlace({ file: path }, async () => {
    await refuseOtherFiles(path)
    const archive = await openZipArchive(path, all.uncompressedBytes)
    try {
      return workbookOf(path, archive, await findWorkbookParts(archive), all)
    } catch (error) {
      archive.close()
      throw error
    }
  })
}

async function refuseOtherFiles(path: string): Promise<void> {
  let file: FileHandle | undefined
  try {
    // Asked before opening: to open a pipe would be to wait for whoever writes into it.
    if (!(await stat(path)).isFile()) throw new Fault('file-is-folder')
    file = await open(path, 'r')
    const kind = await recogniseFile(file)
    if (kind === 'empty') throw new Fault('file-empty')
    if (kind === 'encrypted') throw new Fault('file-encrypted')
    if (kind !== 'zip') throw new Fault('not-a-spreadsheet', { kind })
  } catch (error) {
    if (error instanceof Fault) throw error
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Fault('file-missing')
    throw new Fault('file-unreadable', { reason: code })
  } finally {
    await file?.close()
  }
}

function workbookOf(
  path: string,
  archive: ZipArchive,
  parts: WorkbookParts,
  limits: SpreadsheetLimits,
): Workbook {
  let shared: Promise<readonly string[]> | undefined
  const sharedTexts = () => {
    const part = parts.sharedStrings
    shared ??= part ? inPart(part, () => readSharedTexts(archive.read(part), limits)) : Promise.resolve([])
    return shared
  }

  async function readSheet(name: string, onRow: OnRow): Promise<SheetSummary> {
    const sheet = parts.sheets.find(candidate => candidate.name === name)
    if (!sheet) throw new RangeError(`The workbook has no sheet «${name}»`)
    const place = { file: path, sheet: name }
    const texts = await namingPlace({ file: path }, sharedTexts)
    const reader = new SheetReader(limits, texts, onRow)
    await namingPlace(place, () => inPart(sheet.part, () => reader.read(archive.read(sheet.part))))
    const problems = reader.finished ? [] : reader.formulaProblems(place)
    if (problems.length > 0) throw new ProblemError(problems)
    const { rows, cachedFormulas, merged } = reader
    return { rows, cachedFormulas, ...(merged.length > 0 ? { merged } : {}) }
  }

  return {
    path,
    sheetNames: parts.sheets.map(({ name }) => name),
    readSheet,
    close: () => archive.close(),
  }
}
