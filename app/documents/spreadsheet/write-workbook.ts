import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ProblemError } from '../../platform/problem.ts'
import { Fault, namingPlace } from './fault.ts'
import { safeSheetNames } from './sheet-names.ts'
import type { SheetToWrite, SheetWritten } from './types.ts'
import { sheetXml, workbookParts } from './workbook-xml.ts'
import { ZipWriter } from './write-zip.ts'

/**
 * Writes an xlsx workbook: each sheet with a bold, frozen header row, column widths and number formats; numbers as
 * numbers, text always as text. Rows are taken as they are needed, so a generator of any length costs no memory.
 * Sheet names are made acceptable (safeSheetNames). The file appears whole under its name or not at all. Throws a
 * ProblemError when the rows written are not as many as were selected, when a text or the rows do not fit the
 * format, and when the disk refuses; a RangeError for a number that is not finite.
 */
export async function writeWorkbook(
  path: string,
  sheets: readonly SheetToWrite[],
): Promise<readonly SheetWritten[]> {
  if (sheets.length === 0) throw new RangeError('A workbook needs a sheet')
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    return await namingPlace({ file: path }, async () => {
      const written = await writeParts(unfinished, sheets)
      await rename(unfinished, path)
      return written
    })
  } catch (error) {
    await rm(unfinished, { force: true })
    const { code, syscall } = error as NodeJS.ErrnoException
    if (!syscall || !code) throw error
    throw new ProblemError({ code: 'file-not-writable', params: { reason: code }, place: { file: path } })
  }
}

async function writeParts(path: string, sheets: readonly SheetToWrite[]): Promise<SheetWritten[]> {
  const names = safeSheetNames(sheets.map(({ name }) => name))
  const formats = [...new Set(sheets.flatMap(({ columns }) => columns.flatMap(({ format }) => format ?? [])))]
  const zip = await ZipWriter.create(path)
  try {
    for (const [name, xml] of workbookParts(names, formats)) await zip.add(name, [xml])
    const written: SheetWritten[] = []
    for (const [index, sheet] of sheets.entries()) {
      written.push(await writeSheet(zip, index + 1, names[index], sheet, formats))
    }
    await zip.finish()
    return written
  } finally {
    await zip.close()
  }
}

async function writeSheet(
  zip: ZipWriter,
  number: number,
  name: string,
  { columns, rows, selected }: SheetToWrite,
  formats: readonly string[],
): Promise<SheetWritten> {
  let count = 0
  const xml = sheetXml(columns, rows, formats, written => {
    count = written
  })
  try {
    await zip.add(`xl/worksheets/sheet${number}.xml`, xml)
  } catch (error) {
    if (error instanceof Fault) throw new Fault(error.code, error.params, { sheet: name, ...error.place })
    throw error
  }
  if (count !== selected) throw new Fault('export-rows-differ', { selected, written: count }, { sheet: name })
  return { name, rows: count }
}
