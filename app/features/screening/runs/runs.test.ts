import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readSheets } from '../../../documents/spreadsheet/testing/read-sheets.ts'
import { forEachDatabase } from '../../../platform/database/testing/index.ts'
import { loadSpecifications } from '../../procedures/index.ts'
import { readRegistry } from '../../territory/index.ts'
import { getRun, markDataUndone, runJob, runScreening } from '../index.ts'
import {
  openScreeningRoom,
  type ScreeningRoom,
  type StoredRegion,
  storeDemoRegion,
} from '../testing/screening-room.ts'
import type { Screening } from '../types.ts'

let stored: StoredRegion
/** What the command finds on the same files. */
let command: Screening
beforeAll(async () => {
  stored = await storeDemoRegion()
  command = await runScreening({
    store: { folder: `${stored.folder}/batches` },
    batches: stored.batches,
    registry: await readRegistry(stored.files.registry),
    specifications: await loadSpecifications(stored.files.specifications),
    settings: { notAttempted: 'zero', notTaught: 'leave-maximum', budget: 5 },
    now: new Date(0),
  })
}, 240_000)
afterAll(() => stored.remove())

const digits = (login: string) => login.slice(-6)
/** What comes back from JSON: no holes, no typed arrays. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value))

forEachDatabase('runs', open => {
  let room: ScreeningRoom
  beforeAll(async () => {
    room = await openScreeningRoom(await open(), stored)
  }, 60_000)
  afterAll(() => room.close())

  const rowsOf = (table: 'run_set' | 'run_school_set' | 'run_school' | 'run_index', id: number) =>
    room.database.asSystem('system:test', tx =>
      tx.selectFrom(table).selectAll().where('run_id', '=', id).execute(),
    ) as Promise<Record<string, unknown>[]>

  describe('that are done', () => {
    let id: number
    beforeAll(async () => {
      // As a person does, who opens the page first: the thread is ready then. Other runs here find none.
      await room.call(room.analyst, 'GET', '/api/runs/options')
      id = await room.start()
      await room.ended(id)
    }, 240_000)

    it('keep what the command finds on the same files, to the last digit', async () => {
      const sets = await room.database.asSystem('system:test', tx =>
        tx.selectFrom('run_set').selectAll().where('run_id', '=', id).orderBy('position').execute(),
      )
      expect(sets.map(({ facts }) => facts)).toEqual(plain(command.sets))

      const schools = await room.database.asSystem('system:test', tx =>
        tx.selectFrom('run_school_set').selectAll().where('run_id', '=', id).execute(),
      )
      const markers = schools.flatMap(({ digits, markers }) => markers.map(one => ({ digits, ...one })))
      const found = command.markers.map(
        ({ school, name: _, municipality: __, sets: ___, version: ____, ...one }) => ({
          digits: digits(school),
          ...one,
        }),
      )
      const order = (a: { digits: string; marker: string; at: readonly number[] }, b: typeof a) =>
        `${a.digits} ${a.marker} ${a.at}` < `${b.digits} ${b.marker} ${b.at}` ? -1 : 1
      expect(markers.length).toBeGreaterThan(1000)
      expect(markers.sort(order)).toEqual(plain(found).sort(order))

      for (const { digits: own, position, n, mean, distribution, profile } of schools) {
        const school = command.schools.find(one => digits(one.school) === own)!
        expect(distribution).toEqual([...school.distributions.get(position)!])
        expect(n).toBe(distribution.reduce((sum, works) => sum + works, 0))
        expect(mean).toBe(
          found.find(one => one.digits === own && one.marker === 'high-mean' && one.at[0] === position)
            ?.value,
        )
        expect(profile.map(([task, , share]) => [task, share])).toEqual(
          (school.profiles.get(position) ?? []).map(({ task, share }) => [task, share]),
        )
      }

      const degrees = await room.database.asSystem('system:test', tx =>
        tx.selectFrom('run_school').selectAll().where('run_id', '=', id).execute(),
      )
      expect(degrees.length).toBe(command.schools.length)
      for (const { school, degree, p, fdr, flagged } of command.detection!.schools)
        expect(degrees.find(one => one.digits === digits(school))).toMatchObject({ degree, p, fdr, flagged })
      expect(degrees.filter(one => one.flagged).length).toBe(command.detection!.flagged)

      const index = await rowsOf('run_index', id)
      const byName = new Map(
        (
          await room.database.asSystem('system:test', tx =>
            tx
              .selectFrom('unit')
              .select(['id', 'name'])
              .where('kind', 'in', ['region', 'municipality'])
              .execute(),
          )
        ).map(unit => [unit.id, unit.name]),
      )
      const told = index.map(({ unit_id, year, signs, schools, marked, value }) =>
        [byName.get(unit_id as number), year, signs, schools, marked, value].join(' '),
      )
      expect(told.sort()).toEqual(
        command.index
          .map(({ unit, level, year, signs, schools, marked, index }) =>
            [level === 'region' ? stored.region.name : unit, year, signs, schools, marked, index].join(' '),
          )
          .sort(),
      )
    })

    it('say how they were made, and keep the outputs of the command for the analyst', async () => {
      const { body } = await room.call(room.analyst, 'GET', `/api/runs/${id}`)
      expect(body).toMatchObject({
        state: 'done',
        campaign: { id: room.campaignId, title: 'ВПР, весна' },
        region: { name: stored.region.name },
        settings: { notAttempted: 'zero', notTaught: 'leave-maximum', budget: 5, batches: null },
        counts: { sets: 8, schools: command.schools.length, flagged: command.detection!.flagged },
        outputs: [{ name: 'report.html' }, { name: 'signals.xlsx' }, { name: 'signals.json' }],
        publishedAt: null,
        dataUndone: false,
        may: ['publish'],
      })
      expect(body.files.map(({ file }: { file: string }) => file)).toHaveLength(8)
      expect(body.record.map(({ value }: { value: string }) => value)).toContain(
        (await room.database.as(room.analyst, tx => getRun(tx, id))).data_hash,
      )
      const file = await room.database.asSystem('system:test', tx =>
        tx
          .selectFrom('stored_file')
          .select(['hash', 'read_access'])
          .where('name', '=', 'report.html')
          .where('subject_id', '=', String(id))
          .executeTakeFirstOrThrow(),
      )
      expect(file.read_access).toBe('run.start')
      let report = ''
      for await (const chunk of await room.service.files.get(file.hash))
        report += Buffer.from(chunk).toString()
      expect(report).toContain(`Признаки необъективности: ${stored.region.name}`)
    })

    it('open the signals of their signs once a unit, in the same transaction', async () => {
      const { signs, unitOf, isKnown, runId } = room.opened.find(run => run.runId === id)!
      expect(runId).toBe(id)
      expect(signs.length).toBeGreaterThan(20)
      expect(signs.every(({ school }) => isKnown(school) && unitOf(school) > 1)).toBe(true)
    })

    it('leave the program with how the reply to each sign stands, beside the sign', async () => {
      const { signs, unitOf } = room.opened.find(run => run.runId === id)!
      room.replies.push(
        ...signs.map(({ source, school, position }, i) => ({
          ...{ signalId: i + 1, unitId: unitOf(school), source, position, state: 'asked' as const },
          ...{ reply: `ждём <«${i}»> до 1 июня`, outcome: null, overdueDays: null },
        })),
      )
      const expected = new Map(
        signs.map(({ source, school, position }, i) => [
          `${digits(school)} ${source === 'own' ? 'own' : position}`,
          `ждём <«${i}»> до 1 июня`,
        ]),
      )
      const output = async (name: string) =>
        (await room.call(room.analyst, 'GET', `/api/runs/${id}/outputs/${name}`)).body

      const page = String(await output('report.html'))
      expect(page).not.toContain('~reply')
      expect(page).not.toContain('ждём <«')
      for (const [i] of signs.entries()) expect(page).toContain(`Ответ школы: ждём &lt;«${i}»&gt; до 1 июня<`)

      const json = await output('signals.json')
      expect(json.repliesOn).toMatch(/20\d\d г\.$/)
      const marked = command.markers.filter(one => one.marked)
      expect(json.markers.filter((one: { marked: boolean }) => one.marked)).toHaveLength(marked.length)
      for (const [i, { marked, school, at }] of command.markers.entries())
        expect(json.markers[i].reply).toBe(
          marked ? expected.get(`${digits(school)} ${at.at(-1)}`) : undefined,
        )
      for (const { school, flagged, reply } of json.detection.schools)
        expect(reply).toBe(flagged ? expected.get(`${digits(school)} own`) : undefined)

      const sheets = await readSheets(await output('signals.xlsx'))
      const [head, ...rows] = sheets.Признаки
      const at = (name: string) => head.indexOf(name)
      expect(rows).toHaveLength(command.markers.length)
      for (const [i, row] of rows.entries())
        expect(row[at('Ответ школы')] ?? undefined).toBe(json.markers[i].reply)
      const [ownHead, ...own] = sheets['Собственные признаки']
      const flagged = own.filter(row => row[ownHead.indexOf('Выделена')] === 'да')
      expect(flagged.length).toBeGreaterThan(0)
      for (const row of flagged)
        expect(row[ownHead.indexOf('Ответ школы')]).toBe(expected.get(`${digits(String(row[0]))} own`))
      expect(sheets.Параметры).toContainEqual(['Состояние ответов школ на', json.repliesOn])

      const below = await room.at('municipality', unitOf(signs[0].school))
      expect((await room.call(below, 'GET', `/api/runs/${id}/outputs/report.html`)).status).toBe(403)
      room.replies.length = 0
      const unasked = String(await output('report.html'))
      expect(unasked).toContain('Ответ школы: спросить некого: школы нет в реестре<')
    })

    it('are not written over by their own job beginning again', async () => {
      const before = await rowsOf('run_school', id)
      const again = runJob(room.service)
      const context = {
        jobId: 0,
        scope: room.analyst,
        signal: new AbortController().signal,
        progress: { report() {}, finish() {} },
      }
      expect(await again.run({ run: id }, context)).toBeUndefined()
      expect(await rowsOf('run_school', id)).toEqual(before)
    }, 120_000)

    it('cannot be rewritten by anybody who works here', async () => {
      for (const table of ['run_set', 'run_school_set', 'run_school', 'run_index'] as const)
        await expect(
          room.database.as(room.analyst, tx => tx.updateTable(table).set({ run_id: 1 }).execute()),
        ).rejects.toMatchObject({ code: '42501' })
    })

    it('say that a batch of them was undone', async () => {
      const { batch_id } = await room.database.asSystem('system:test', tx =>
        tx
          .selectFrom('run_batch')
          .select('batch_id')
          .where('run_id', '=', id)
          .limit(1)
          .executeTakeFirstOrThrow(),
      )
      await room.database.as(room.analyst, async tx => {
        await tx
          .updateTable('import_batch')
          .set({ state: 'undone', undone_at: new Date(), undone_by: 'anna' })
          .where('id', '=', batch_id)
          .execute()
        await markDataUndone(tx, batch_id)
      })
      const { body } = await room.call(room.analyst, 'GET', `/api/runs/${id}`)
      expect(body).toMatchObject({ dataUndone: true, undoneFiles: [expect.stringContaining('.xlsx')] })
      const refused = await room.call(room.analyst, 'POST', '/api/runs', {
        campaign: room.campaignId,
        title: 'С отменённым',
        batches: [batch_id],
        settings: { notAttempted: 'zero', notTaught: 'zero', budget: 0 },
      })
      expect(refused).toMatchObject({ status: 422, body: { code: 'run-without-batches' } })
      await room.database.asSystem('system:test', tx =>
        tx
          .updateTable('import_batch')
          .set({ state: 'accepted', undone_at: null, undone_by: null })
          .where('id', '=', batch_id)
          .execute(),
      )
    })
  })

  describe('that do not end well', () => {
    beforeEach(() => {
      Object.assign(room.faults, { opening: false, keeping: false, isRemote: false })
    })

    it.each([
      ['anything of the writing fails', { opening: true }],
      ['their files cannot be kept', { keeping: true }],
      ['a bucket is away', { keeping: true, isRemote: true }],
    ])(
      'leave nothing when %s, and are tried again',
      async (_, faults) => {
        Object.assign(room.faults, faults)
        const id = await room.start({ settings: { notAttempted: 'zero', notTaught: 'zero', budget: 0 } })
        await vi.waitFor(
          async () => {
            const job = await room.database.asSystem('system:test', tx =>
              tx
                .selectFrom('job')
                .select(['state', 'attempts'])
                .orderBy('id', 'desc')
                .limit(1)
                .executeTakeFirst(),
            )
            // Put back into the queue for another attempt.
            expect(job).toMatchObject({ state: 'queued', attempts: 1 })
          },
          { timeout: 60_000 },
        )
        for (const table of ['run_set', 'run_school_set', 'run_school', 'run_index'] as const)
          expect(await rowsOf(table, id)).toEqual([])
        const run = await room.database.as(room.analyst, tx => getRun(tx, id))
        expect(run).toMatchObject({ state: 'running', record: null, summary: null })
        const { status } = await room.call(room.analyst, 'POST', `/api/runs/${id}/cancel`, {})
        expect(status).toBe(200)
      },
      90_000,
    )

    it('are called off while they are going on, and stay so', async () => {
      const id = await room.start()
      await vi.waitFor(
        async () =>
          expect(await room.database.as(room.analyst, tx => getRun(tx, id))).toMatchObject({
            state: 'running',
          }),
        { timeout: 30_000 },
      )
      expect((await room.call(room.analyst, 'POST', `/api/runs/${id}/cancel`, {})).body).toMatchObject({
        state: 'cancelled',
      })
      const ended = await room.ended(id)
      expect(ended).toMatchObject({ state: 'cancelled', counts: null, outputs: [] })
      expect(await rowsOf('run_set', id)).toEqual([])
      expect((await room.call(room.analyst, 'POST', `/api/runs/${id}/cancel`, {})).body.code).toBe(
        'run-ended',
      )
      expect((await room.call(room.analyst, 'GET', `/api/runs/${id}/scope`)).body.code).toBe('run-not-done')
    }, 90_000)

    it('whose data is undone while they are going on say so from their first moment', async () => {
      const state = (to: 'undone' | 'accepted') =>
        room.database.as(room.analyst, async tx => {
          const { id } = await tx
            .selectFrom('import_batch')
            .select('id')
            .where('state', 'in', ['accepted', 'undone'])
            .orderBy('id')
            .executeTakeFirstOrThrow()
          const undone = to === 'undone'
          await tx
            .updateTable('import_batch')
            .set({ state: to, undone_at: undone ? new Date() : null, undone_by: undone ? 'anna' : null })
            .where('id', '=', id)
            .execute()
        })
      const id = await room.start()
      await vi.waitFor(
        async () =>
          expect(await room.database.as(room.analyst, tx => getRun(tx, id))).toMatchObject({
            state: 'running',
          }),
        { timeout: 30_000 },
      )
      await state('undone')
      expect(await room.ended(id)).toMatchObject({ state: 'done', dataUndone: true })
      await state('accepted')
    }, 90_000)

    it('say in words that there is nothing to analyse, or that a chosen file does not count', async () => {
      const asked = { title: 'Пусто', settings: { notAttempted: 'zero', notTaught: 'zero', budget: 0 } }
      const { id: empty } = await room.database.as(room.analyst, tx =>
        tx
          .insertInto('campaign')
          .values({
            unit_id: 1,
            procedure: 'ВПР',
            title: 'Пустая',
            starts_on: '2026-03-01',
            ends_on: '2026-05-31',
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      )
      const nothing = await room.call(room.analyst, 'POST', '/api/runs', { ...asked, campaign: empty })
      expect(nothing).toMatchObject({ status: 422, body: { code: 'run-without-batches' } })
      expect(nothing.body.problems[0].text).toContain('нет ни одного принятого файла')
      const { body } = await room.call(room.analyst, 'GET', `/api/runs/options?campaign=${room.campaignId}`)
      const [first] = body.batches
      const missing = await room.call(room.analyst, 'POST', '/api/runs', {
        ...asked,
        campaign: room.campaignId,
        batches: [first.id, 999_999],
      })
      expect(missing).toMatchObject({ status: 422, body: { code: 'run-batch-not-accepted' } })
    })

    it('end as failed, in words, when the data cannot be screened', async () => {
      const batch = await room.database.asSystem('system:test', tx =>
        tx
          .selectFrom('import_batch')
          .select(['id', 'manifest'])
          .orderBy('id')
          .limit(1)
          .executeTakeFirstOrThrow(),
      )
      const set = (manifest: unknown) =>
        room.database.asSystem('system:test', tx =>
          tx
            .updateTable('import_batch')
            .set({ manifest: JSON.stringify(manifest) })
            .where('id', '=', batch.id)
            .execute(),
        )
      await set({ ...batch.manifest, maxScore: 99 })
      const id = await room.start({ batches: [batch.id] })
      const ended = await room.ended(id)
      expect(ended).toMatchObject({ state: 'failed', problems: [{ code: 'stored-otherwise' }], counts: null })
      expect(ended.problems[0].text).not.toContain('{')
      await set(batch.manifest)
    }, 60_000)
  })
})
