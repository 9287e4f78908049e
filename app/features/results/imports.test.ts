import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readSheets } from '../../documents/spreadsheet/testing/read-sheets.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { acceptedBatches, listBatches, readWorks, worksSource } from './index.ts'
import {
  MATHEMATICS,
  openResultsRoom,
  protocolFile,
  type ResultsRoom,
  row2021,
} from './testing/results-room.ts'

const TWO_SCHOOLS = [
  row2021({ code: 1 }),
  row2021({ code: 2, total: 7, journal: 'ж' }),
  row2021({ code: 3, login: 'edu990002', variant: 'отсутствовал', total: null }),
  row2021({ code: 4, login: 'sch990777', total: 19, scores: { 0: 'X' } }),
]
const codes = (problems: { code: string }[]) => problems.map(({ code }) => code)

forEachDatabase('files of results', open => {
  let room: ResultsRoom
  beforeAll(async () => {
    room = await openResultsRoom(await open())
  })
  afterAll(() => room.close())
  beforeEach(() => room.clear())

  const inFolder = (name: string) => readdirSync(`${room.folder}/${name}`)
  const accept = ({ id, version }: { id: number; version: number }) =>
    room.call(room.scopes.analyst, 'POST', `/api/imports/${id}/accept`, { version })
  const counting = () =>
    room.database.as(room.scopes.analyst, async tx => (await acceptedBatches(tx)).map(({ id }) => id))

  it('are read in the background, shown, accepted, and count from then on', async () => {
    const { analyst } = room.scopes
    const sent = await room.send(analyst, MATHEMATICS, await protocolFile(TWO_SCHOOLS))
    expect(sent).toMatchObject({ status: 200, body: { state: 'waiting', file: MATHEMATICS, set: null } })
    const checked = await room.settled(sent.body.id)
    expect(checked).toMatchObject({
      state: 'checked',
      set: 'Математика, 4 класс, 2021',
      works: 3,
      schools: 3,
      problems: [],
      unit: { id: 1 },
      sentBy: { id: 'anna', name: 'Имя anna' },
      decidedBy: null,
    })
    // What was sent may hold names: it does not outlive its reading.
    await vi.waitFor(() => expect(inFolder('incoming')).toEqual([]))
    expect(await counting()).toEqual([])
    expect(room.worksTold).toEqual([3])
    expect(codes(checked.warnings)).toEqual(['import-without-campaign'])

    const accepted = await accept(checked)
    expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted', decidedBy: { id: 'anna' } } })
    const [batch] = await room.database.as(analyst, tx => acceptedBatches(tx))
    const totals: number[] = []
    await readWorks([worksSource(room.service.store, batch.manifest)], {
      schoolIndex: new Int32Array(1_000_000),
      onChunk: ({ count, total }) => totals.push(...total.subarray(0, count)),
    })
    expect(totals.sort()).toEqual([19, 20, 7])
    expect((await room.call(analyst, 'GET', '/api/imports?state=accepted')).body).toMatchObject({
      items: [{ id: checked.id }],
      next: null,
      total: 1,
    })
    // The command leaves alone what the service keeps.
    expect(await listBatches(room.service.store)).toEqual([])
  })

  it('are matched to the schools of the territory; a login nobody knows stays with the region', async () => {
    const { id } = await room.sendAndRead(room.scopes.analyst, MATHEMATICS, await protocolFile(TWO_SCHOOLS))
    const rows = await room.database.asSystem('system:test', tx =>
      tx.selectFrom('batch_school').selectAll().where('batch_id', '=', id).orderBy('digits').execute(),
    )
    const { first, second } = room.units
    expect(rows).toMatchObject([
      { unit_id: first, digits: '990001', login: 'sch990001', known: true, rows: 2, works: 2, absent: 0 },
      { unit_id: second, digits: '990002', login: 'edu990002', known: true, rows: 1, works: 0, absent: 1 },
      { unit_id: 1, digits: '990777', known: false, rows: 1, works: 1, accepted: false, grade: 4 },
    ])
    const seen = await room.database.as(room.scopes.head, tx =>
      tx.selectFrom('batch_school').select('digits').execute(),
    )
    expect(seen).toEqual([{ digits: '990001' }])
  })

  it('leave as a spreadsheet with what was asked, by those who may see them, and the log says so', async () => {
    const { analyst, head, municipality } = room.scopes
    const { campaign } = await room.plantCampaign()
    const read = await room.sendAndRead(
      analyst,
      MATHEMATICS,
      await protocolFile(TWO_SCHOOLS),
      `?campaign=${campaign}`,
    )
    const broken = await room.sendAndRead(analyst, 'план.xlsx', Buffer.from('не таблица'))
    const sheetsOf = async (who: Parameters<typeof room.call>[0], query = '') =>
      readSheets((await room.call(who, 'GET', `/api/imports/export.xlsx${query}`)).body)
    const { Параметры: parameters, Файлы: rows } = await sheetsOf(analyst)
    expect(parameters.slice(-4)).toEqual([
      ['Кампания', 'все'],
      ['Состояние', 'все'],
      ['Строк выбрано', 2],
      ['Строк записано', 2],
    ])
    expect(rows.map(([id, file]) => [id, file])).toEqual([
      ['Загрузка №', 'Файл'],
      [broken.id, 'план.xlsx'],
      [read.id, MATHEMATICS],
    ])
    expect(rows[1]).toEqual(expect.arrayContaining(['не прочитан из-за ошибок', broken.problems[0].text]))
    expect(rows[2].slice(2, 10)).toEqual([
      ...['протокол', 'Математика, 4 класс, 2021', 'ВПР весна 2021', expect.any(String)],
      ...[3, 3, expect.any(Number), 'проверен, ждёт решения'],
    ])
    const narrowed = await sheetsOf(analyst, `?campaign=${campaign}&state=checked`)
    expect(narrowed.Параметры.slice(-4)).toEqual([
      ['Кампания', 'ВПР весна 2021'],
      ['Состояние', 'проверен, ждёт решения'],
      ['Строк выбрано', 1],
      ['Строк записано', 1],
    ])
    expect((await sheetsOf(head)).Файлы).toHaveLength(1)
    expect((await room.call(municipality, 'GET', '/api/imports/export.xlsx')).body.code).toBe('right-missing')
    const { rows: told } = await room.database.asSystem('system:test', tx =>
      sql<{ after: object }>`select after from audit where subject = 'import_batch' and action = 'read'
        order by id`.execute(tx),
    )
    expect(told.map(({ after }) => after)).toEqual([
      { rows: 2 },
      { rows: 1, campaign_id: campaign, state: 'checked' },
      { rows: 0 },
    ])
  })

  describe('that cannot be read', () => {
    it('are refused with every problem, by the name the sender gave, and leave nothing', async () => {
      const refused = await room.sendAndRead(
        room.scopes.analyst,
        '../../план мероприятий.xlsx',
        Buffer.from('не таблица'),
      )
      expect(refused).toMatchObject({ state: 'refused', file: 'план мероприятий.xlsx', works: null })
      expect(refused.problems).toMatchObject([
        { code: 'not-a-spreadsheet', place: { file: 'план мероприятий.xlsx' } },
      ])
      expect(refused.problems[0].text).toContain('«план мероприятий.xlsx»')
      const noYear = await room.sendAndRead(room.scopes.analyst, 'файл.xlsx', await protocolFile(TWO_SCHOOLS))
      expect(codes(noYear.problems)).toEqual([
        'assessment-unknown',
        'assessment-unknown',
        'assessment-unknown',
      ])
      expect(noYear.problems[0].advice).not.toContain('--')
      await vi.waitFor(() => expect([inFolder('incoming'), inFolder('batches')]).toEqual([[], []]))
      expect((await accept(noYear)).body.code).toBe('import-not-checked')
    })

    it('say what they do not say themselves when the sender adds it', async () => {
      const told = await room.sendAndRead(
        room.scopes.analyst,
        'файл.xlsx',
        await protocolFile(TWO_SCHOOLS),
        '?subject=математика&grade=4&year=2021',
      )
      expect(told).toMatchObject({ state: 'checked', set: 'Математика, 4 класс, 2021' })
    })

    it('and requests without a file, or with too large a one, are told so at once', async () => {
      const { analyst } = room.scopes
      expect((await room.call(analyst, 'POST', '/api/imports', {})).body.code).toBe('file-not-sent')
      const answer = await room.app.inject({
        method: 'POST',
        url: '/api/imports',
        headers: {
          ...room.headersOf(analyst),
          'content-type': 'multipart/form-data; boundary=b',
          'content-length': String(101 * 2 ** 20),
        },
        payload: Buffer.from('--b--'),
      })
      expect(answer.json()).toMatchObject({ code: 'too-large' })
    })
  })

  describe('sent twice', () => {
    it('at once by two analysts are one batch and a duplicate that names it', async () => {
      const content = await protocolFile(TWO_SCHOOLS)
      const { analyst, colleague } = room.scopes
      const both = await Promise.all([
        room.send(analyst, MATHEMATICS, content),
        room.send(colleague, 'копия 2021 Математика, 4 класс.xlsx', content),
      ])
      const [one, other] = await Promise.all(both.map(({ body }) => room.settled(body.id)))
      const [kept, repeated] = one.state === 'checked' ? [one, other] : [other, one]
      expect([kept.state, repeated.state, repeated.duplicateOf]).toEqual(['checked', 'duplicate', kept.id])
      expect((await accept(kept)).status).toBe(200)
      await vi.waitFor(() => expect(inFolder('incoming')).toEqual([]))
      expect(inFolder('batches')).toHaveLength(1)
    })

    it('after the first was taken back or undone is a batch of its own', async () => {
      const content = await protocolFile(TWO_SCHOOLS)
      const { analyst } = room.scopes
      const first = await room.sendAndRead(analyst, MATHEMATICS, content)
      const { id, version } = first
      await room.call(analyst, 'POST', `/api/imports/${id}/reject`, { version, reason: 'не тот файл' })
      const second = await room.sendAndRead(analyst, MATHEMATICS, content)
      expect(second.state).toBe('checked')
      const { body } = await accept(second)
      await room.call(analyst, 'POST', `/api/imports/${second.id}/undo`, {
        version: body.version,
        reason: 'прислали исправленный',
      })
      expect((await room.sendAndRead(analyst, MATHEMATICS, content)).state).toBe('checked')
    })

    it('by the region and by the school count once', async () => {
      const content = await protocolFile([row2021({ code: 1 })])
      const own = await room.sendAndRead(room.scopes.head, MATHEMATICS, content)
      expect(own).toMatchObject({ state: 'checked', unit: { id: room.units.first } })
      const whole = await room.sendAndRead(room.scopes.analyst, MATHEMATICS, content)
      expect(whole.state).toBe('checked')
      expect((await accept(own)).status).toBe(200)
      expect((await accept(whole)).body).toMatchObject({
        code: 'import-accepted-already',
        problems: [{ params: { id: own.id } }],
      })
    })
  })

  describe('accepted together', () => {
    const two = async () => [
      await room.sendAndRead(room.scopes.analyst, MATHEMATICS, await protocolFile([row2021({ code: 1 })])),
      await room.sendAndRead(
        room.scopes.analyst,
        'вторая 2021 Математика, 4 класс.xlsx',
        await protocolFile([row2021({ code: 2 })]),
      ),
    ]
    const acceptAll = (batches: { id: number; version: number }[]) =>
      room.call(room.scopes.analyst, 'POST', '/api/imports/accept', {
        batches: batches.map(({ id, version }) => ({ id, version })),
      })

    it('count together, and it is told that a school stands in two files', async () => {
      const batches = await two()
      const answer = await acceptAll(batches)
      expect(answer).toMatchObject({ status: 200, body: { accepted: 2, works: 2 } })
      expect(room.worksTold.at(-1)).toBe(2)
      expect(codes(answer.body.warnings)).toEqual(['school-in-two-files'])
      expect(await counting()).toEqual(batches.map(({ id }) => id))
      const again = await room.settled(batches[1].id)
      expect(codes(again.warnings)).toContain('school-in-two-files')
    })

    it('are accepted all or none', async () => {
      const batches = await two()
      const stale = await acceptAll([batches[0], { ...batches[1], version: 1 }])
      expect([stale.status, stale.body.code]).toEqual([409, 'changed-by-another'])
      const strange = await acceptAll([...batches, { id: 9_999_999, version: 1 }])
      expect(strange.status).toBe(404)
      expect(await counting()).toEqual([])
    })

    it('are stopped where the same works would count twice, also against what counts already', async () => {
      const [first] = await two()
      await accept(first)
      // The same paper with a task more in its header: read by another description.
      await room.database.asSystem('system:test', tx =>
        tx
          .updateTable('import_batch')
          .set({ manifest: sqlLayout() as never })
          .where('id', '=', first.id)
          .execute(),
      )
      const other = await room.sendAndRead(
        room.scopes.analyst,
        'третья 2021 Математика, 4 класс.xlsx',
        await protocolFile([row2021({ code: 9, login: 'sch990002' })]),
      )
      // Told while it is looked through, not only when it is too late.
      expect(codes(other.warnings)).toContain('set-in-two-layouts')
      const answer = await accept(other)
      expect([answer.status, answer.body.code]).toEqual([422, 'set-in-two-layouts'])
      expect(await counting()).toEqual([first.id])
    })

    it('by two people at once: the second finds what the first decided', async () => {
      const [first] = await two()
      const answers = await Promise.all([accept(first), accept(first)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    })
  })

  describe('taken back', () => {
    it('before they count leave nothing but their line', async () => {
      const { analyst } = room.scopes
      const { id, version } = await room.sendAndRead(analyst, MATHEMATICS, await protocolFile(TWO_SCHOOLS))
      const answer = await room.call(analyst, 'POST', `/api/imports/${id}/reject`, {
        version,
        reason: 'не тот год',
      })
      expect(answer.body).toMatchObject({ state: 'rejected', reason: 'не тот год' })
      await vi.waitFor(() => expect(inFolder('batches')).toEqual([]))
      const rows = await room.database.asSystem('system:test', tx =>
        tx.selectFrom('batch_school').selectAll().execute(),
      )
      expect(rows).toEqual([])
      const twice = await room.call(analyst, 'POST', `/api/imports/${id}/reject`, { version: version + 1 })
      expect(twice.body.code).toBe('import-decided')
    })

    it('after they counted need a reason, and whoever concluded from them is told', async () => {
      const { analyst } = room.scopes
      const checked = await room.sendAndRead(analyst, MATHEMATICS, await protocolFile(TWO_SCHOOLS))
      const { body } = await accept(checked)
      const undo = (reason: string) =>
        room.call(analyst, 'POST', `/api/imports/${checked.id}/undo`, { version: body.version, reason })
      expect((await undo(' ')).status).toBe(400)
      const undone = await undo('школа прислала исправленный файл')
      expect(undone.body).toMatchObject({
        state: 'undone',
        reason: 'школа прислала исправленный файл',
        undoneAt: expect.any(String),
      })
      expect(room.undone).toContain(checked.id)
      expect(await counting()).toEqual([])
      expect(inFolder('batches')).toHaveLength(1)
      expect((await undo('ещё раз')).status).toBe(409)
    })
  })

  describe('of a school', () => {
    it('are its own rows alone; others are counted in the refusal', async () => {
      const refused = await room.sendAndRead(
        room.scopes.head,
        MATHEMATICS,
        await protocolFile([...TWO_SCHOOLS, row2021({ login: 'не логин', code: 5 })]),
      )
      expect(refused.state).toBe('refused')
      expect(codes(refused.problems)).toEqual(['import-foreign-schools', 'import-rows-of-nobody'])
      expect(refused.problems[0].text).toContain('2 строки других школ (2 логина)')
      await vi.waitFor(() => expect(inFolder('batches')).toEqual([]))
    })

    it('are seen by the school and the region, by nobody between or beside, and decided by the region', async () => {
      const { head, otherHead, municipality, ministry, analyst } = room.scopes
      const own = await room.sendAndRead(head, MATHEMATICS, await protocolFile([row2021({ code: 1 })]))
      const url = `/api/imports/${own.id}`
      const status = async (who: typeof head | typeof analyst) =>
        (await room.call(who as never, 'GET', url)).status
      expect([await status(head), await status(analyst)]).toEqual([200, 200])
      expect(await status(otherHead as never)).toBe(404)
      for (const who of [municipality, ministry]) expect((await room.call(who, 'GET', url)).status).toBe(403)
      for (const path of ['/api/imports', '/api/imports/summary', '/api/imports/remarks'])
        expect((await room.call(municipality, 'GET', path)).status).toBe(403)
      expect((await room.send(municipality, MATHEMATICS, Buffer.from('x'))).status).toBe(403)
      const body = { version: own.version }
      expect((await room.call(head, 'POST', `${url}/accept`, body)).status).toBe(403)
      expect((await room.call(analyst, 'POST', `${url}/accept`, body)).status).toBe(200)
    })

    it('knows whose a form is that does not say it', async () => {
      const form = [
        [
          'Код участника',
          'Вариант',
          '1 (5б)',
          '2 (3б)',
          'Порядковый номер класса',
          'Отметка за предыдущий триместр/ четверть/полугодие',
          'Итого баллов',
        ],
        ['1001', '1', 4, 3, '1', 4, 7],
      ]
      const own = await room.sendAndRead(
        room.scopes.head,
        '2026 Русский язык, 4 класс.xlsx',
        await room.sheetFile('Протокол', form),
      )
      expect(own).toMatchObject({ state: 'checked', works: 1, schools: 1, remarks: expect.any(Number) })
    })
  })
})

function sqlLayout() {
  return sql`jsonb_set(manifest, '{layout}', '"vpr2022"')`
}
