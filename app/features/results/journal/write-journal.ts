import { mkdir, rm } from 'node:fs/promises'
import { UINTEGER, UTINYINT, VARCHAR } from '@duckdb/node-api'
import { withDuckDb } from '../store/duckdb.ts'
import { batchFolder, journalPath, remarksPath, writeManifest } from '../store/manifest.ts'
import type { Store } from '../store/open-store.ts'
import { commitFile, temporaryName } from '../store/write-durably.ts'
import { writeColumns } from '../store/write-parquet.ts'
import type { RemarkWriter } from '../store/write-remarks.ts'
import type { JournalBatch, JournalManifest } from './types.ts'

/** Writes the folder of an attachment, the manifest last; what an attempt before left is written over. */
export async function writeJournal(
  store: Store,
  { columns }: JournalBatch,
  manifest: JournalManifest,
  remarks: RemarkWriter,
): Promise<void> {
  const folder = batchFolder(store, manifest.id)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    const marks = journalPath(store, manifest.id)
    await withDuckDb(connection =>
      writeColumns(
        connection,
        temporaryName(marks),
        [
          { name: 'school', type: UINTEGER, values: columns.school },
          { name: 'code', type: VARCHAR, textOf: row => columns.code[row] },
          { name: 'mark', type: UTINYINT, values: columns.mark },
          { name: 'row', type: UINTEGER, values: columns.row },
        ],
        columns.count,
        'school, code',
      ),
    )
    await commitFile(marks)
    const path = remarksPath(store, manifest.id)
    await remarks.save(temporaryName(path))
    await commitFile(path)
    await writeManifest(store, manifest)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
