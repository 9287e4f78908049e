import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../documents/spreadsheet/types.ts'
import type { Remark } from '../dirt.ts'
import { readJournal } from './read-journal.ts'

const HEADER = ['Логин ОО', 'Код участника', 'Отметка по журналу']
const FILE = '2021 Математика, 4 класс, журнал.xlsx'

function read(rows: Cell[][], file = FILE, assume = {}) {
  const remarks: Remark[] = []
  const workbook = {
    sheetNames: ['Лист1'],
    async readSheet(_: string, onRow: (row: number, cells: readonly Cell[]) => false | undefined) {
      for (const [index, cells] of rows.entries()) if (onRow(index + 1, cells) === false) break
      return { rows: rows.length, cachedFormulas: 0 }
    },
  }
  const source = { file, sha256: 'a'.repeat(64), bytes: 1 }
  return readJournal(workbook, source, { assume, onRemark: remark => remarks.push(remark) }).then(
    batch => ({ ...batch, remarks }),
    error => ({ codes: error.problems?.map(({ code }: { code: string }) => code) ?? error }),
  )
}

describe('a list of journal marks', () => {
  it('gives marks by school and code, whatever surrounds them', async () => {
    const batch = await read([
      ['ВПР 2021. Отметки из журнала'],
      HEADER,
      ['sch990001', 40_001, 4],
      ['EDU 990002', '0040002', '5'],
      ['sch990001', 40_003, 'нет отметки'],
      ['sch990001', '', ''],
    ])
    expect(batch).toMatchObject({
      assessment: { procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Математика' },
      counts: { rows: 3, marks: 2, noSchool: 0, schools: 2 },
      schools: [
        { digits: '990001', login: 'sch990001', rows: 2 },
        { digits: '990002', login: 'edu990002', rows: 1 },
      ],
      columns: { count: 2, code: ['40001', '0040002'] },
    })
    if (!('remarks' in batch)) throw new Error('unread')
    expect(batch.remarks.map(({ kind, row }) => [kind, row])).toEqual([
      ['login-spelling', 4],
      ['no-mark', 5],
      ['empty-rows', 6],
      ['number-as-text', null],
    ])
  })

  it('of one participant with two marks gives neither, with the same mark twice gives one', async () => {
    const batch = await read([
      HEADER,
      ['sch990001', '007', 4],
      ['sch990001', 7, 5],
      ['sch990001', 8, 3],
      ['sch990001', 8, 3],
      ['sch990002', 7, 2],
    ])
    expect(batch).toMatchObject({ counts: { rows: 5, marks: 2 }, columns: { code: ['8', '7'] } })
    if (!('remarks' in batch)) throw new Error('unread')
    expect(batch.remarks.map(({ kind, row }) => [kind, row])).toEqual([
      ['journal-mark-twice', 3],
      ['duplicate-code', 5],
    ])
  })

  it('of a school need not name it, where the sender or the name of the file does', async () => {
    const rows = [HEADER.slice(1), [1, 5]]
    expect(await read(rows, FILE, { school: 'edu990005' })).toMatchObject({ schools: [{ digits: '990005' }] })
    expect(await read(rows, 'sch990006 Математика, 4 класс, 2021.xlsx')).toMatchObject({
      schools: [{ digits: '990006' }],
    })
    expect(await read(rows)).toEqual({ codes: ['logins-unreadable'] })
  })

  it('that is none is refused with everything that is wrong', async () => {
    expect(await read([['Фамилия', 'Класс']], 'журнал.xlsx')).toEqual({
      codes: ['journal-unknown', 'assessment-unknown', 'assessment-unknown', 'assessment-unknown'],
    })
    expect(await read([HEADER])).toEqual({ codes: ['journal-empty'] })
  })
})
