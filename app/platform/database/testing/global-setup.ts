import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { snapshotOf } from '../embedded.ts'
import { migrate } from '../migrate.ts'
import { openServer } from '../server.ts'
import { postgresPrograms, startCluster } from './postgres-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with a freshly migrated embedded database. */
    embeddedSnapshot: string
    /** Address of a server with the freshly migrated database objektiv_template; null where there is none. */
    postgresUrl: string | null
  }
}

/** Makes, once for a whole run, a migrated database of each kind; every test then starts from a copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'objektiv-snapshot-'))
  const snapshot = await snapshotOf(async ({ owner }) => void (await migrate(owner)))
  const file = join(folder, 'embedded.tar')
  writeFileSync(file, Buffer.from(await snapshot.arrayBuffer()))
  project.provide('embeddedSnapshot', file)

  const programs = postgresPrograms()
  const cluster = programs ? await startCluster(programs, ['fsync=off', 'max_connections=200']) : null
  if (cluster) await makeTemplate(cluster.url)
  else console.warn('PostgreSQL is not installed: tests run on the embedded database alone')
  project.provide('postgresUrl', cluster?.url ?? null)

  return async () => {
    await cluster?.stop()
    if (existsSync(folder)) rmSync(folder, { recursive: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  const admin = new pg.Pool({ connectionString: url, max: 1 })
  await admin.query('create database objektiv_template')
  await admin.end()
  const pools = await openServer({ url: url.replace(/\/postgres$/, '/objektiv_template') })
  await migrate(pools.owner)
  await pools.close()
}
