import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Database, Tx } from '../database/index.ts'
import { forEachDatabase } from '../database/testing/index.ts'
import { ProblemError } from '../problem.ts'
import { finishJob } from './finish-job.ts'
import { createJobRunner, type JobKind, type JobRunner, removeOldJobs } from './index.ts'

const anna = { accountId: 'anna', role: 'analyst', grantId: null, unitPath: '1.' }
const boris = { ...anna, accountId: 'boris' }

const number = z.object({ n: z.number() })
type Numbered = JobKind<z.infer<typeof number>>

/** A kind that does what it is told to. */
function kindOf(run: Numbered['run'], extra: Partial<Numbered> = {}): Numbered {
  return { kind: 'test.work', params: number, run, ...extra }
}

forEachDatabase('jobs', open => {
  let database: Database
  let runners: JobRunner[] = []
  const runner = (
    kind: Numbered | readonly Numbered[],
    options: Parameters<typeof createJobRunner>[2] = {},
  ): JobRunner => {
    const made = createJobRunner(database, [kind].flat(), { poll: 50, ...options })
    runners.push(made)
    return made
  }
  const job = (id: number | null) =>
    database.asSystem('system:test', tx =>
      tx.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
  const ends = (id: number | null, state: string) =>
    vi.waitFor(async () => expect((await job(id)).state).toBe(state), { timeout: 60_000, interval: 30 })
  const ask = (made: JobRunner, kind: Numbered, n = 1) =>
    database.as(anna, tx => made.enqueue(tx, kind, { n }))
  const change = (id: number | null, columns: Record<string, unknown>) =>
    database.asSystem('system:test', tx =>
      tx
        .updateTable('job')
        .set(columns as never)
        .where('id', '=', id)
        .execute(),
    )

  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => database.asSystem('system:test', tx => tx.deleteFrom('job').execute()))
  afterEach(async () => {
    for (const made of runners) await made.stop(100)
    runners = []
  })

  it('looks at the queue often only until what was asked for is there', async () => {
    const released = Promise.withResolvers<undefined>()
    const kind = kindOf(() => released.promise)
    const made = runner(kind, { poll: 10_000 })
    await made.start()
    const id = await ask(made, kind)
    await ends(id, 'running')
    const looks = vi.spyOn(database, 'asSystem')
    await sleep(300)
    const seen = looks.mock.calls.filter(([who]) => who === 'system:jobs').length
    looks.mockRestore()
    // Every 50 ms it would be six.
    expect(seen).toBeLessThan(3)
    released.resolve(undefined)
    await ends(id, 'done')
  })

  it('does what a committed transaction asked for, as the person who asked, and nothing else', async () => {
    const seen: unknown[] = []
    const kind = kindOf(async ({ n }, { scope }) => {
      seen.push([n, scope])
      return { message: 'job.done', params: { n } }
    })
    const made = runner(kind)
    await made.start()
    const id = await ask(made, kind, 5)
    const undone = database.as(anna, async tx => {
      await made.enqueue(tx, kind, { n: 6 })
      throw new Error('rolled back')
    })
    await expect(undone).rejects.toThrow('rolled back')
    await ends(id, 'done')
    await sleep(150)
    expect(seen).toEqual([[5, anna]])
    expect(await job(id)).toMatchObject({
      result: { message: 'job.done', params: { n: 5 } },
      attempts: 1,
      unit_id: 1,
    })
  })

  it('refuses parameters that the kind does not take, before anything is written', async () => {
    const kind = kindOf(async () => undefined)
    await expect(ask(runner(kind), kind, 'five' as never)).rejects.toThrow(/number/)
  })

  it('does each job once, however many runners there are, and never more at a time than it may', async () => {
    const times = new Map<number, number>()
    let now = 0
    let most = 0
    const kind = kindOf(async ({ n }) => {
      most = Math.max(most, ++now)
      times.set(n, (times.get(n) ?? 0) + 1)
      await sleep(5)
      now--
      return undefined
    })
    const pair = [runner(kind, { concurrency: 3 }), runner(kind, { concurrency: 3 })]
    await database.as(anna, async tx => {
      for (let n = 0; n < 40; n++) await pair[0].enqueue(tx, kind, { n })
    })
    await Promise.all(pair.map(made => made.start()))
    await vi.waitFor(() => expect(times.size).toBe(40), { timeout: 15_000 })
    expect([...times.values()].every(count => count === 1)).toBe(true)
    expect(most).toBeLessThanOrEqual(6)
    expect(most).toBeGreaterThan(1)
  })

  it('writes progress down now and then, readable while it works', async () => {
    let go = (): void => {}
    const gate = new Promise<void>(resolve => {
      go = resolve
    })
    const kind = kindOf(async (_, { progress }) => {
      for (let done = 1; done <= 500; done++) progress.report('job.reading', 'файл.xlsx', done, 500)
      await gate
      return undefined
    })
    const made = runner(kind)
    await made.start()
    const id = await ask(made, kind)
    await vi.waitFor(
      async () =>
        expect(await job(id)).toMatchObject({
          state: 'running',
          stage: 'job.reading',
          detail: 'файл.xlsx',
          done: 500,
          total: 500,
        }),
      { timeout: 5000 },
    )
    go()
    await ends(id, 'done')
  })

  it('calls off what waits and what runs; what would not listen is done and says so', async () => {
    const patient = kindOf(async (_, { signal }) => {
      await sleep(30_000, undefined, { signal })
      return undefined
    })
    const deaf = kindOf(
      async () => {
        await sleep(1500)
        return { message: 'job.done' }
      },
      { kind: 'test.deaf' },
    )
    const made = runner([patient, deaf], { concurrency: 2 })
    await made.start()
    const [running, heedless] = [await ask(made, patient), await ask(made, deaf)]
    await ends(running, 'running')
    await ends(heedless, 'running')
    const waiting = await ask(made, patient)
    for (const id of [running, heedless, waiting]) {
      await database.as(anna, tx =>
        tx.updateTable('job').set({ cancel_requested_at: new Date() }).where('id', '=', id).execute(),
      )
      made.cancelRequested(id!)
    }
    await ends(waiting, 'cancelled')
    await ends(running, 'cancelled')
    await ends(heedless, 'done')
    expect((await job(waiting)).attempts).toBe(0)
  })

  it('takes up after a crash what was running, and gives up in words at the third', async () => {
    const done: number[] = []
    const kind = kindOf(async ({ n }) => {
      done.push(n)
      return undefined
    })
    const made = runner(kind)
    const [once, thrice] = [await ask(made, kind, 1), await ask(made, kind, 3)]
    const past = new Date(Date.now() - 1000)
    await change(once, { state: 'running', attempts: 1, lease_until: past })
    await change(thrice, { state: 'running', attempts: 3, lease_until: past })
    await made.start()
    await ends(once, 'done')
    await ends(thrice, 'failed')
    expect(done).toEqual([1])
    expect(await job(once)).toMatchObject({ attempts: 2 })
    expect((await job(thrice)).problems).toEqual([{ code: 'job-interrupted', params: { attempts: 3 } }])
  })

  it('leaves to another process what it is still at, and takes it over when it falls silent', async () => {
    const hang = kindOf((_, { signal }) => sleep(30_000, undefined, { signal }))
    const silent = runner(hang, { lease: 500 })
    await silent.start()
    const id = await ask(silent, hang)
    await ends(id, 'running')
    const heir = runner(kindOf(async () => ({ message: 'job.done' })))
    if (database.kind === 'server') {
      await heir.start()
      expect(await job(id)).toMatchObject({ state: 'running', attempts: 1 })
    } else await heir.start()
    await ends(id, 'done')
    // The first one finds out that it was given up, and changes nothing.
    await sleep(1500)
    expect(await job(id)).toMatchObject({ state: 'done', attempts: 2, result: { message: 'job.done' } })
  })

  it('lets a process that was given up change nothing of what its heir is doing', async () => {
    const made = runner(kindOf(async () => undefined))
    const id = await ask(
      made,
      kindOf(async () => undefined),
    )
    await change(id, { state: 'running', attempts: 1, lease_until: new Date() })
    const stale = await job(id)
    await change(id, { attempts: 2 })
    const done = { state: 'done', result: { message: 'job.done' } } as const
    const finish = (row: typeof stale) =>
      database.asSystem('system:test', tx => finishJob(tx, row, done, new Date()))
    expect(await finish(stale)).toBe(false)
    expect(await job(id)).toMatchObject({ state: 'running', result: null })
    expect(await finish(await job(id))).toBe(true)
  })

  it('tries a fault again, later and later, then says it failed; a problem is final', async () => {
    let now = new Date('2026-11-22T08:00:00Z')
    let tries = 0
    const faults: unknown[] = []
    const faulty = kindOf(async () => {
      tries++
      throw new Error('connection reset')
    })
    const problem = kindOf(
      async () => {
        throw new ProblemError({ code: 'file-empty', place: { file: 'a.xlsx' } })
      },
      { kind: 'test.problem' },
    )
    const made = runner([faulty, problem], {
      clock: () => now,
      log: { error: (facts, message) => faults.push([message, facts.kind]) },
    })
    await made.start()
    const [fault, final] = [await ask(made, faulty), await ask(made, problem)]
    await ends(final, 'failed')
    expect((await job(final)).problems).toEqual([{ code: 'file-empty', place: { file: 'a.xlsx' } }])
    // The clock moves on only after the end of an attempt is written down: the next is counted from there.
    const waits = (tried: number, until: string) =>
      vi.waitFor(
        async () =>
          expect(await job(fault)).toMatchObject({
            state: 'queued',
            attempts: tried,
            not_before: new Date(until),
          }),
        { timeout: 10_000 },
      )
    await waits(1, '2026-11-22T08:00:10Z')
    await sleep(200)
    expect(tries).toBe(1)
    now = new Date('2026-11-22T08:00:11Z')
    await waits(2, '2026-11-22T08:01:11Z')
    await sleep(200)
    expect(tries).toBe(2)
    now = new Date('2026-11-22T08:01:11Z')
    await ends(fault, 'failed')
    expect(tries).toBe(3)
    expect((await job(fault)).problems).toEqual([{ code: 'job-fault', params: { id: fault } }])
    expect(faults).toEqual(Array(3).fill(['a job failed', 'test.work']))
  })

  it('stops gracefully: what listens is put back without counting against it', async () => {
    const kind = kindOf((_, { signal }) => sleep(30_000, undefined, { signal }))
    const made = runner(kind)
    await made.start()
    const id = await ask(made, kind)
    await ends(id, 'running')
    await made.stop()
    expect(await job(id)).toMatchObject({ state: 'queued', attempts: 0, lease_until: null })
  })

  it('asks for scheduled work once a round, whatever the number of runners', async () => {
    let now = new Date('2026-11-22T08:02:00Z')
    const rounds: number[] = []
    const kind = kindOf(async () => {
      rounds.push(now.getTime())
      return undefined
    })
    const schedules = [{ job: kind, params: { n: 1 }, everyMinutes: 5 }]
    const options = { clock: () => now, schedules }
    for (const made of [runner(kind, options), runner(kind, options)]) await made.start()
    await vi.waitFor(() => expect(rounds).toHaveLength(1), { timeout: 5000 })
    now = new Date('2026-11-22T08:05:00Z')
    await vi.waitFor(() => expect(rounds).toHaveLength(2), { timeout: 5000 })
    await sleep(200)
    expect(rounds).toHaveLength(2)
  })

  it('forgets what was finished long ago, reactions sooner, and nothing that is still to be done', async () => {
    const kind = kindOf(async () => undefined)
    const made = runner(kind)
    const days = (count: number) => new Date(Date.now() - count * 86_400_000)
    const ids: (number | null)[] = []
    for (const [age, internal, state] of [
      [91, false, 'done'],
      [89, false, 'failed'],
      [3, true, 'done'],
      [1, true, 'done'],
      [200, true, 'queued'],
    ] as const) {
      const id = await ask(made, { ...kind, internal })
      ids.push(id)
      await change(id, { state, created_at: days(age), finished_at: state === 'queued' ? null : days(age) })
    }
    const { job: cleaning } = removeOldJobs(database)
    await cleaning.run({}, {} as never)
    const left = await database.asSystem('system:test', tx =>
      tx.selectFrom('job').select('id').orderBy('id').execute(),
    )
    expect(left.map(({ id }) => id)).toEqual([ids[1], ids[3], ids[4]])
  })

  it('asks once for what has a key, until for ever', async () => {
    const kind = kindOf(async () => undefined)
    const made = runner(kind)
    const once = (tx: Tx) => made.enqueue(tx, kind, { n: 1 }, { onceKey: 'signal 5' })
    expect(await database.as(anna, once)).toBeGreaterThan(0)
    expect(await database.as(boris, once)).toBeNull()
  })

  it("shows a person nothing of another's, and lets nobody forge a result", async () => {
    const kind = kindOf(async () => undefined)
    const id = await ask(runner(kind), kind)
    const seen = (tx: Tx) => tx.selectFrom('job').select('id').execute()
    expect(await database.as(anna, seen)).toEqual([{ id }])
    expect(await database.as(boris, seen)).toEqual([])
    expect(await database.as({ ...anna, unitPath: '' }, seen)).toEqual([])
    const forged = (statement: string) => database.as(anna, tx => sql.raw(statement).execute(tx))
    await expect(forged(`update job set state = 'done', finished_at = now()`)).rejects.toThrow(/permission/)
    await expect(
      forged(`insert into job (kind, unit_id, account_id) values ('a', 1, 'boris')`),
    ).rejects.toThrow(/permission/)
    await expect(forged('delete from job')).rejects.toThrow(/permission/)
    const stolen = await database.as(boris, tx =>
      tx.updateTable('job').set({ cancel_requested_at: new Date() }).executeTakeFirst(),
    )
    expect(stolen.numUpdatedRows).toBe(0n)
  })
})
