import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, describe, inject } from 'vitest'
import { type Database, databaseOver } from '../database.ts'
import { openEmbedded } from '../embedded.ts'
import { openServer } from '../server.ts'

export type OpenDatabase = () => Promise<Database>

/**
 * Runs the same tests on the embedded database and on a PostgreSQL server (skipped, in words, where none is
 * installed). `open` gives a fresh, migrated database with nothing but the root unit; it is closed after the tests.
 */
export function forEachDatabase(name: string, body: (open: OpenDatabase) => void): void {
  describe(`${name} · embedded`, () => body(closingAfterwards(openTestEmbedded)))
  const url = inject('postgresUrl')
  describe.skipIf(url === null)(`${name} · PostgreSQL server`, () =>
    body(closingAfterwards(() => openTestServer(url ?? ''))),
  )
}

function closingAfterwards(open: () => Promise<Database>): OpenDatabase {
  const opened: Database[] = []
  afterAll(async () => {
    for (const database of opened) await database.close()
  })
  return async () => {
    const database = await open()
    opened.push(database)
    return database
  }
}

/** A fresh embedded database in memory. */
export async function openTestEmbedded(): Promise<Database> {
  const snapshot = new Blob([readFileSync(inject('embeddedSnapshot'))])
  return databaseOver(await openEmbedded(undefined, snapshot))
}

async function openTestServer(url: string): Promise<Database> {
  return databaseOver(await openServer({ url: await createTestDatabase(url) }))
}

/**
 * A fresh database on the test server; the address of its owner. Migrated, unless another template is named
 * ('template0' has nothing).
 */
export async function createTestDatabase(url: string, template = 'objektiv_template'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Pool({ connectionString: url, max: 1 })
  // Copies of one template wait for each other.
  await admin.query('select pg_advisory_lock(1)')
  await admin.query(`create database ${name} template ${template}`)
  await admin.end()
  return url.replace(/\/postgres$/, `/${name}`)
}
