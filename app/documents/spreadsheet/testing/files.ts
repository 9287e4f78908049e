import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { openWorkbook } from '../open-workbook.ts'
import type { Cell, SheetSummary, SpreadsheetLimits } from '../types.ts'

export interface TemporaryFolder {
  readonly path: string
  /** Saves bytes under a name and returns the path. */
  save(bytes: string | Uint8Array, name?: string): string
  remove(): void
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'spreadsheet-'))
  return {
    path,
    save(bytes, name = 'file.xlsx') {
      const file = join(path, name)
      writeFileSync(file, bytes)
      return file
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

export interface ReadSheet extends SheetSummary {
  readonly name: string
  readonly cells: readonly (readonly [row: number, cells: readonly Cell[]])[]
}

/** Reads every sheet of a file into memory. */
export async function readAll(path: string, limits?: Partial<SpreadsheetLimits>): Promise<ReadSheet[]> {
  const workbook = await openWorkbook(path, limits)
  try {
    const sheets: ReadSheet[] = []
    for (const name of workbook.sheetNames) {
      const cells: [number, readonly Cell[]][] = []
      const summary = await workbook.readSheet(name, (row, values) => {
        cells.push([row, values])
        return undefined
      })
      sheets.push({ name, cells, ...summary })
    }
    return sheets
  } finally {
    workbook.close()
  }
}

/** The problems a step ends with; fails when it ends well or with another error. */
export async function problemsOf(step: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await step
  } catch (error) {
    if (error instanceof ProblemError) return error.problems
    throw error
  }
  throw new Error('No problem was reported')
}

/** Files that this process holds open, after those being closed are; none where the system does not tell. */
export async function openFiles(): Promise<string[]> {
  const list = '/proc/self/fd'
  if (!existsSync(list)) return []
  await setTimeout(50)
  return readdirSync(list).flatMap(fd => {
    try {
      return readlinkSync(join(list, fd))
    } catch {
      return []
    }
  })
}
