import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { createTestDatabase } from '../database/testing/index.ts'
import type { ProblemError } from '../problem.ts'
import { silentProgress } from '../progress.ts'
import { openSource, restoreBackup, writeBackup } from './backup/index.ts'
import { dataFolder } from './data-folder.ts'
import { fillInstallation, NOW, openInstallation, VERSION } from './testing/installation.ts'

const root = mkdtempSync(join(tmpdir(), 'objektiv-whose-'))
const at = (name: string) => join(root, name)
afterAll(() => rmSync(root, { recursive: true, force: true }))
const url = inject('postgresUrl')

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: ProblemError) => error.problems?.[0].code ?? error,
  )
const numberOf = (data: string) =>
  (JSON.parse(readFileSync(join(at(data), 'installation.json'), 'utf8')) as { id: string }).id
const sourceOf = (data: string, databaseUrl?: string) =>
  openSource({
    folder: dataFolder(at(data)),
    databaseUrl,
    env: {},
    programVersion: VERSION,
    now: NOW,
    purpose: 'doctor',
  })

/** How the plain login of a database is let in, and whose the database says it is. */
async function stateOf(address: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    const { rows } = await client.query(`
      select rolpassword as password, (select id from installation.identity) as owner
      from pg_authid where rolname = current_database() || '_app'`)
    return rows
  } finally {
    await client.end()
  }
}

describe.skipIf(url === null)('a database on a server', () => {
  it('is refused to a second data folder, and the first works on as if nothing had been tried', async () => {
    const address = await createTestDatabase(url ?? '')
    const first = await openInstallation(at('first'), address)
    const before = await stateOf(address)
    expect(before).toEqual([{ password: expect.any(String), owner: numberOf('first') }])
    expect(await codeOf(openInstallation(at('second'), address))).toBe('database-of-another')
    expect(await stateOf(address)).toEqual(before)
    expect(await codeOf(sourceOf('second', address))).toBe('database-of-another')
    await first.close()
    const again = await openInstallation(at('first'), address)
    const scope = { accountId: 'a', role: 'analyst', grantId: null, unitPath: '' }
    expect(await again.database.as(scope, async () => 'let in')).toBe('let in')
    await again.close()
  })

  it('is not touched by a restore that it is too full for', async () => {
    const address = await createTestDatabase(url ?? '')
    const installation = await openInstallation(at('kept'), address)
    const before = await stateOf(address)
    await installation.close()
    await backUp('kept', address)
    expect(await codeOf(restore('kept', 'other', address))).toBe('restore-database-not-empty')
    expect(await stateOf(address)).toEqual(before)
  })
})

describe('an installation', () => {
  it('that was restored has a number of its own, and so has its database; that of another is refused', async () => {
    const installation = await openInstallation(at('original'))
    await fillInstallation(installation)
    await installation.close()
    await backUp('original')
    await restore('original', 'copy')
    expect(numberOf('copy')).not.toBe(numberOf('original'))
    const copy = await openInstallation(at('copy'))
    const { rows } = await copy.database.ownerPool.query('select id from installation.identity')
    expect(rows).toEqual([{ id: numberOf('copy') }])
    await copy.close()
    copyFileSync(join(at('original'), 'installation.json'), join(at('copy'), 'installation.json'))
    expect(await codeOf(openInstallation(at('copy')))).toBe('database-of-another')
    expect(await codeOf(sourceOf('copy'))).toBe('database-of-another')
  })
})

async function backUp(data: string, databaseUrl?: string): Promise<void> {
  const source = await sourceOf(data, databaseUrl)
  await writeBackup(at(`${data}.tar`), source, { now: NOW, progress: silentProgress })
  await source.close()
}

function restore(from: string, data: string, databaseUrl?: string): Promise<unknown> {
  const given = { root: at(data), databaseUrl, env: {}, programVersion: VERSION, now: NOW }
  return restoreBackup(at(`${from}.tar`), { ...given, progress: silentProgress })
}
