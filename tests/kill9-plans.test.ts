import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it, vi } from 'vitest'
import { createTestDatabase } from '../app/platform/database/testing/index.ts'
import { IMPORTED, MUNICIPALITIES, type PlansDone, SENT, workOnPlans } from './kill9/plans-load.ts'
import { killAll, prepareService } from './kill9/prepare-service.ts'
import { removeFolder } from './kill9/remove-folder.ts'
import { layDatabase } from './world/lay-database.ts'

/** Moments on each kind of database. */
const KILLS = Number(process.env.OBJEKTIV_TEST_PLANS_KILLS ?? 3)
/** Seconds on a quiet machine; one that runs other suites beside may be many times slower, ms. */
const TIMEOUT = 900_000
/** The longest time before the blow while a sending is at work, ms. */
const LONGEST = 300

const root = mkdtempSync(join(tmpdir(), 'objektiv-kill9-plans-'))
afterAll(async () => {
  killAll()
  await removeFolder(root)
})

interface Facts {
  readonly plans: readonly {
    readonly id: number
    readonly title: string
    readonly above: number | null
    readonly unit: number
    readonly measures: number
    readonly tasks: number
    /** Lines of the log that tell of its making. */
    readonly logged: number
    /** People who were told of it, and those who were to be. */
    readonly told: number
    readonly people: number
  }[]
  readonly dispatches: readonly {
    readonly plan: number
    readonly state: string
    readonly reached: number
    readonly waiting: number
    readonly total: number
    readonly leftOut: number
    readonly attempts: number
  }[]
  /** Measures of the school that were handed in at least once. */
  readonly proved:
    | readonly {
        readonly id: number
        readonly state: string
        readonly rolled: string
        readonly version: number
        readonly last: string
        readonly submitted: number
        readonly returned: number
        readonly accepted: number
        readonly evidence: number
        readonly files: number
      }[]
    | null
}

/** What was told is done, and whatever stands there stands whole and once. */
function checkFacts({ plans, dispatches, proved }: Facts, done: PlansDone): void {
  const byId = new Map(plans.map(plan => [plan.id, plan]))
  for (const [id, title] of done.saved) expect(byId.get(id)?.title).toBe(title)
  const own = plans.filter(({ above }) => above === null)
  expect(new Set(own.map(({ title }) => title)).size).toBe(own.length)
  for (const { id, title, above, measures, tasks, logged, told, people } of plans) {
    const size = title.startsWith('Импорт') ? IMPORTED : SENT
    expect({ id, measures, tasks, logged }).toEqual({ id, measures: size, tasks: size, logged: 1 })
    expect({ id, told }).toEqual({ id, told: above === null ? 0 : people })
  }
  for (const id of done.sent) expect(dispatches.filter(({ plan }) => plan === id)).toHaveLength(1)
  for (const { plan, state, reached, waiting, total, leftOut } of dispatches) {
    const units = plans.filter(({ above }) => above === plan).map(({ unit }) => unit)
    expect(new Set(units).size).toBe(units.length)
    expect({ plan, reached, total, waiting, leftOut }).toEqual({
      ...{ plan, reached: units.length, total: MUNICIPALITIES, leftOut: 0 },
      waiting: MUNICIPALITIES - units.length,
    })
    expect(state).toBe(waiting === 0 ? 'done' : 'going')
  }
  const standing = new Map((proved ?? []).map(row => [row.id, row]))
  for (const [id, { version, state }] of done.acts) {
    const row = standing.get(id)!
    expect(row.version).toBeGreaterThanOrEqual(version)
    // The next act may have been done and not told.
    if (row.version === version) expect(row.state).toBe(state)
  }
  for (const {
    id,
    state,
    rolled,
    last,
    submitted,
    returned,
    accepted,
    evidence,
    files,
  } of standing.values()) {
    expect({ id, state, rolled }).toEqual({ id, state: last, rolled: last })
    expect({ id, open: submitted - returned - accepted, evidence, files }).toEqual({
      ...{ id, open: state === 'submitted' ? 1 : 0 },
      ...{ evidence: submitted, files: submitted },
    })
    expect(accepted).toBe(state === 'accepted' ? 1 : 0)
  }
}

async function strike(name: string, databaseUrl: string): Promise<void> {
  const folder = join(root, name)
  if (databaseUrl === '') await layDatabase(folder)
  const prepare = () => prepareService<Facts>('plans-service.ts', folder, databaseUrl)
  const done: PlansDone = { saved: new Map(), sent: new Set(), acts: new Map(), plans: 0, refusals: [] }
  let next = prepare()
  for (let blow = 0; blow < KILLS; blow++) {
    const service = await next.begin()
    next = prepare()
    if (blow > 0) checkFacts(await service.facts(), done)
    const before = progressOf(done)
    const load = workOnPlans(service.address, done)
    // Something of each kind was told, and the job of a sending is at work: between its first part and its last.
    await vi.waitFor(
      async () => {
        expect(done.refusals).toEqual([])
        const after = progressOf(done)
        expect(Object.keys(before).filter(kind => after[kind] <= before[kind])).toEqual([])
        const { dispatches } = await service.facts()
        const going = dispatches.filter(({ waiting, reached }) => waiting > 1 && reached > 1)
        expect(going.length).toBeGreaterThan(0)
      },
      { timeout: 250_000, interval: 20 },
    )
    await new Promise(resolve => setTimeout(resolve, Math.random() * LONGEST))
    await service.kill()
    await load
    expect(done.refusals).toEqual([])
  }
  const service = await next.begin()
  checkFacts(await service.facts(), done)
  // What was on its way is taken up again, and reaches everybody.
  const facts = await vi.waitFor(
    async () => {
      const found = await service.facts()
      expect(found.dispatches.filter(({ state }) => state === 'going')).toEqual([])
      return found
    },
    { timeout: 200_000, interval: 100 },
  )
  checkFacts(facts, done)
  await service.kill()
  // Killed on its way: otherwise nothing was shown.
  expect(facts.dispatches.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(0)
}

/** What was told of each kind of work. */
function progressOf({ saved, sent, acts }: PlansDone): Record<string, number> {
  const versions = [...acts.values()].reduce((sum, { version }) => sum + version, 0)
  return { saved: saved.size, sent: sent.size, acts: versions }
}

describe('kill -9 while plans are saved, sent down and proved', () => {
  it.concurrent(
    'leaves nothing half and nothing twice on the embedded database',
    () => strike('embedded', ''),
    TIMEOUT,
  )

  const url = inject('postgresUrl')
  it.skipIf(url === null).concurrent(
    'leaves nothing half and nothing twice on a PostgreSQL server',
    async () => strike('server', await createTestDatabase(url ?? '', 'template0')),
    TIMEOUT,
  )
})
