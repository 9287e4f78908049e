import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ProblemError } from '../../platform/problem.ts'
import { examCodes } from './exam-codes.ts'
import { readWorkbook } from './read-workbook.ts'
import { RegistryReader } from './registry-reader.ts'
import type { Registry } from './types.ts'

/**
 * Reads a registry of schools from a spreadsheet. The header may stand in any of the first 20 rows, columns in any
 * order. Throws ProblemError with every fault at once: no column of logins, a login that is not one, the same
 * digits twice.
 */
export async function readRegistry(path: string): Promise<Registry> {
  const file = basename(path)
  const reader = new RegistryReader(file)
  await readWorkbook(path, reader)
  const problems = reader.problems()
  if (problems.length > 0) throw new ProblemError(problems)
  const schools = reader.schools()
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
  return {
    file,
    sha256,
    schools,
    byKey: new Map(schools.map(school => [school.key, school])),
    examCodes: examCodes(reader.rows()),
  }
}
