import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it, vi } from 'vitest'
import { createTestDatabase } from '../app/platform/database/testing/index.ts'
import { killAll, prepareService } from './kill9/prepare-service.ts'
import { removeFolder } from './kill9/remove-folder.ts'
import { type WayDone, WORKS, walkTheWay } from './kill9/way-load.ts'
import { layDatabase } from './world/lay-database.ts'

/** Moments on each kind of database: they are three of the twenty (kill9.test.ts). */
const KILLS = Number(process.env.OBJEKTIV_TEST_WAY_KILLS ?? 3)
/** Seconds on a quiet machine; one that runs other suites beside may be many times slower, ms. */
const TIMEOUT = 900_000
/** The longest time after the load has come before the blow, ms. */
const LONGEST = 900

const root = mkdtempSync(join(tmpdir(), 'objektiv-kill9-way-'))
afterAll(async () => {
  killAll()
  await removeFolder(root)
})

interface Facts {
  readonly batches: readonly {
    readonly id: number
    readonly state: string
    readonly works: number | null
    readonly schools: number | null
    readonly storeId: string | null
    readonly reason: string | null
    /** Schools of the batch as «Кто сдал» knows them. */
    readonly rows: number
  }[]
  readonly runs: readonly {
    readonly id: number
    readonly state: string
    readonly summarised: boolean
    readonly sets: number
    readonly schools: number
    readonly rows: number
    readonly signals: number
    readonly evidence: number
  }[]
  readonly signal: Readonly<Record<string, number | string>>
}

const READ = ['checked', 'accepted', 'undone']
const GOING = ['waiting', 'reading', 'queued', 'running']

/** What was told is done, and whatever stands there stands whole. */
function checkFacts({ batches, runs, signal }: Facts, done: WayDone, folder: string): void {
  const states = new Map(batches.map(({ id, state }) => [id, state]))
  for (const [id, told] of done.batches) {
    // The next step may have been done and not told.
    const allowed = {
      sent: [...GOING, 'checked', 'accepted', 'undone'],
      accepted: ['accepted', 'undone'],
      undone: ['undone'],
    }
    expect(allowed[told], `batch ${id}, told to be ${told}`).toContain(states.get(id))
  }
  for (const { id, state, works, schools, rows, storeId, reason } of batches) {
    const n = READ.includes(state) ? WORKS : 0
    expect({ id, works: works ?? 0, schools: schools ?? 0, rows }).toEqual({
      id,
      works: n,
      schools: n,
      // «Кто сдал» does not count what was taken back.
      rows: state === 'undone' ? 0 : n,
    })
    expect(reason !== null, `batch ${id}`).toBe(state === 'undone')
    if (n > 0)
      for (const name of ['works.parquet', 'manifest.json'])
        expect(existsSync(join(folder, 'batches', storeId ?? '', name)), `${name} of batch ${id}`).toBe(true)
  }
  const known = new Set(runs.map(({ id }) => id))
  for (const id of done.runs) expect(known.has(id), `run ${id}`).toBe(true)
  for (const { id, state, summarised, sets, schools, rows, signals, evidence } of runs) {
    const whole = state === 'done'
    expect({ id, sets, schools, rows }).toEqual({
      id,
      ...(whole ? { sets: 1, schools: WORKS, rows: WORKS } : { sets: 0, schools: 0, rows: 0 }),
    })
    expect({ id, summarised, evidence }).toEqual({ id, summarised: whole, evidence: signals })
    if (!whole) expect(signals).toBe(0)
  }
  expect(signal.version).toBeGreaterThanOrEqual(done.signal)
  expect(signal).toMatchObject({
    last: signal.state,
    version: 1 + Number(signal.steps),
    files: signal.replies,
    told: signal.replies,
    logged: signal.replies,
  })
}

async function strike(name: string, databaseUrl: string): Promise<void> {
  const folder = join(root, name)
  if (databaseUrl === '') await layDatabase(folder)
  const prepare = () => prepareService<Facts>('way-service.ts', folder, databaseUrl)
  const done: WayDone = { batches: new Map(), runs: new Set(), files: 0, signal: 0, refusals: [] }
  let next = prepare()
  for (let blow = 0; blow < KILLS; blow++) {
    const service = await next.begin()
    next = prepare()
    if (blow > 0) checkFacts(await service.facts(), done, folder)
    const before = progressOf(done)
    const load = walkTheWay(service.address, done)
    // Every second blow falls when all kinds of work have come, the others while the first file is on its way.
    const wanted = blow % 2 === 1 ? Object.keys(before) : ['files', 'steps']
    await vi.waitFor(
      () => {
        expect(done.refusals).toEqual([])
        const after = progressOf(done)
        expect(wanted.filter(kind => after[kind] === before[kind])).toEqual([])
      },
      { timeout: 250_000, interval: 5 },
    )
    await new Promise(resolve => setTimeout(resolve, Math.random() * LONGEST))
    await service.kill()
    await load
    expect(done.refusals).toEqual([])
  }
  const service = await next.begin()
  checkFacts(await service.facts(), done, folder)
  // What was going on is taken up again, and comes to an end.
  const facts = await vi.waitFor(
    async () => {
      const found = await service.facts()
      const states = [...found.batches, ...found.runs].map(({ state }) => state)
      expect(states.filter(state => GOING.includes(state))).toEqual([])
      return found
    },
    { timeout: 200_000, interval: 100 },
  )
  checkFacts(facts, done, folder)
  await service.kill()
  // The load was one: otherwise nothing was shown.
  for (const [kind, count] of Object.entries(progressOf(done)))
    expect(count, kind).toBeGreaterThanOrEqual(Math.floor(KILLS / 2))
}

/** What was told of each kind of work. */
function progressOf({ batches, runs, signal }: WayDone): Record<string, number> {
  const told = [...batches.values()]
  return {
    files: told.length,
    steps: signal,
    runs: runs.size,
    undone: told.filter(state => state === 'undone').length,
  }
}

describe('kill -9 on the way from a file to a reply', () => {
  it.concurrent('leaves nothing half on the embedded database', () => strike('embedded', ''), TIMEOUT)

  const url = inject('postgresUrl')
  it.skipIf(url === null).concurrent(
    'leaves nothing half on a PostgreSQL server',
    async () => strike('server', await createTestDatabase(url ?? '', 'template0')),
    TIMEOUT,
  )
})
