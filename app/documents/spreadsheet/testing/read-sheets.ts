import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkbook } from '../open-workbook.ts'
import type { Cell } from '../types.ts'

/** Every sheet of a workbook with its rows, for tests of what an export holds. */
export async function readSheets(bytes: Uint8Array): Promise<Readonly<Record<string, readonly Cell[][]>>> {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-sheets-'))
  try {
    const path = join(folder, 'workbook.xlsx')
    writeFileSync(path, bytes)
    const workbook = await openWorkbook(path)
    const sheets: Record<string, Cell[][]> = {}
    for (const name of workbook.sheetNames) {
      sheets[name] = []
      await workbook.readSheet(name, (_, cells) => {
        sheets[name].push([...cells])
        return undefined
      })
    }
    workbook.close()
    return sheets
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
