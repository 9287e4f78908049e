import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import { acceptedBatches } from './index.ts'
import { literal, withDuckDb } from './store/duckdb.ts'
import { OGE_HEADER, ogeRow } from './testing/exam-rows.ts'
import { openResultsRoom, type ResultsRoom, sheetFile } from './testing/results-room.ts'

const FILE = 'Протоколы ОГЭ.xlsx'
/** Of nobody: a name, and the number of a document that no other figure here contains. */
const SECRETS = ['Тайникова', 'Аграфена', 'Аггеевна', '459873', '618273']
const secret = { name: ['Тайникова', 'Аграфена', 'Аггеевна'], document: ['459873', '618273'] } as const

/** Русский язык of two schools, математика of one; a row is shifted, a code unknown, sums differ. */
const ROWS = [
  OGE_HEADER,
  ogeRow(secret),
  ogeRow({ ...secret, school: 9102, code: 'R-2', primary: 9 }),
  ogeRow({ ...secret, school: 9777, code: 'R-3' }),
  ogeRow(secret).toSpliced(6, 1),
  ['02 - Математика 2025.06.06'],
  ogeRow({ ...secret, code: 'M-1', primary: 12 }),
]

forEachDatabase('files of examinations', open => {
  let room: ResultsRoom
  let file: Buffer
  beforeAll(async () => {
    room = await openResultsRoom(await open())
    await room.database.asSystem('system:test', tx =>
      sql`update unit set oge_code = case id when ${room.units.first} then '09101' else '9102' end
          where id in (${room.units.first}, ${room.units.second})`.execute(tx),
    )
    file = await sheetFile('Протокол', [['01 - Русский язык 2025.05.30'], ...ROWS])
  })
  afterAll(() => room.close())
  beforeEach(() => room.clear())

  const list = async () =>
    (await room.call(room.scopes.analyst, 'GET', '/api/imports')).body.items as {
      id: number
      set: string
      state: string
      version: number
      works: number
      schools: number
    }[]
  const act = (what: string, { id, version }: { id: number; version: number }) =>
    room.call(room.scopes.analyst, 'POST', `/api/imports/${id}/${what}`, { version, reason: 'проверка' })

  /** What was sent goes once its reading has ended. */
  const nothingIncoming = () =>
    vi.waitFor(() => expect(readdirSync(join(room.folder, 'incoming'))).toEqual([]))

  it('become a batch for each subject, accepted and undone by itself', async () => {
    await room.sendAndRead(room.scopes.analyst, FILE, file)
    const [mathematics, russian] = await list()
    expect([russian, mathematics]).toMatchObject([
      { set: 'ОГЭ: Русский язык, 9 класс, 2025', state: 'checked', works: 2, schools: 2 },
      { set: 'ОГЭ: Математика, 9 класс, 2025', state: 'checked', works: 1, schools: 1 },
    ])
    for (const one of [russian, mathematics]) expect(await act('accept', one)).toMatchObject({ status: 200 })
    const counting = await room.database.as(room.scopes.analyst, tx => acceptedBatches(tx))
    expect(counting.map(({ manifest }) => manifest.assessment.procedure)).toEqual(['ОГЭ', 'ОГЭ'])
    const rows = await room.database.asSystem('system:test', tx =>
      tx
        .selectFrom('batch_school')
        .select(['unit_id', 'rows'])
        .orderBy('batch_id')
        .orderBy('digits')
        .execute(),
    )
    expect(rows).toEqual([
      { unit_id: room.units.first, rows: 1 },
      { unit_id: room.units.second, rows: 1 },
      { unit_id: room.units.first, rows: 1 },
    ])
    const [now] = await list()
    expect(await act('undo', now)).toMatchObject({ status: 200 })
    expect((await list()).map(({ state }) => state)).toEqual(['undone', 'accepted'])
  })

  it('sent again bring only what is not there: all, and it is a duplicate', async () => {
    const { analyst } = room.scopes
    await room.sendAndRead(analyst, FILE, file)
    expect(await room.sendAndRead(analyst, FILE, file)).toMatchObject({ state: 'duplicate' })
    const mathematics = (await list()).find(({ set }) => set?.includes('Математика'))!
    await act('reject', mathematics)
    const again = await room.sendAndRead(analyst, FILE, file)
    expect(again).toMatchObject({ state: 'checked', set: 'ОГЭ: Математика, 9 класс, 2025', works: 1 })
    expect(again.warnings).toMatchObject([{ code: 'import-set-known' }, { code: 'import-without-campaign' }])
    expect(await room.sendAndRead(analyst, FILE, file)).toMatchObject({ state: 'duplicate' })
    await vi.waitFor(() => expect(readdirSync(join(room.folder, 'batches'))).toHaveLength(2))
    await nothingIncoming()
  })

  it('of a school bring nothing of another', async () => {
    const refused = await room.sendAndRead(room.scopes.head, FILE, file)
    expect(refused.state).toBe('refused')
    expect(refused.problems.map(({ code }: { code: string }) => code)).toEqual(['import-rows-of-nobody'])
    const own = [['02 - Математика 2025.06.06'], OGE_HEADER, ogeRow({ ...secret, code: 'M-1' })]
    expect(await room.sendAndRead(room.scopes.head, FILE, await sheetFile('Протокол', own))).toMatchObject({
      state: 'checked',
      works: 1,
    })
  })

  it('leave neither a name nor a document: not in the folder, the database, an answer or the log', async () => {
    const { analyst } = room.scopes
    const told = vi.spyOn(console, 'error')
    const journal = await room.sendAndRead(analyst, FILE, file, '?kind=journal')
    expect(journal).toMatchObject({ state: 'refused', problems: [{ code: 'journal-of-exam' }] })
    await room.sendAndRead(analyst, FILE, file)
    await room.sendAndRead(analyst, 'без заголовка.xlsx', await sheetFile('Лист', ROWS.slice(1, 4)))
    const answers: unknown[] = [await list()]
    for (const { id } of await list())
      for (const url of [`/api/imports/${id}`, `/api/imports/remarks?batch=${id}`])
        answers.push((await room.call(analyst, 'GET', url)).body)
    await nothingIncoming()
    const places = {
      answers: JSON.stringify(answers),
      log: JSON.stringify(told.mock.calls),
      folder: await textOfFolder(room.folder),
      database: await textOfDatabase(room),
    }
    expect(places.answers).toContain('exam-row-shifted')
    expect(places.folder).toContain('R-2')
    expect(places.database).toContain('Русский язык')
    for (const [place, text] of Object.entries(places))
      for (const word of SECRETS) expect(text.includes(word), `${word} in ${place}`).toBe(false)
  })
})

/** Every file as bytes and, where it is Parquet, its rows. */
async function textOfFolder(folder: string): Promise<string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile())
  const texts: string[] = []
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name)
    texts.push(name, readFileSync(path, 'utf8'))
    if (!name.endsWith('.parquet')) continue
    const rows = await withDuckDb(async connection =>
      (await connection.runAndReadAll(`SELECT * FROM read_parquet(${literal(path)})`)).getRows(),
    )
    texts.push(rows.flat().map(String).join(' '))
  }
  return texts.join('\n')
}

function textOfDatabase({ database }: ResultsRoom): Promise<string> {
  return database.asSystem('system:test', async tx => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(tx)
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(tx)
      texts.push(...rows.map(({ row }) => row))
    }
    return texts.join('\n')
  })
}
