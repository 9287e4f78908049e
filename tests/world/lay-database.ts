import { readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { inject } from 'vitest'
import { openEmbedded } from '../../app/platform/database/embedded.ts'
import { createTestDatabase } from '../../app/platform/database/testing/index.ts'
import { takeDataFolder } from '../../app/platform/operation/index.ts'

export type DatabaseKind = 'embedded' | 'postgres'

/** What a service starts on: a data folder, and the address of its database where that is not in the folder. */
export interface Installation {
  readonly folder: string
  readonly databaseUrl?: string
}

/** An installation with nothing in it but the root unit. */
export async function layInstallation(folder: string, kind: DatabaseKind): Promise<Installation> {
  if (kind === 'postgres') return { folder, databaseUrl: await createTestDatabase(postgresUrl()) }
  await layDatabase(folder)
  return { folder }
}

/** The same installation once more: its folder, and a copy of its database. Nobody may be working on the first. */
export async function copyInstallation(from: Installation, folder: string): Promise<Installation> {
  await cp(from.folder, folder, { recursive: true })
  if (from.databaseUrl === undefined) return { folder }
  const template = new URL(from.databaseUrl).pathname.slice(1)
  return { folder, databaseUrl: await createTestDatabase(postgresUrl(), template) }
}

/**
 * Makes a data folder with a database in it, empty but for the root unit. A new embedded database takes seconds; a copy
 * of the one that the run has made already does not.
 */
export async function layDatabase(root: string): Promise<void> {
  const { folder, lock } = await takeDataFolder(root)
  const pools = await openEmbedded(folder.database, new Blob([readFileSync(inject('embeddedSnapshot'))]))
  await pools.close()
  lock.release()
}

function postgresUrl(): string {
  const url = inject('postgresUrl')
  if (url === null) throw new Error('PostgreSQL is not installed')
  return url
}
