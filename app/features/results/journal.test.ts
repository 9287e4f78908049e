import { afterAll, beforeAll, expect, it } from 'vitest'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { acceptedBatches, readParticipants, readWorks, worksSource } from './index.ts'
import {
  MATHEMATICS,
  openResultsRoom,
  protocolFile,
  type ResultsRoom,
  row2021,
} from './testing/results-room.ts'

forEachDatabase('journal marks that come apart', open => {
  let room: ResultsRoom
  let works: { id: number; version: number }
  beforeAll(async () => {
    room = await openResultsRoom(await open())
    const bare = { journal: 'нет отметки' }
    works = await room.sendAndRead(
      room.scopes.analyst,
      MATHEMATICS,
      await protocolFile([
        row2021({ code: '0017', ...bare }),
        row2021({ code: 18, ...bare }),
        row2021({ code: 19, journal: '2' }),
        row2021({ code: 17, login: 'sch990002', ...bare }),
      ]),
    )
  })
  afterAll(() => room.close())

  const accept = async ({ id, version }: { id: number; version: number }) =>
    (await room.call(room.scopes.analyst, 'POST', `/api/imports/${id}/accept`, { version })).body
  const journal = async (rows: (string | number)[][], who = room.scopes.analyst as never, name = 'журнал') =>
    room.sendAndRead(
      who,
      `2021 Математика, 4 класс, ${name}.xlsx`,
      await room.sheetFile('Журнал', [['Логин ОО', 'Код участника', 'Отметка по журналу'], ...rows]),
      '?kind=journal',
    )
  /** Marks of the works that count, by school and code. */
  async function marks(): Promise<Record<string, number[]>> {
    const [batch] = await room.database.as(room.scopes.analyst, tx => acceptedBatches(tx))
    const source = worksSource(room.service.store, batch.manifest)
    const index = new Int32Array(1_000_000).fill(-1)
    index[990_001] = 1
    index[990_002] = 2
    const found: Record<string, number[]> = { 1: [], 2: [] }
    await readWorks([source], {
      schoolIndex: index,
      onChunk({ count, school, journal }) {
        for (let i = 0; i < count; i++) found[school[i]].push(journal[i])
      },
    })
    const byCode = await readParticipants([source], '990001')
    expect([...byCode.journal].sort()).toEqual(found[1].toSorted())
    return found
  }

  it('find their works by school and code, told before and after they count', async () => {
    const checked = await journal([
      ['edu990001', 17, 4],
      ['sch990001', 19, 5],
      ['sch990002', '00017', 3],
      ['sch990002', 999, 3],
    ])
    expect(checked).toMatchObject({
      kind: 'journal',
      state: 'checked',
      set: 'Математика, 4 класс, 2021',
      works: 4,
      schools: 2,
      matched: { marks: 4, matched: 3, unmatched: 1, worksWithout: 1 },
    })
    await accept(works)
    expect(await marks()).toEqual({ 1: [0, 0, 2], 2: [0] })
    const accepted = await accept(checked)
    // Its own mark goes before that of the list; whom the list does not name stays without.
    expect(await marks()).toEqual({ 1: [4, 0, 2], 2: [3] })
    const [{ journalIds, manifest }] = await room.database.as(room.scopes.analyst, tx => acceptedBatches(tx))
    expect([journalIds, manifest.journals?.length]).toEqual([[checked.id], 1])

    const undone = await room.call(room.scopes.analyst, 'POST', `/api/imports/${checked.id}/undo`, {
      version: accepted.version,
      reason: 'не та параллель',
    })
    expect(undone.body.state).toBe('undone')
    expect(await marks()).toEqual({ 1: [0, 0, 2], 2: [0] })
  })

  it('of two lists that contradict each other count nothing', async () => {
    const [one, other] = [
      await journal([['sch990001', 17, 4]], undefined, 'первый'),
      await journal(
        [
          ['sch990001', 17, 3],
          ['sch990001', 18, 5],
        ],
        undefined,
        'второй',
      ),
    ]
    await accept(one)
    expect(await marks()).toEqual({ 1: [4, 0, 2], 2: [0] })
    await accept(other)
    expect(await marks()).toEqual({ 1: [0, 5, 2], 2: [0] })
  })

  it('are counted as marks when they are accepted together with others', async () => {
    const list = await journal([['sch990002', 17, 5]], undefined, 'третий')
    const { body } = await room.call(room.scopes.analyst, 'POST', '/api/imports/accept', {
      batches: [{ id: list.id, version: list.version }],
    })
    expect(body).toMatchObject({ accepted: 1, works: 0, marks: 1 })
    const { body: summary } = await room.call(room.scopes.analyst, 'GET', '/api/imports/summary')
    // Works of the one protocol alone.
    expect(summary.states).toContainEqual({ state: 'accepted', files: 4, works: 4 })
  })

  it('of a school are its own, and say nothing of what was received', async () => {
    const head = room.scopes.head as never
    const foreign = await journal([['sch990002', 17, 4]], head)
    expect(foreign).toMatchObject({ state: 'refused', problems: [{ code: 'import-foreign-schools' }] })
    const before = await room.database.asSystem('system:test', tx =>
      tx.selectFrom('batch_school').selectAll().execute(),
    )
    const own = await journal([['sch990001', 18, 4]], head)
    expect(own).toMatchObject({ state: 'checked', unit: { id: room.units.first } })
    const after = await room.database.asSystem('system:test', tx =>
      tx.selectFrom('batch_school').selectAll().execute(),
    )
    expect(after).toHaveLength(before.length)
  })
})
