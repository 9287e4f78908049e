import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { readCsv, refuseNul } from '../../../documents/csv/index.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { readWorkbook } from '../read-workbook.ts'
import { RegistryReader } from '../registry-reader.ts'
import type { RegistryRow } from '../types.ts'

/** A registry of a country would not fill this; a bomb would. */
const LIMITS = { uncompressedBytes: 200 * 2 ** 20, rowsPerSheet: 100_000, columns: 1000 }

export interface RegistryFile {
  readonly name: string
  readonly sha256: string
  readonly rows: readonly RegistryRow[]
  /** Rows of the file, the unreadable ones among them. */
  readonly rowsRead: number
  readonly problems: readonly Problem[]
  readonly remarks: readonly Problem[]
}

/**
 * Reads an uploaded registry, xlsx or csv, told by its content. A file that cannot be opened is itself a problem of
 * the answer, so that every refusal is shown in the same table.
 *
 * @param path where the upload was put; `name` is what its sender called it.
 */
export async function readRegistryFile(path: string, name: string): Promise<RegistryFile> {
  const bytes = await readFile(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const reader = new RegistryReader(name)
  try {
    refuseNul(bytes)
    if (bytes.includes(0) || bytes.length === 0) await readWorkbook(path, reader, LIMITS)
    else readText(bytes, reader)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const problems = error.problems.map(problem => ({ ...problem, place: { ...problem.place, file: name } }))
    return { name, sha256, rows: [], rowsRead: reader.rowsRead(), problems, remarks: [] }
  }
  return {
    name,
    sha256,
    rows: reader.rows(),
    rowsRead: reader.rowsRead(),
    problems: reader.problems(),
    remarks: reader.remarks(),
  }
}

function readText(bytes: Uint8Array, reader: RegistryReader): void {
  reader.enterSheet('')
  let rows = 0
  for (const { line, fields } of readCsv(bytes, LIMITS.columns)) {
    if (++rows > LIMITS.rowsPerSheet)
      throw new ProblemError({ code: 'too-many-rows', params: { limit: LIMITS.rowsPerSheet } })
    if (reader.read(line, fields) === false) break
  }
  reader.leaveSheet()
}
