import type { Cell } from '../../../documents/spreadsheet/types.ts'
import { HeaderRow } from '../layouts/layout.ts'

/** Which examination a protocol is of; both are marked outside the school. */
export type Exam = 'ОГЭ' | 'ЕГЭ'

/**
 * Which column means what; null where the file has no such column. Columns of names and documents are known for one
 * purpose: a figure among names betrays a shifted row. Nothing is ever taken from them.
 */
export interface ExamColumns {
  readonly exam: Exam
  readonly school: number
  readonly class: number | null
  readonly code: number
  readonly variant: number | null
  readonly short: number | null
  readonly long: number | null
  readonly primary: number
  /** «Оценка» of ОГЭ, «Итоговый балл» of ЕГЭ. */
  readonly result: number
  readonly names: readonly number[]
}

export const EXAM_SIGNATURES = [
  'ОГЭ: Код ОО · Класс · Код участника · Ответы в краткой форме · Первичный балл · Оценка',
  'ЕГЭ: Код ОО · Класс · Код участника · Ответы в краткой форме · Первичный балл · Итоговый балл',
]

/** Columns of a protocol of ОГЭ or ЕГЭ (DOMAIN §3.6) whose header this row is, or null. */
export function recogniseExam(cells: readonly Cell[]): ExamColumns | null {
  const header = new HeaderRow(cells)
  const school = header.find('код оо')
  const code = header.findStart('код участника')
  const primary = header.find('первичный балл')
  if (school === null || code === null || primary === null) return null
  const mark = header.find('оценка')
  const score = header.find('итоговый балл')
  const result = score ?? mark
  if (result === null) return null
  const names = ['фамилия', 'имя', 'отчество'].flatMap(name => header.find(name) ?? [])
  return {
    exam: score === null ? 'ОГЭ' : 'ЕГЭ',
    ...{ school, code, primary, result, names },
    class: header.find('класс'),
    variant: header.find('вариант'),
    short: header.findStart('ответы в кратк'),
    long: header.findStart('ответы в разв'),
  }
}
