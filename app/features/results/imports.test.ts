import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { acceptedBatches, readWorks, worksSource } from './index.ts'
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

forEachDatabase('files of results', open => {
  let room: ResultsRoom
  beforeAll(async () => {
    room = await openResultsRoom(await open())
  })
  afterAll(() => room.close())
  beforeEach(() => clear(room))

  const inFolder = (name: string) => readdirSync(join(room.folder, name))

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
    expect(checked.remarks).toBeGreaterThan(3)
    await vi.waitFor(() => expect(inFolder('incoming')).toEqual([]))
    expect(await room.database.as(analyst, tx => acceptedBatches(tx))).toEqual([])

    const accepted = await room.call(analyst, 'POST', `/api/imports/${checked.id}/accept`, {
      version: checked.version,
    })
    expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted', decidedBy: { id: 'anna' } } })
    const [batch] = await room.database.as(analyst, tx => acceptedBatches(tx))
    const totals: number[] = []
    await readWorks([worksSource(room.service.store, batch.manifest)], {
      schoolIndex: new Int32Array(1_000_000),
      onChunk: ({ count, total }) => totals.push(...total.subarray(0, count)),
    })
    expect(totals.sort()).toEqual([19, 20, 7])
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
})

/** Everything a former test left. */
function clear({ database }: ResultsRoom): Promise<unknown> {
  return database.asSystem('system:test', async tx => {
    await tx.deleteFrom('batch_school').execute()
    await tx.updateTable('import_batch').set({ state: 'failed', duplicate_of: null }).execute()
    await tx.deleteFrom('import_batch').execute()
  })
}
