import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it, vi } from 'vitest'
import { createTestDatabase } from '../app/platform/database/testing/index.ts'
import {
  type Acknowledged,
  askForBackup,
  CLASSES,
  loginsOf,
  nothingAcknowledged,
  runLoad,
  SCHOOLS_IN_FILE,
  signIn,
} from './kill9/load.ts'
import { killAll, prepareService } from './kill9/prepare-service.ts'
import { removeFolder } from './kill9/remove-folder.ts'
import { layDatabase } from './world/lay-database.ts'

/** Moments on each kind of database: twenty with the three on the way from a file to a reply (kill9-way.test.ts). */
const KILLS = Number(process.env.OBJEKTIV_TEST_KILLS ?? 17)
/** A minute on a quiet machine; one that runs other suites beside may be many times slower, ms. */
const TIMEOUT = 1_500_000
/** Of units; files, registries and people have one each. */
const WRITERS = 2
/** A backup is heavy work: one is asked for in every fifth process. */
const BACKUP_EVERY = 5
/** The longest time under load before the blow, ms. */
const LONGEST = 500

const root = mkdtempSync(join(tmpdir(), 'objektiv-kill9-'))
afterAll(async () => {
  killAll()
  await removeFolder(root)
})

interface Facts {
  readonly units: readonly {
    id: number
    name: string
    version: number
    created: number
    changed: number
    classes: number
    login: string | null
    withdrawn: boolean
  }[]
  readonly files: readonly { id: number; hash: string }[] | null
  readonly imports: readonly { id: number; file: string; state: 'checked' | 'committed' | 'undone' }[]
  readonly invitations: readonly {
    id: number
    accepted: boolean
    people: number
    passwords: number
    roles: number
    told: number
  }[]
  readonly jobs: readonly { id: number; state: string }[]
  readonly lonelyLines: number
}

/** Nothing acknowledged is lost, nothing half-done is seen. */
function checkFacts(facts: Facts, done: Acknowledged, folder: string): void {
  const units = new Map(facts.units.map(unit => [unit.id, unit]))
  for (const [id, name] of done.names) {
    // A rename that was under way when the blow fell may have been committed and not told.
    const unit = units.get(id)
    const renamed = name.replace('Школа', 'Гимназия')
    expect([name, renamed], `unit ${id}, acknowledged as «${name}»`).toContain(unit?.name)
  }
  for (const [id, { classes }] of done.schools) if (classes) expect(units.get(id)?.classes).toBe(CLASSES)
  for (const { id, name, version, created, changed, classes, login, withdrawn } of facts.units) {
    expect([0, CLASSES], `classes of unit ${id}`).toContain(classes)
    // A change and its line of the log are one: as many lines as edits.
    expect({ id, created, changed }).toEqual({ id, created: 1, changed: version - 1 })
    expect(version, name).toBe(name.startsWith('Гимназия') || (login !== null && withdrawn) ? 2 : 1)
  }
  checkImports(facts, done)
  checkPeople(facts, done)
  const jobs = new Map(facts.jobs.map(({ id, state }) => [id, state]))
  // Each is done or waits to be done; after three blows in a row it says that it was broken off.
  for (const id of done.jobs)
    expect(['queued', 'running', 'done', 'failed'], `job ${id}`).toContain(jobs.get(id))
  expect(facts.lonelyLines).toBe(0)
  const hashes = new Map((facts.files ?? []).map(({ id, hash }) => [id, hash]))
  for (const [id, text] of done.files)
    expect(hashes.get(id), `file ${id}`).toBe(createHash('sha256').update(text).digest('hex'))
  for (const hash of hashes.values())
    expect(existsSync(join(folder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash)), hash).toBe(true)
}

/** The schools of a registry are there all together, and gone all together when it was taken back. */
function checkImports({ imports, units }: Facts, done: Acknowledged): void {
  const states = new Map(imports.map(({ id, state }) => [id, state]))
  for (const [id, told] of done.imports)
    expect(told === 'undone' ? ['undone'] : ['committed', 'undone'], `import ${id}`).toContain(states.get(id))
  const byLogin = Map.groupBy(units, ({ login }) => login)
  for (const { id, file, state } of imports) {
    const schools = loginsOf(Number.parseInt(file, 10)).flatMap(login => byLogin.get(login) ?? [])
    const standing = schools.filter(({ withdrawn }) => !withdrawn).length
    expect({ id, schools: schools.length, standing }).toEqual({
      id,
      schools: state === 'checked' ? 0 : SCHOOLS_IN_FILE,
      standing: state === 'committed' ? SCHOOLS_IN_FILE : 0,
    })
  }
}

/** Who took an invitation up is a person with a password and a role, and the inviter was told; who did not is nobody. */
function checkPeople({ invitations }: Facts, done: Acknowledged): void {
  const byId = new Map(invitations.map(one => [one.id, one]))
  for (const id of done.invitations) expect(byId.get(id)?.accepted, `invitation ${id}`).toBe(true)
  for (const { id, accepted, ...parts } of invitations) {
    const n = accepted ? 1 : 0
    expect({ id, ...parts }).toEqual({ id, people: n, passwords: n, roles: n, told: n })
  }
}

const prepare = (folder: string, databaseUrl: string) =>
  prepareService<Facts>('service.ts', folder, databaseUrl)

async function strike(name: string, databaseUrl: string): Promise<void> {
  const folder = join(root, name)
  if (databaseUrl === '') await layDatabase(folder)
  const done = nothingAcknowledged()
  let cookie = ''
  let next = prepare(folder, databaseUrl)
  for (let blow = 0; blow < KILLS; blow++) {
    const service = await next.begin()
    next = prepare(folder, databaseUrl)
    if (blow > 0) checkFacts(await service.facts(), done, folder)
    cookie ||= await signIn(service.address)
    if (blow % BACKUP_EVERY === 1) await askForBackup(service.address, cookie, done)
    const before = progressOf(done)
    const load = runLoad(service.address, cookie, WRITERS, done)
    // A machine that is busy with other tests takes its time to warm up: in every third process all of the load has come.
    const wanted = blow % 3 === 0 ? Object.keys(before) : ['names']
    await vi.waitFor(
      () => {
        const after = progressOf(done)
        expect(wanted.every(kind => after[kind] > before[kind])).toBe(true)
      },
      { timeout: 60_000, interval: 5 },
    )
    await new Promise(resolve => setTimeout(resolve, Math.random() * LONGEST))
    await service.kill()
    for (const outcome of await load) expect(outcome.reason).not.toHaveProperty('refused')
  }
  const service = await next.begin()
  checkFacts(await service.facts(), done, folder)
  await service.kill()
  // The load was one: otherwise nothing was shown.
  expect(done.names.size).toBeGreaterThanOrEqual(KILLS)
  for (const count of Object.values(progressOf(done))) expect(count).toBeGreaterThanOrEqual(KILLS / 3)
  expect(done.jobs.size).toBeGreaterThan(0)
}

function progressOf({ names, files, imports, invitations }: Acknowledged): Record<string, number> {
  return {
    names: names.size,
    files: files.size,
    imports: imports.size,
    invitations: invitations.size,
  }
}

describe('kill -9 under load', () => {
  it.concurrent('loses nothing on the embedded database', () => strike('embedded', ''), TIMEOUT)

  const url = inject('postgresUrl')
  it.skipIf(url === null).concurrent(
    'loses nothing on a PostgreSQL server',
    async () => strike('server', await createTestDatabase(url ?? '', 'template0')),
    TIMEOUT,
  )
})
