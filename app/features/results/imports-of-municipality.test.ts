import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { readSheets } from '../../documents/spreadsheet/testing/read-sheets.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { createUnit } from '../territory/index.ts'
import { OGE_HEADER, ogeRow } from './testing/exam-rows.ts'
import {
  MATHEMATICS,
  openResultsRoom,
  protocolFile,
  type ResultsRoom,
  row2021,
  sheetFile,
} from './testing/results-room.ts'

/** Two schools of the west; the second work has a Latin «X» in place of a score. */
const OF_WEST = [
  row2021({ code: 1 }),
  row2021({ code: 2, scores: { 0: 'X' }, total: 19 }),
  row2021({ code: 3, login: 'sch990003' }),
]
const OF_EAST = row2021({ code: 4, login: 'sch990002' })
const LISTS = ['/api/imports', '/api/imports/remarks']

interface Told {
  readonly code: string
  readonly text: string
  readonly place: object
}

/** A municipality's coordinator sends files of the schools of the municipality; who is checked decides on none. */
forEachDatabase('files of a municipality', open => {
  let room: ResultsRoom
  let third: number
  beforeAll(async () => {
    room = await openResultsRoom(await open())
    const scope = { accountId: 'system:test', role: 'administrator', grantId: null, unitPath: '1.' }
    third = await room.database.as(scope, tx =>
      createUnit(tx, { kind: 'school', parentId: room.units.west, name: 'Школа № 3', login: 'sch990003' }),
    )
    await room.database.asSystem('system:test', tx =>
      sql`update unit set oge_code = case id when ${room.units.first} then '9101' else '9102' end
          where id in (${room.units.first}, ${room.units.second})`.execute(tx),
    )
  })
  afterAll(() => room.close())
  beforeEach(() => room.clear())

  const coordinator = () => room.scopes.westCoordinator
  const sent = async (rows = OF_WEST) => {
    const { body } = await room.send(coordinator(), MATHEMATICS, await protocolFile(rows))
    return room.settled(body.id, coordinator())
  }
  const idsSeen = async (who: Parameters<ResultsRoom['call']>[0], path: string) =>
    (await room.call(who, 'GET', path)).body.items.map(
      (one: { id?: number; batchId?: number }) => one.id ?? one.batchId,
    )

  it('belong to it and stand under its schools, and count once the region’s analyst has accepted them', async () => {
    const batch = await sent()
    expect(batch).toMatchObject({
      ...{ state: 'checked', works: 3, schools: 2, problems: [] },
      unit: { id: room.units.west },
      sentBy: { id: 'coo' },
    })
    const rows = await room.database.asSystem('system:test', tx =>
      tx.selectFrom('batch_school').select(['unit_id', 'rows', 'known']).orderBy('digits').execute(),
    )
    expect(rows).toEqual([
      { unit_id: room.units.first, rows: 2, known: true },
      { unit_id: third, rows: 1, known: true },
    ])
    for (const act of ['accept', 'undo']) {
      const body = { version: batch.version, reason: 'сами' }
      const answer = await room.call(coordinator(), 'POST', `/api/imports/${batch.id}/${act}`, body)
      expect(answer.body.code).toBe('right-missing')
    }
    const all = { batches: [{ id: batch.id, version: batch.version }] }
    expect((await room.call(coordinator(), 'POST', '/api/imports/accept', all)).body.code).toBe(
      'right-missing',
    )
    expect((await room.call(room.scopes.analyst, 'POST', '/api/imports/accept', all)).body.works).toBe(3)
    // The same works from the region are the same works.
    const again = await room.sendAndRead(room.scopes.analyst, MATHEMATICS, await protocolFile(OF_WEST))
    const twice = { batches: [{ id: again.id, version: again.version }] }
    expect((await room.call(room.scopes.analyst, 'POST', '/api/imports/accept', twice)).status).toBe(422)
  })

  it('with schools of another are refused whole, each login named; one that nobody knows is no different', async () => {
    const unknown = row2021({ code: 5, login: 'sch990777' })
    const refused = await sent([...OF_WEST, OF_EAST, row2021({ code: 6, login: 'sch990002' }), unknown])
    expect(refused.state).toBe('refused')
    const [whole, ...named] = refused.problems as Told[]
    expect(whole).toMatchObject({ code: 'import-foreign-territory', place: { file: MATHEMATICS } })
    expect(whole.text).toContain('3 строки школ, которые не относятся к вашему муниципалитету (2 логина)')
    const place = (value: string) => ({ file: MATHEMATICS, value })
    expect(named.map(one => [one.code, one.place])).toEqual([
      ['import-foreign-login', place('sch990002')],
      ['import-foreign-login', place('sch990777')],
    ])
    expect(named[0].text.replace('2 строки', '1 строка')).toBe(named[1].text)
    expect(JSON.stringify(refused)).not.toContain('Школа № 2')
    await vi.waitFor(() => expect(readdirSync(join(room.folder, 'batches'))).toEqual([]))
    const kept = await room.database.asSystem('system:test', tx =>
      tx.selectFrom('batch_school').selectAll().execute(),
    )
    expect(kept).toEqual([])
  })

  it('of examinations and journals are its own as well', async () => {
    const exams = await sheetFile('Протокол', [
      ['01 - Русский язык 2025.05.30'],
      OGE_HEADER,
      ogeRow({ code: 'R-1' }),
      ogeRow({ school: 9102, code: 'R-2' }),
    ])
    const journal = await sheetFile('Журнал', [
      ['Логин ОО', 'Код участника', 'Отметка по журналу'],
      ['sch990001', 1, 4],
      ['sch990002', 4, 4],
    ])
    const codesOf = async (name: string, content: Buffer, query: string) => {
      const { body } = await room.send(coordinator(), name, content, query)
      const { state, problems } = await room.settled(body.id, coordinator())
      return [state, ...problems.map(({ code }: Told) => code)]
    }
    // A code of a school of the east is nobody's to the west.
    expect(await codesOf('Протоколы ОГЭ.xlsx', exams, '')).toEqual(['refused', 'import-rows-of-nobody'])
    expect(await codesOf('2021 Математика, 4 класс.xlsx', journal, '?kind=journal')).toEqual([
      ...['refused', 'import-foreign-territory', 'import-foreign-login'],
    ])
  })

  it('are seen by its coordinator and the region; those of a school by no coordinator above it', async () => {
    const { analyst, head, municipality, eastCoordinator, otherHead } = room.scopes
    const own = await sent()
    const ofSchool = await room.sendAndRead(head, MATHEMATICS, await protocolFile([row2021({ code: 9 })]))
    const url = (id: number) => `/api/imports/${id}`
    const codeOf = async (who: Parameters<ResultsRoom['call']>[0], method: 'GET' | 'POST', path: string) =>
      (await room.call(who, method, path, method === 'POST' ? { version: 2 } : undefined)).body.code
    for (const who of [head, otherHead, eastCoordinator]) {
      expect(await codeOf(who, 'GET', url(own.id))).toBe('not-found')
      expect(await codeOf(who, 'POST', `${url(own.id)}/reject`)).toBe('not-found')
    }
    expect(await codeOf(municipality, 'GET', url(own.id))).toBe('right-missing')
    expect(await codeOf(coordinator(), 'GET', url(ofSchool.id))).toBe('not-found')
    expect(await codeOf(coordinator(), 'POST', `${url(ofSchool.id)}/reject`)).toBe('not-found')
    expect(await codeOf(coordinator(), 'GET', `/api/imports/remarks?batch=${ofSchool.id}`)).toBe('not-found')
    for (const path of LISTS) {
      expect(new Set(await idsSeen(coordinator(), path))).toEqual(new Set([own.id]))
      expect(await idsSeen(eastCoordinator, path)).toEqual([])
      expect(new Set(await idsSeen(analyst, path))).toEqual(new Set([own.id, ofSchool.id]))
    }
    const files = async (who: typeof head | typeof analyst | ReturnType<typeof coordinator>) =>
      (await room.call(who as never, 'GET', '/api/imports/summary')).body.states
    expect(await files(coordinator())).toEqual([{ state: 'checked', files: 1, works: 3 }])
    const list = await room.call(coordinator(), 'GET', '/api/imports/export.xlsx')
    expect((await readSheets(list.body)).Файлы.slice(1).map(([id]) => id)).toEqual([own.id])
    // And taken back by whoever sent them.
    expect(await codeOf(coordinator(), 'POST', `${url(own.id)}/reject`)).toBeUndefined()
  })

  it('stay apart in the database too, whatever the program forgets', async () => {
    const own = await sent()
    const ofSchool = await room.sendAndRead(
      room.scopes.head,
      MATHEMATICS,
      await protocolFile([row2021({ code: 9 })]),
    )
    const as = <T>(work: Parameters<typeof room.database.as<T>>[1]) =>
      room.database.as<T>(coordinator(), work)
    const seen = await as(tx => tx.selectFrom('import_batch').select('id').execute())
    expect(seen).toEqual([{ id: own.id }])
    const changed = await as(tx =>
      tx
        .updateTable('import_batch')
        .set({ reason: 'чужая' })
        .where('id', '=', ofSchool.id)
        .executeTakeFirst(),
    )
    expect(Number(changed.numUpdatedRows)).toBe(0)
    for (const unit_id of [room.units.first, room.units.second]) {
      const row = { unit_id, file_name: 'подмена.xlsx', assume: '{}' }
      await expect(as(tx => tx.insertInto('import_batch').values(row).execute())).rejects.toThrow(
        /row-level security/,
      )
    }
    await expect(
      as(tx =>
        tx.updateTable('import_batch').set({ unit_id: room.units.first }).where('id', '=', own.id).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  it('say what was met and where, and hold back what a participant has there', async () => {
    const batch = await sent()
    const remarksTo = async (who: Parameters<ResultsRoom['call']>[0]) =>
      (await room.call(who, 'GET', `/api/imports/remarks?batch=${batch.id}&kind=cross-latin`)).body.items
    const [told] = await remarksTo(coordinator())
    const [whole] = await remarksTo(room.scopes.analyst)
    expect(whole.value).toBe('X')
    expect(told).toEqual({ ...whole, value: '' })
    expect(told).toMatchObject({ row: 3, column: expect.stringContaining('балл за 1') })
    const file = await room.call(
      coordinator(),
      'GET',
      `/api/imports/remarks/export.xlsx?batch=${batch.id}&kind=cross-latin`,
    )
    const [, row] = Object.values(await readSheets(file.body)).at(-1)!
    expect(row).toContain(3)
    expect(row).not.toContain('X')
  })
})
