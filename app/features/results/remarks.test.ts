import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorkbook } from '../../documents/spreadsheet/index.ts'
import { forEachDatabase } from '../../platform/database/testing/index.ts'
import {
  MATHEMATICS,
  openResultsRoom,
  protocolFile,
  type ResultsRoom,
  row2021,
} from './testing/results-room.ts'

interface Item {
  batchId: number
  row: number | null
  column: string
  value: string
  kind: string
  what: string
  done: string
  sheet: string
}

forEachDatabase('remarks on files', open => {
  let room: ResultsRoom
  let first: { id: number; remarks: number }
  let refused: { id: number }

  beforeAll(async () => {
    room = await openResultsRoom(await open())
    const { analyst } = room.scopes
    const crosses = Array.from({ length: 40 }, (_, i) =>
      row2021({ code: i, scores: { 3: 'X', 14: 'не пройд.' }, total: 17 }),
    )
    first = await room.sendAndRead(
      analyst,
      MATHEMATICS,
      await protocolFile([...crosses, row2021({ code: 99, total: 21, class: '"а"' })]),
    )
    refused = await room.sendAndRead(analyst, 'план.xlsx', Buffer.from('не таблица'))
  })
  afterAll(() => room.close())

  const list = async (query = '', who = room.scopes.analyst as never) =>
    (await room.call(who, 'GET', `/api/imports/remarks${query}`)).body
  const all = async (query: string, limit = 7) => {
    const items: Item[] = []
    let cursor = ''
    for (;;) {
      const page = await list(`?limit=${limit}${query}${cursor}`)
      items.push(...page.items)
      if (page.next === null) return { items, total: page.total as number }
      cursor = `&cursor=${page.next}`
    }
  }

  it('are told cell by cell, every one, page after page', async () => {
    const { items, total } = await all(`&batch=${first.id}`)
    expect(items).toHaveLength(total)
    const cells = (kind: string) => items.filter(item => item.kind === kind)
    expect(cells('cross-latin').map(({ row, column, value }) => [row, column, value])).toEqual(
      Array.from({ length: 40 }, (_, i) => [i + 2, 'M «балл за 4»', 'X']),
    )
    expect(cells('not-taught')).toHaveLength(40)
    expect(cells('not-taught')[0]).toMatchObject({
      sheet: 'Sheet',
      value: 'не пройд.',
      what: '«не пройд.» вместо балла',
      done: 'тема ещё не пройдена: задание не входит в максимум участника',
    })
    expect(cells('total-above-maximum')).toMatchObject([{ row: 42, value: '21' }])
    expect(new Set(items.map(item => JSON.stringify(item))).size).toBe(total)
    // The warning of the whole file stands first.
    expect(items[0].kind).toBe('import-without-campaign')
    expect(total).toBe(first.remarks + 1)
  })

  it('by kind, with the count that the summary gives', async () => {
    const { kinds, states } = (await room.call(room.scopes.analyst, 'GET', '/api/imports/summary')).body
    for (const { kind, count } of kinds)
      expect([kind, (await all(`&kind=${kind}`, 200)).total]).toEqual([kind, count])
    expect(kinds.slice(0, 2)).toMatchObject([
      { kind: 'cross-latin', count: 40, files: 1 },
      { kind: 'not-taught', count: 40 },
    ])
    // What is true of a whole file is one line of it.
    expect((await list('?kind=number-as-text')).items).toMatchObject([{ row: null, column: '', value: '41' }])
    expect(states).toEqual([
      { state: 'checked', files: 1, works: 40 },
      { state: 'refused', files: 1, works: 0 },
    ])
    expect(await all('&kind=no-such-kind')).toEqual({ items: [], total: 0 })
    expect((await list("?kind=x' or 1=1 --")).total).toBe(0)
  })

  it('come apart into what needs a look and what was read as usual, and nothing is lost between them', async () => {
    const of = (group: string) => all(`&batch=${first.id}&group=${group}`, 100)
    const [every, odd, usual] = [await all(`&batch=${first.id}`, 100), await of('odd'), await of('usual')]
    expect(odd.total + usual.total).toBe(every.total)
    const odds = ['import-without-campaign', 'total-above-maximum', 'total-differs-from-sum']
    expect([...new Set(odd.items.map(({ kind }) => kind))].sort()).toEqual(odds)
    expect(new Set(usual.items.map(({ kind }) => kind))).toEqual(
      new Set(['class-spelling', 'cross-latin', 'not-taught', 'number-as-text']),
    )
    const { kinds } = (await room.call(room.scopes.analyst, 'GET', '/api/imports/summary')).body
    for (const { kind, usual: isUsual } of kinds)
      expect([kind, isUsual]).toEqual([kind, !odds.includes(kind)])
    expect((await list('?group=none')).code).toBeDefined()
  })

  it('have the problems of refused files beside them', async () => {
    expect((await list(`?batch=${refused.id}`)).items).toMatchObject([
      { kind: 'not-a-spreadsheet', row: null, column: '', done: expect.stringContaining('файл не прочитан') },
    ])
    const { items } = await list('?state=refused')
    expect(items).toHaveLength(1)
    // The newest file first.
    expect((await list('?limit=1')).items[0].batchId).toBe(refused.id)
  })

  it('are for the region’s analyst and the school itself, and each reading is logged', async () => {
    const { head, municipality } = room.scopes
    expect((await list('', head as never)).items).toEqual([])
    expect((await list(`?batch=${first.id}`, head as never)).code).toBe('not-found')
    expect((await list('', municipality as never)).code).toBe('right-missing')
    const own = await room.sendAndRead(
      head,
      MATHEMATICS,
      await protocolFile([row2021({ scores: { 0: 'x' } })]),
    )
    const seen = (await list('', head as never)).items
    expect(new Set(seen.map(({ batchId }: Item) => batchId))).toEqual(new Set([own.id]))
    const log = await room.database.asSystem('system:test', tx =>
      tx
        .selectFrom('audit')
        .select(['account_id', 'subject_id', 'unit_id', 'after'])
        .where('subject', '=', 'import_remark')
        .where('action', '=', 'read')
        .orderBy('id', 'desc')
        .limit(1)
        .execute(),
    )
    expect(log).toMatchObject([{ account_id: 'head', unit_id: room.units.first }])
  })

  it('leave as a spreadsheet, as many rows as were chosen', async () => {
    const { total } = await list(`?batch=${first.id}&kind=cross-latin`)
    const url = `/api/imports/remarks/export.xlsx?batch=${first.id}&kind=cross-latin`
    const answer = await room.call(room.scopes.analyst, 'GET', url)
    const folder = mkdtempSync(join(tmpdir(), 'objektiv-remarks-'))
    writeFileSync(join(folder, 'a.xlsx'), answer.body)
    const book = await openWorkbook(join(folder, 'a.xlsx'))
    const rows: Record<string, unknown[][]> = {}
    for (const name of book.sheetNames) {
      rows[name] = []
      await book.readSheet(name, (_, cells) => {
        rows[name].push([...cells])
        return undefined
      })
    }
    book.close()
    rmSync(folder, { recursive: true })
    expect(rows.Параметры).toEqual(
      expect.arrayContaining([
        ['Загрузка №', first.id],
        ['Вид замечания', 'cross-latin'],
        ['Строк выбрано', total],
        ['Строк записано', total],
      ]),
    )
    const table = rows['Замечания по файлам']
    expect(table).toHaveLength(total + 1)
    expect(table[1].slice(1, 6)).toEqual([MATHEMATICS, 'Sheet', 2, 'M «балл за 4»', 'X'])
  })

  it('are gone with a file that was taken back', async () => {
    const { analyst } = room.scopes
    const { id, version } = await room.sendAndRead(
      analyst,
      MATHEMATICS,
      await protocolFile([row2021({ scores: { 0: 'H' } })]),
    )
    expect((await list(`?batch=${id}`)).total).toBeGreaterThan(1)
    await room.call(analyst, 'POST', `/api/imports/${id}/reject`, { version })
    const before = (await list()).items.map(({ batchId }: Item) => batchId)
    expect(before).not.toContain(id)
  })
})
