import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it, vi } from 'vitest'
import { createTestDatabase } from '../app/platform/database/testing/index.ts'
import { type Acknowledged, CLASSES, nothingAcknowledged, runLoad, signIn } from './kill9/load.ts'
import { layDatabase } from './world/lay-database.ts'

/** Ten on each kind of database: twenty moments. */
const KILLS = 10
/** Half a minute on a quiet machine; one that runs other suites beside may be many times slower, ms. */
const TIMEOUT = 400_000
const WRITERS = 4
/** The longest time under load before the blow, ms. */
const LONGEST = 500

const root = mkdtempSync(join(tmpdir(), 'objektiv-kill9-'))
const alive = new Set<ChildProcess>()
afterAll(() => {
  for (const child of alive) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

interface Facts {
  readonly units: readonly {
    id: number
    name: string
    version: number
    created: number
    changed: number
    classes: number
  }[]
  readonly files: readonly { id: number; hash: string }[] | null
  readonly lonelyLines: number
}

interface Service {
  readonly child: ChildProcess
  readonly address: string
  facts(): Promise<Facts>
  kill(): Promise<void>
}

async function start(folder: string, databaseUrl: string): Promise<Service> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'kill9/service.ts'), folder, databaseUrl],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  alive.add(child)
  const told = () =>
    new Promise<{ address: string; facts: Facts }>((resolve, reject) => {
      child.once('message', message => resolve(message as never))
      child.once('exit', () => reject(new Error('the service ended by itself')))
    })
  const { address } = await told()
  return {
    child,
    address,
    async facts() {
      const answer = told()
      child.send('facts')
      return (await answer).facts
    },
    async kill() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      alive.delete(child)
    },
  }
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
  for (const { id, name, version, created, changed, classes } of facts.units) {
    expect([0, CLASSES], `classes of unit ${id}`).toContain(classes)
    // A change and its line of the log are one: as many lines as edits.
    expect({ id, created, changed }).toEqual({ id, created: 1, changed: version - 1 })
    expect(version, name).toBe(name.startsWith('Гимназия') ? 2 : 1)
  }
  expect(facts.lonelyLines).toBe(0)
  const hashes = new Map((facts.files ?? []).map(({ id, hash }) => [id, hash]))
  for (const [id, text] of done.files)
    expect(hashes.get(id), `file ${id}`).toBe(createHash('sha256').update(text).digest('hex'))
  for (const hash of hashes.values())
    expect(existsSync(join(folder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash)), hash).toBe(true)
}

async function strike(name: string, databaseUrl: string): Promise<void> {
  const folder = join(root, name)
  if (databaseUrl === '') await layDatabase(folder)
  const done = nothingAcknowledged()
  let cookie = ''
  for (let blow = 0; blow < KILLS; blow++) {
    const service = await start(folder, databaseUrl)
    if (blow > 0) checkFacts(await service.facts(), done, folder)
    cookie ||= await signIn(service.address)
    const load = runLoad(service.address, cookie, WRITERS, done)
    // A machine that is busy with other tests takes its time to warm up; the first file of a process most of all.
    const [units, files] = [done.names.size, done.files.size]
    const alsoFiles = blow % 3 === 0
    await vi.waitFor(
      () => expect(done.names.size > units && (!alsoFiles || done.files.size > files)).toBe(true),
      { timeout: 30_000, interval: 5 },
    )
    await new Promise(resolve => setTimeout(resolve, Math.random() * LONGEST))
    await service.kill()
    for (const outcome of await load) expect(outcome.reason).not.toHaveProperty('refused')
  }
  const service = await start(folder, databaseUrl)
  checkFacts(await service.facts(), done, folder)
  await service.kill()
  // The load was one: otherwise nothing was shown.
  expect(done.names.size).toBeGreaterThanOrEqual(KILLS)
  expect(done.files.size).toBeGreaterThanOrEqual(KILLS / 3)
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
