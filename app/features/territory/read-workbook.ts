import { openWorkbook } from '../../documents/spreadsheet/index.ts'
import type { RegistryReader } from './registry-reader.ts'

/** Takes every sheet of a workbook through the reader of registries. Throws ProblemError where it cannot be opened. */
export async function readWorkbook(
  path: string,
  reader: RegistryReader,
  limits?: Parameters<typeof openWorkbook>[1],
): Promise<void> {
  const workbook = await openWorkbook(path, limits)
  try {
    for (const sheet of workbook.sheetNames) {
      reader.enterSheet(sheet)
      await workbook.readSheet(sheet, (row, cells) => reader.read(row, cells))
      reader.leaveSheet()
    }
  } finally {
    workbook.close()
  }
}
