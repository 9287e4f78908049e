import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeCsv } from '../../documents/csv/index.ts'
import { type Cell, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { readFederalFile } from './read-federal-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-federal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HEADER = ['Год', 'Логин', 'Муниципалитет', 'ОО', '4 РУ', '4 МА', '5 РУ', '5 МА', 'Количество маркеров']

function csv(rows: readonly (readonly Cell[])[]) {
  const path = join(folder, 'list.csv')
  writeFileSync(path, writeCsv(rows))
  return readFederalFile(path, 'перечень.csv')
}

async function xlsx(rows: readonly (readonly Cell[])[]) {
  const path = join(folder, 'list.xlsx')
  const [header, ...body] = rows
  const columns = header.map(name => ({ header: String(name) }))
  await writeWorkbook(path, [{ name: 'Перечень', columns, rows: body, selected: body.length }])
  return readFederalFile(path, 'перечень.xlsx')
}

describe('the reader of federal lists', () => {
  it('takes the official layout, as a workbook and as text', async () => {
    const rows = [HEADER, [2021, 'edu990001', 'Западный район', 'Школа № 1', 1, null, null, '+', 2]]
    for (const read of [csv, xlsx]) {
      const { rows: read1, problems } = await read(rows)
      expect(problems).toEqual([])
      expect(read1).toMatchObject([
        {
          ...{ row: 2, year: 2021, login: 'edu990001', digits: '990001', school: 'Школа № 1' },
          ...{ municipality: 'Западный район', markers: ['4 РУ', '5 МА'], count: 2 },
        },
      ])
    }
  })

  it('knows columns by their headings, in any order and spelling, below a title', async () => {
    const { rows, problems } = await csv([
      ['Перечень ОО с признаками необъективных результатов', '', '', ''],
      ['5 MA', 'кол-во маркеров', 'ЛОГИН ОО', '4PУ'],
      ['да', '1', 'EDU 990001', '-'],
      ['', '', '', ''],
      ['0', '', 'sch990002', 'х'],
    ])
    expect(problems).toEqual([])
    expect(rows.map(({ row, digits, markers, count }) => [row, digits, markers, count])).toEqual([
      [3, '990001', ['5 МА'], 1],
      [5, '990002', ['4 РУ'], null],
    ])
  })

  it('tells every cell that it cannot read, and takes none of them for nothing', async () => {
    const { problems } = await csv([
      HEADER,
      ['21', 'школа', '', '', '?', '', '', '', 'два'],
      ['2021', 'edu990001', '', '', '1', '', '', '', '1'],
    ])
    expect(problems.map(({ code, place }) => [code, place?.row, place?.column, place?.value])).toEqual([
      ['federal-bad-mark', 2, '4 РУ', '?'],
      ['federal-bad-login', 2, 'Логин', 'школа'],
      ['federal-bad-year', 2, 'Год', '21'],
      ['federal-bad-count', 2, 'Количество маркеров', 'два'],
    ])
  })

  it('refuses what is no such list, in the words of a problem', async () => {
    expect((await csv([['Логин', 'Имя']])).problems).toEqual([
      { code: 'federal-columns-missing', place: { file: 'перечень.csv' } },
    ])
    const path = join(folder, 'x.xlsx')
    writeFileSync(path, Buffer.from([0x50, 0x4b, 0, 0, 1]))
    const { problems } = await readFederalFile(path, '../x.xlsx')
    expect(problems[0].place?.file).toBe('../x.xlsx')
  })
})
