import { rm } from 'node:fs/promises'
import type { Database } from '../database/index.ts'
import { type ControlSocket, openControlSocket } from './control-socket.ts'
import type { DataFolder } from './data-folder.ts'
import type { RemovalHold } from './removal-hold.ts'
import { snapshotEmbedded } from './snapshot-embedded.ts'

/**
 * What commands may ask of the running service: `status`, and `snapshot` before a backup. A snapshot and the hold on
 * removals last until the command hangs up, or is killed; closing waits until no copy is left.
 */
export async function openServiceControl(
  folder: DataFolder,
  {
    database,
    removals,
    programVersion,
  }: { database: Database; removals: RemovalHold; programVersion: string },
): Promise<ControlSocket> {
  const discards = new Set<Promise<void>>()
  const socket = await openControlSocket(folder, {
    status: async () => ({ programVersion, kind: database.kind, pid: process.pid }),
    async snapshot({ gone }) {
      const release = removals.hold()
      gone.addEventListener('abort', release)
      if (database.kind === 'server') return { database: '' }
      const copy = await snapshotEmbedded(database, folder)
      const discard = () => {
        const removed = rm(copy, { recursive: true, force: true })
          .catch(() => {})
          .finally(() => discards.delete(removed))
        discards.add(removed)
      }
      if (gone.aborted) discard()
      else gone.addEventListener('abort', discard)
      return { database: copy }
    },
  })
  return {
    ...socket,
    async close() {
      await socket.close()
      await Promise.all(discards)
    },
  }
}
