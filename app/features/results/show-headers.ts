import type { Cell } from '../../documents/spreadsheet/types.ts'
import { EXAM_SIGNATURES } from './exams/exam-columns.ts'
import { layouts } from './recognise-layout.ts'

/** Words that headers are made of: these are shown as they stand. */
const USUAL = new Set(
  [
    ...[...layouts.map(({ signature }) => signature), ...EXAM_SIGNATURES],
    'Логин Регион Муниципалитет Район Школа Организация Наименование Название Предмет Пол Дата Номер Балл Баллы',
    'Итого Всего Сумма Оценка Отметка Результат Параллель Задание Процент Фамилия Имя Отчество Серия Аудитория',
    'Участник Участники ФИО ППЭ ООП Профиль',
  ].flatMap(text => text.toLowerCase().match(/\p{L}+/gu) ?? []),
)

/**
 * The first headers of the fullest of the rows looked at, so that a person recognises the sheet. A file without a
 * header has rows of participants there: what is written like a name, or has figures like a document, is cut.
 */
export function showHeaders(rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map(cells =>
    cells.filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== ''),
  )
  const fullest = texts.reduce((best, row) => (row.length > best.length ? row : best), [])
  return (
    fullest
      .slice(0, 8)
      .map(text => cut(text.trim().slice(0, 40)))
      .join(' · ') || '—'
  )
}

function cut(text: string): string {
  const words = text.match(/\p{L}+/gu) ?? []
  const isNameLike = words.length > 0 && words.every(word => /^\p{Lu}/u.test(word))
  const shown = isNameLike
    ? text.replace(/\p{L}{2,}/gu, word => (USUAL.has(word.toLowerCase()) ? word : `${word[0]}…`))
    : text
  return shown.replace(/\d{4,}/g, figures => (/^20\d\d$/.test(figures) ? figures : '…'))
}
