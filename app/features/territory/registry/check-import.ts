import type { Tx } from '../../../platform/database/index.ts'
import type { LocalDate } from '../tables.ts'
import { planImport } from './plan-import.ts'
import type { RegistryFile } from './read-registry-file.ts'
import { takeSnapshot } from './territory-snapshot.ts'

/** Compares a registry file with the territory and keeps what was found as a checked import. Returns its id. */
export async function checkImport(
  tx: Tx,
  file: RegistryFile,
  { accountId, today }: { readonly accountId: string; readonly today: LocalDate },
): Promise<number> {
  const territory = await takeSnapshot(tx)
  const { plan, problems, remarks } = planImport(file.rows, territory, today)
  const inFile = (problem: (typeof problems)[number]) => ({
    ...problem,
    place: { file: file.name, ...problem.place },
  })
  const { id } = await tx
    .insertInto('registry_import')
    .values({
      unit_id: territory.root.id,
      file_name: file.name,
      sha256: file.sha256,
      checked_by: accountId,
      problems: JSON.stringify([...file.problems, ...problems.map(inFile)]),
      remarks: JSON.stringify([...file.remarks, ...remarks.map(inFile)]),
      // The person counts the rows of their file, and not only those that could be read.
      plan: JSON.stringify({ ...plan, rows: file.rowsRead }),
      committed_at: null,
      undone_at: null,
      done: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
