import { randomBytes } from 'node:crypto'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../database/index.ts'
import type { DataFolder } from './data-folder.ts'

/**
 * Copies the folder of the open embedded database, so that a backup can read the copy at leisure. The database has one
 * connection and no processes of its own: while it is held here nothing is written, and the copy is what the database
 * would find after a restart. People wait for as long as the copying takes (1 GB: a second or two).
 */
export async function snapshotEmbedded(database: Database, folder: DataFolder): Promise<string> {
  const copy = join(folder.run, `snapshot-${randomBytes(6).toString('hex')}`)
  const connection = await database.ownerPool.connect()
  try {
    await connection.query('checkpoint')
    await cp(folder.database, copy, { recursive: true })
    return copy
  } catch (error) {
    await rm(copy, { recursive: true, force: true })
    throw error
  } finally {
    connection.release()
  }
}
