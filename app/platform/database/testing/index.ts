import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, inject } from 'vitest'
import { oncePerRun } from '../../testing/once-per-run.ts'
import { type Database, databaseOver } from '../database.ts'
import { openEmbedded, snapshotOf } from '../embedded.ts'
import { openServer } from '../server.ts'

/** Opens a fresh, migrated database with nothing but the root unit. */
export interface OpenDatabase {
  (): Promise<Database>
  /** Opens a fresh copy of a database that was filled once for the whole run, with what its filling said. */
  filled<T>(filling: Filling<T>): Promise<{ readonly database: Database; readonly said: T }>
}

/** What a database is filled with beforehand. */
export interface Filling<T> {
  readonly name: string
  fill(database: Database): Promise<T>
}

/**
 * Runs the same tests on the embedded database and on a PostgreSQL server (skipped, in words, where none is
 * installed). What `open` has opened is closed after the tests.
 */
export function forEachDatabase(name: string, body: (open: OpenDatabase) => void): void {
  describe(`${name} · embedded`, () => body(closingAfterwards(embedded)))
  const url = inject('postgresUrl')
  describe.skipIf(url === null)(`${name} · PostgreSQL server`, () =>
    body(closingAfterwards(onServer(url ?? ''))),
  )
}

/** For tests that look at something else than the database: the embedded one, closed after the tests. */
export function onEmbedded(): OpenDatabase {
  return closingAfterwards(embedded)
}

function closingAfterwards(open: OpenDatabase): OpenDatabase {
  const opened: Database[] = []
  afterAll(async () => {
    for (const database of opened) await database.close()
  })
  const kept = (database: Database): Database => {
    opened.push(database)
    return database
  }
  return Object.assign(async () => kept(await open()), {
    async filled<T>(filling: Filling<T>) {
      const { database, said } = await open.filled(filling)
      return { database: kept(database), said }
    },
  })
}

/** A fresh embedded database in memory. */
export async function openTestEmbedded(): Promise<Database> {
  return openCopy(inject('embeddedSnapshot'))
}

async function openCopy(snapshot: string): Promise<Database> {
  return databaseOver(await openEmbedded(undefined, new Blob([readFileSync(snapshot)])))
}

const embedded: OpenDatabase = Object.assign(openTestEmbedded, {
  async filled<T>({ name, fill }: Filling<T>) {
    const snapshot = join(inject('sharedFolder'), `${name}.tar`)
    const said = await oncePerRun(`${name}, embedded`, async () => {
      const answer = Promise.withResolvers<T>()
      const from = new Blob([readFileSync(inject('embeddedSnapshot'))])
      const filled = await snapshotOf(async pools => answer.resolve(await fill(databaseOver(pools))), from)
      writeFileSync(snapshot, Buffer.from(await filled.arrayBuffer()))
      return answer.promise
    })
    return { database: await openCopy(snapshot), said }
  },
})

function onServer(url: string): OpenDatabase {
  const open = async (template?: string) =>
    databaseOver(await openServer({ url: await createTestDatabase(url, template) }))
  return Object.assign(() => open(), {
    async filled<T>({ name, fill }: Filling<T>) {
      const { template, said } = await oncePerRun(`${name}, server`, async () => {
        const made = await createTestDatabase(url)
        const database = databaseOver(await openServer({ url: made }))
        try {
          return { template: new URL(made).pathname.slice(1), said: await fill(database) }
        } finally {
          // A database that somebody is connected to cannot be copied.
          await database.close()
        }
      })
      return { database: await open(template), said }
    },
  })
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
