import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorkbook } from '../../documents/spreadsheet/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { createPeople } from '../accounts/index.ts'
import {
  MATHEMATICS,
  openResultsRoom,
  protocolFile,
  type ResultsRoom,
  row2021,
} from './testing/results-room.ts'

const NOW = new Date('2021-05-20T09:00:00Z')

forEachDatabase('results received', open => {
  let room: ResultsRoom
  let now = NOW
  let campaign: number
  let assessments: { fourth: number; fifth: number }

  beforeAll(async () => {
    room = await openResultsRoom(await open(), () => now)
    const made = await room.plantCampaign({ dueOn: '2021-05-21' })
    campaign = made.campaign
    assessments = made.assessments
    // The school of the east writes no work of grade 5, and has a later term for grade 4.
    await room.database.asSystem('system:test', tx =>
      tx
        .insertInto('assessment_unit')
        .values([
          { assessment_id: assessments.fifth, unit_id: room.units.east, takes_part: false },
          { assessment_id: assessments.fourth, unit_id: room.units.second, due_on: '2021-06-01' },
        ])
        .execute(),
    )
  })
  afterAll(() => room.close())

  const received = async (query = '', who = room.scopes.analyst as never) =>
    (await room.call(who, 'GET', `/api/received?campaign=${campaign}${query}`)).body
  const shown = (items: { school: { name: string }; assessment: { title: string }; state: string }[]) =>
    items.map(({ school, assessment, state }) => [school.name, assessment.title.split(',')[1].trim(), state])

  it('are missing at first, of every school that takes part', async () => {
    const { items, counts, next } = await received()
    expect(shown(items)).toEqual([
      ['Школа № 1', '4 класс', 'missing'],
      ['Школа № 2', '4 класс', 'missing'],
      ['Школа № 1', '5 класс', 'missing'],
    ])
    expect(counts).toEqual({ expected: 3, inTime: 0, late: 0, missing: 3 })
    expect(next).toBeNull()
    expect(items.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual([
      '2021-05-21',
      '2021-06-01',
      '2021-05-21',
    ])
  })

  it('are reminded of once a day, at the schools and in reach alone', async () => {
    const { units } = room
    const [head, both, eastern] = await createPeople(room.database, [
      { name: 'Д', email: 'd@x.ru', password: 'x', grants: [{ role: 'head', unitId: units.first }] },
      {
        name: 'К',
        email: 'k@x.ru',
        password: 'x',
        grants: [
          { role: 'head', unitId: units.first },
          { role: 'coordinator', unitId: units.first },
        ],
      },
      { name: 'В', email: 'v@x.ru', password: 'x', grants: [{ role: 'coordinator', unitId: units.second }] },
    ])
    const remind = async (who: never, body: object = {}) =>
      (await room.call(who, 'POST', '/api/received/remind', { campaign, ...body })).body
    expect(await remind(room.scopes.municipality as never)).toEqual({ schools: 1, people: 2 })
    expect(await remind(room.scopes.analyst as never)).toEqual({ schools: 2, people: 3 })
    const notices = await room.database.asSystem('system:test', tx =>
      tx.selectFrom('notice').select(['account_id', 'params', 'link']).orderBy('id').execute(),
    )
    expect(notices.map(({ account_id }) => account_id).sort()).toEqual([head, both, eastern].sort())
    expect(notices.find(({ account_id }) => account_id === head)).toMatchObject({
      params: { what: 'Математика, 4 класс, 2021; Математика, 5 класс, 2021', due: '21 мая 2021 г.' },
      link: `/received?campaign=${campaign}`,
    })
    now = new Date(NOW.getTime() + 24 * 3_600_000)
    await remind(room.scopes.analyst as never, { assessment: assessments.fifth })
    const later = await room.database.asSystem('system:test', tx =>
      tx.selectFrom('notice').select('id').execute(),
    )
    expect(later).toHaveLength(notices.length + 2)
    now = NOW
  })

  it('come in time, or late by the day of the file or of sending, each against its own term', async () => {
    const { analyst } = room.scopes
    // Half past midnight in Moscow: sent on the 22nd, though it is still the 21st in Greenwich.
    now = new Date('2021-05-21T21:30:00Z')
    await room.sendAndRead(
      analyst,
      MATHEMATICS,
      await protocolFile([row2021({ code: 1 }), row2021({ code: 2, login: 'sch990002' })]),
    )
    const { items, counts } = await received()
    expect(items).toMatchObject([
      { state: 'late', receivedOn: '2021-05-22', works: 1, accepted: false },
      { state: 'in-time', receivedOn: '2021-05-22', works: 1 },
      { state: 'missing', receivedOn: null, works: null },
    ])
    expect(counts).toEqual({ expected: 3, inTime: 1, late: 1, missing: 1 })
    now = NOW
  })

  it('go by page, by state, by assessment and below a unit', async () => {
    const first = await received('&limit=2')
    expect([first.items.length, first.counts.expected]).toEqual([2, 3])
    const second = await received(`&limit=2&cursor=${first.next}`)
    expect(shown(second.items)).toEqual([['Школа № 1', '5 класс', 'missing']])
    expect((await received('&cursor=5.5')).code).toBe('cursor-unreadable')
    expect(shown((await received('&state=late')).items)).toEqual([['Школа № 1', '4 класс', 'late']])
    expect((await received(`&under=${room.units.east}`)).counts.expected).toBe(1)
    expect((await received(`&assessment=${assessments.fifth}`)).counts.expected).toBe(1)
    expect((await received('&assessment=99')).code).toBe('not-found')
  })

  it('are seen by each as far as their reach goes', async () => {
    const names = async (who: unknown) =>
      new Set(
        (await received('', who as never)).items.map(
          (item: { school: { name: string } }) => item.school.name,
        ),
      )
    expect(await names(room.scopes.ministry)).toEqual(new Set(['Школа № 1', 'Школа № 2']))
    expect(await names(room.scopes.municipality)).toEqual(new Set(['Школа № 1']))
    expect(await names(room.scopes.otherHead)).toEqual(new Set(['Школа № 2']))
    expect((await received(`&under=${room.units.east}`, room.scopes.municipality as never)).code).toBe(
      'not-found',
    )
  })

  it('of a school that was closed are awaited as long as it wrote; its heir answers for it', async () => {
    const { first, second } = room.units
    const close = (unit: number, lastDay: string | null, successor: number | null) =>
      room.database.asSystem('system:test', tx =>
        tx
          .updateTable('unit')
          .set({ valid_to: lastDay, successor_id: successor })
          .where('id', '=', unit)
          .execute(),
      )
    await close(first, '2021-05-19', null)
    expect((await received()).counts.expected).toBe(3)
    await close(first, '2021-03-01', null)
    expect((await received()).counts.expected).toBe(1)
    // Merged after it wrote: what its heir has sent stands for it.
    await close(second, '2021-05-01', first)
    await close(first, null, null)
    await room.database.asSystem('system:test', tx =>
      tx.deleteFrom('batch_school').where('unit_id', '=', second).execute(),
    )
    const merged = (await received(`&assessment=${assessments.fourth}`)).items[1]
    expect(merged).toMatchObject({ school: { id: second }, state: 'in-time', works: null })
    await close(second, null, null)
  })

  it('are not awaited from a primary school for a grade it does not teach; what it sent all the same is shown', async () => {
    const { first } = room.units
    const setKind = (kind: string) =>
      room.database.asSystem('system:test', tx =>
        tx.updateTable('unit').set({ school_kind: kind }).where('id', '=', first).execute(),
      )
    await setKind('НОШ')
    expect(shown((await received(`&under=${first}`)).items)).toEqual([['Школа № 1', '4 класс', 'late']])
    expect((await received(`&assessment=${assessments.fifth}`)).counts.expected).toBe(0)
    const arrived = (grade: number) =>
      room.database.asSystem('system:test', tx =>
        tx.updateTable('batch_school').set({ grade }).where('unit_id', '=', first).execute(),
      )
    await arrived(5)
    expect(shown((await received(`&under=${first}`)).items)).toEqual([
      ['Школа № 1', '4 класс', 'missing'],
      ['Школа № 1', '5 класс', 'late'],
    ])
    await arrived(4)
    await setKind('СОШ')
  })

  const exported = async (more: string) => {
    const url = `/api/received/export.xlsx?campaign=${campaign}${more}`
    const answer = await room.call(room.scopes.analyst, 'GET', url)
    const folder = mkdtempSync(join(tmpdir(), 'objektiv-received-'))
    writeFileSync(join(folder, 'a.xlsx'), answer.body)
    const book = await openWorkbook(join(folder, 'a.xlsx'))
    const sheets: Record<string, unknown[]> = {}
    for (const name of book.sheetNames) {
      sheets[name] = []
      await book.readSheet(name, (_, cells) => void sheets[name].push([...cells]) as undefined)
    }
    book.close()
    rmSync(folder, { recursive: true })
    return { book, sheets }
  }

  it('leave as a spreadsheet with what was asked and how many rows', async () => {
    const { book, sheets } = await exported('&state=missing')
    const whole = (await exported('')).sheets['Поступление результатов'] as unknown[][]
    const decision = whole[0].indexOf('Решение')
    // A file came of one grade and waits to be decided on; of the other nothing came.
    expect(whole.slice(1).map(cells => [cells[3], cells[decision] ?? null])).toEqual([
      ['с опозданием', 'ждёт решения'],
      ['не выгрузили', null],
      ['не выгрузили', null],
    ])
    const read = await room.database.asSystem('system:test', tx =>
      tx
        .selectFrom('audit')
        .select(['unit_id', 'after'])
        .where('subject', '=', 'received')
        .orderBy('id')
        .execute(),
    )
    expect(read).toEqual([
      { unit_id: 1, after: { rows: 2, campaign_id: campaign } },
      { unit_id: 1, after: { rows: 3, campaign_id: campaign } },
    ])
    expect(book.sheetNames).toEqual(['Параметры', 'Поступление результатов'])
    expect(sheets.Параметры).toEqual(
      expect.arrayContaining([
        ['Состояние', 'не выгрузили'],
        ['Строк выбрано', 2],
        ['Строк записано', 2],
      ]),
    )
    expect(sheets['Поступление результатов']).toHaveLength(3)
    // Where nothing was found it still says what was looked for.
    const none = (await exported(`&state=late&assessment=${assessments.fifth}`)).sheets
    expect(none.Параметры).toEqual(
      expect.arrayContaining([
        ['Работа', expect.stringContaining('5 класс')],
        ['Строк выбрано', 0],
      ]),
    )
  })
})
