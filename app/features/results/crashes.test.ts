import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { createJobRunner, type JobKind } from '../../platform/jobs/index.ts'
import { incomingPath } from './import/incoming.ts'
import { settleLostJob } from './import/settle-lost.ts'
import { resultsJobs } from './jobs.ts'
import { sweepFolders } from './store/sweep-folders.ts'
import {
  MATHEMATICS,
  openResultsRoom,
  protocolFile,
  type ResultsRoom,
  row2021,
} from './testing/results-room.ts'

/** What a kill -9 leaves, step by step: made by hand here, with real processes in tests/kill9. */
forEachDatabase('files of results after a crash', open => {
  let room: ResultsRoom
  let now = new Date('2026-11-22T09:00:00Z')
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000)
  }
  beforeAll(async () => {
    room = await openResultsRoom(await open(), () => now)
  })
  afterAll(() => room.close())
  beforeEach(async () => {
    now = new Date()
    room.state.held = false
    await room.clear()
  })

  const incoming = () => readdirSync(room.service.incoming)
  const folders = () => readdirSync(room.service.store.folder)
  const file = () => protocolFile([row2021({ code: 1 }), row2021({ code: 2, scores: { 0: 'X' }, total: 19 })])
  const change = (id: number, columns: object) =>
    room.database.asSystem('system:test', tx =>
      tx.updateTable('import_batch').set(columns).where('id', '=', id).execute(),
    )
  const row = (id: number) =>
    room.database.asSystem('system:test', tx =>
      tx.selectFrom('import_batch').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
  const run = (kind: JobKind<Record<string, never>>) => kind.run({}, {} as never)
  const settle = () => run(settleLostJob(room.service))

  /** A batch as the moment between the commit of its row and the reading leaves it. */
  async function waiting(): Promise<{ id: number; storeId: string; jobId: number }> {
    await room.jobs.stop()
    const { body } = await room.send(room.scopes.analyst, MATHEMATICS, await file())
    const { store_id, job_id } = await row(body.id)
    return { id: body.id, storeId: store_id as string, jobId: job_id as number }
  }

  /** A process that starts anew and takes up what the former one left. */
  async function restart(work: () => Promise<unknown>): Promise<void> {
    const heir = createJobRunner(room.database, resultsJobs(room.service), { poll: 50 })
    await heir.start()
    await work()
    await heir.stop()
  }

  it('a file received whose row was never written is swept, a young one is left alone', async () => {
    writeFileSync(incomingPath(room.service.incoming, 'someone-else'), 'names')
    await settle()
    expect(incoming()).toEqual(['someone-else'])
    later(11)
    await settle()
    expect(incoming()).toEqual([])
  })

  it('a file that waited is read after the restart, and swept by nobody before', async () => {
    const { id, storeId } = await waiting()
    later(600)
    await settle()
    expect(incoming()).toEqual([storeId])
    await restart(async () => expect((await room.settled(id)).state).toBe('checked'))
    expect(incoming()).toEqual([])
  })

  it.each([
    ['before anything of it was stored', []],
    ['between the works and the manifest', ['works.parquet.tmp', 'works.parquet', 'remarks.parquet.tmp']],
  ])('a reading cut off %s is done again from the start', async (_, left) => {
    const { id, storeId, jobId } = await waiting()
    await change(id, { state: 'reading' })
    await lease(jobId)
    mkdirSync(join(room.service.store.folder, storeId))
    for (const name of left) writeFileSync(join(room.service.store.folder, storeId, name), 'half')
    await restart(async () => expect((await room.settled(id)).state).toBe('checked'))
    expect(readdirSync(join(room.service.store.folder, storeId)).sort()).toEqual([
      'manifest.json',
      'remarks.parquet',
      'works.parquet',
    ])
    const { total } = (await room.call(room.scopes.analyst, 'GET', `/api/imports/remarks?batch=${id}`)).body
    expect(total).toBe((await row(id)).remarks! + 1)
  })

  it('a reading cut off between the store and the row comes to one batch, each school once', async () => {
    const { id, jobId } = await waiting()
    await restart(() => room.settled(id))
    const before = await row(id)
    await room.database.asSystem('system:test', tx =>
      tx.deleteFrom('batch_school').where('batch_id', '=', id).execute(),
    )
    await change(id, { state: 'reading', works: null, schools: null })
    await lease(jobId)
    writeFileSync(incomingPath(room.service.incoming, before.store_id!), await file())
    await restart(() => room.settled(id))
    expect(await row(id)).toMatchObject({ state: 'checked', works: 2, schools: 1, store_id: before.store_id })
    expect(folders()).toEqual([before.store_id])
    const schools = await room.database.asSystem('system:test', tx =>
      tx.selectFrom('batch_school').selectAll().where('batch_id', '=', id).execute(),
    )
    expect(schools).toHaveLength(1)
  })

  it('a file checked but not removed yet is swept', async () => {
    const { id, storeId } = await waiting()
    await restart(() => room.settled(id))
    writeFileSync(incomingPath(room.service.incoming, storeId), 'names')
    later(11)
    await settle()
    expect(incoming()).toEqual([])
    expect(folders()).toEqual([storeId])
  })

  it('a file that a backup did not bring back is told to be lost, and can be sent again', async () => {
    const { id } = await waiting()
    const [name] = incoming()
    const { rmSync } = await import('node:fs')
    rmSync(join(room.service.incoming, name))
    await restart(() => room.settled(id))
    const failed = await room.settled(id)
    expect([failed.state, failed.problems[0].code]).toEqual(['failed', 'import-file-lost'])
    expect(failed.problems[0].text).toContain('не дождался')
  })

  describe('a job that ended without its batch', () => {
    it.each([
      ['called off while it waited', { state: 'cancelled' }, 'rejected', []],
      [
        'given up at the third crash',
        { state: 'failed', problems: JSON.stringify([{ code: 'job-interrupted', params: { attempts: 3 } }]) },
        'failed',
        ['job-interrupted'],
      ],
    ] as const)('%s', async (_, job, state, codes) => {
      const { id, jobId } = await waiting()
      await room.database.asSystem('system:test', tx =>
        tx
          .updateTable('job')
          .set({ ...job, finished_at: now } as never)
          .where('id', '=', jobId)
          .execute(),
      )
      await settle()
      const ended = await row(id)
      expect([ended.state, ended.problems.map(({ code }) => code)]).toEqual([state, codes])
      later(11)
      await settle()
      expect(incoming()).toEqual([])
      const again = await room.send(room.scopes.analyst, MATHEMATICS, await file())
      await restart(async () => expect((await room.settled(again.body.id)).state).toBe('checked'))
    })
  })

  it('called off while it is read, it leaves nothing', async () => {
    const { id } = await waiting()
    await restart(async () => {
      await vi.waitFor(async () => expect((await row(id)).state).toBe('reading'), { interval: 1 })
      const { version } = await row(id)
      const answer = await room.call(room.scopes.analyst, 'POST', `/api/imports/${id}/reject`, { version })
      // It may have been quicker; then it was checked, and is taken back as that.
      if (answer.status !== 200)
        await room.call(room.scopes.analyst, 'POST', `/api/imports/${id}/reject`, {
          version: (await room.settled(id)).version,
        })
      await vi.waitFor(() => expect([incoming(), folders()]).toEqual([[], []]), { timeout: 10_000 })
    })
    expect((await row(id)).state).toBe('rejected')
  })

  describe('folders that no row needs', () => {
    const old = (name: string) => utimesSync(join(room.service.store.folder, name), new Date(0), new Date(0))
    async function checked(): Promise<{ id: number; storeId: string; version: number }> {
      const { id, storeId } = await waiting()
      await restart(() => room.settled(id))
      old(storeId)
      return { id, storeId, version: (await row(id)).version }
    }

    it('of a batch rejected just before the end are swept later, those of others stay', async () => {
      const { id } = await checked()
      await change(id, { state: 'rejected' })
      expect(await sweepFolders(room.service)).toHaveLength(1)
      expect(folders()).toEqual([])
      const kept = await checked()
      expect(await sweepFolders(room.service)).toEqual([])
      expect(folders()).toEqual([kept.storeId])
    })

    it('stay while a backup copies, and those of the command always', async () => {
      const { id } = await checked()
      await change(id, { state: 'rejected' })
      room.state.held = true
      expect(await sweepFolders(room.service)).toEqual([])
      room.state.held = false
      mkdirSync(join(room.service.store.folder, 'of-the-command'))
      writeFileSync(
        join(room.service.store.folder, 'of-the-command', 'manifest.json'),
        JSON.stringify({ format: 1, id: 'of-the-command', counts: {} }),
      )
      old('of-the-command')
      expect(await sweepFolders(room.service)).toHaveLength(1)
      expect(folders()).toEqual(['of-the-command'])
    })

    it('of what was undone go after a day, unless a frozen run names it', async () => {
      const { id, storeId, version } = await checked()
      const { analyst } = room.scopes
      await room.call(analyst, 'POST', `/api/imports/${id}/accept`, { version })
      await room.call(analyst, 'POST', `/api/imports/${id}/undo`, { version: version + 1, reason: 'ошибка' })
      expect(await sweepFolders(room.service)).toEqual([])
      later(25 * 60)
      await room.database.asSystem('system:test', async tx => {
        const { rows } = await sql<{ id: number }>`
          insert into screening_run (unit_id, title, state, settings, created_by)
          values (1, 'проверка', 'done', '{}', 'system:test') returning id`.execute(tx)
        await sql`insert into run_batch (run_id, batch_id) values (${rows[0].id}, ${id})`.execute(tx)
      })
      expect(await sweepFolders(room.service)).toEqual([])
      await room.database.asSystem('system:test', tx => sql`delete from run_batch`.execute(tx))
      expect(await sweepFolders(room.service)).toEqual([storeId])
      expect(existsSync(join(room.service.store.folder, storeId))).toBe(false)
    })
  })

  /** The job of a process that is no more. */
  function lease(jobId: number): Promise<unknown> {
    return room.database.asSystem('system:test', tx =>
      tx
        .updateTable('job')
        .set({ state: 'running', attempts: 1, finished_at: null, lease_until: new Date(0), result: null })
        .where('id', '=', jobId)
        .execute(),
    )
  }
})
