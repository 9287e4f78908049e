import type { Cell, Workbook } from '../../../documents/spreadsheet/types.ts'
import { loadSpecifications } from '../../procedures/index.ts'
import type { ExamCodes } from '../../territory/index.ts'
import { readExams } from '../exams/read-exams.ts'
import type { Assumed } from '../read-protocol.ts'
import type { Rows } from './fake-workbook.ts'

/** Layouts of DOMAIN §3.6, whole. */
export const EGE_HEADER: readonly Cell[] = [
  ...['№', 'Код ППЭ', 'Код ОО', 'Класс', 'Код ООП', 'Профиль', 'Фамилия', 'Имя', 'Отчество', 'Вариант'],
  ...['Код участника', '№ бланка', 'Ответы в краткой форме', 'Ответы в развернутой форме'],
  ...['Первичный балл', 'Итоговый балл'],
]
export const OGE_HEADER: readonly Cell[] = [
  ...['№', 'Код ОО', 'Класс', 'Код ППЭ', 'Аудитория', 'Код участника (Код регистрации)'],
  ...['Фамилия', 'Имя', 'Отчество', 'Серия', 'Номер', 'Ответы в краткой форме', 'Ответы в развернутой форме'],
  ...['Первичный балл', 'Оценка'],
]

export interface ExamRowChanges {
  school?: Cell
  class?: Cell
  code?: Cell
  name?: readonly [Cell, Cell, Cell]
  document?: readonly [Cell, Cell]
  short?: Cell
  long?: Cell
  primary?: Cell
  /** Mark of ОГЭ, final score of ЕГЭ. */
  result?: Cell
}

const NAME = ['Образцова', 'Марфа', 'Примеровна'] as const

/** A work of ОГЭ: 6 short answers and two long ones; clean unless changed. */
export function ogeRow(changes: ExamRowChanges = {}): Cell[] {
  const {
    school = 9101,
    class: label = '9А',
    code = 'R-1',
    name = NAME,
    document = ['4500', '111222'],
  } = changes
  const { short = '++-+++', long = '2(2)1(3)', primary = 8, result = 4 } = changes
  return [1, school, label, 12, 3, code, ...name, ...document, short, long, primary, result]
}

/** A work of ЕГЭ: 6 short answers and two long ones; clean unless changed. */
export function egeRow(changes: ExamRowChanges = {}): Cell[] {
  const { school = 8101, class: label = '11Б', code = 'E-1', name = NAME, short = '++-+++' } = changes
  const { long = '2(2)1(3)', primary = 8, result = 62 } = changes
  return [1, 12, school, label, 5, 'универсальный', ...name, 1, code, 777, short, long, primary, result]
}

/** Codes of ОГЭ 9101, 9102 and of ЕГЭ 8101, 8102 of two schools. */
export const CODES: ExamCodes = {
  ОГЭ: new Map([
    ['9101', 'sch990001'],
    ['9102', 'sch990002'],
  ]),
  ЕГЭ: new Map([
    ['8101', 'sch990001'],
    ['8102', 'sch990002'],
  ]),
}

/** Reads rows as the sheet of a workbook of this name. */
export async function readExamRows(
  rows: Rows,
  {
    file = 'протокол.xlsx',
    codes = CODES,
    assume,
  }: { file?: string; codes?: ExamCodes; assume?: Assumed } = {},
) {
  const workbook: Pick<Workbook, 'sheetNames' | 'readSheet'> = {
    sheetNames: ['Протокол'],
    async readSheet(_, onRow) {
      for (const [index, cells] of rows.entries()) if (onRow(index + 1, cells) === false) break
      return { rows: rows.length, cachedFormulas: 0 }
    },
  }
  return readExams(
    workbook,
    { file, sha256: 'a'.repeat(64), bytes: 1 },
    { specifications: await loadSpecifications(), examCodes: codes, ...(assume ? { assume } : {}) },
  )
}
