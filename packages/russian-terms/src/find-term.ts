import { readTerm } from './read-term.ts'
import type { Period, Term } from './term.ts'

const MONTH =
  '(?:январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[йя]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь])'
const YEAR = '(?:\\s*(?:20)\\d\\d\\s*(?:года|г\\.?)?)?'
const DAY = `(?:[«"]?\\d{1,2}[»"]?\\s+${MONTH}${YEAR}|\\d{1,2}\\.\\d{2}(?:\\.\\d{4}|\\.\\d{2})?(?![\\d.]\\d)(?:\\s*г(?:ода|\\.)?)?)`
/**
 * What may be taken for a term inside a sentence. Narrower than the reader itself: «в 2021 году» and «по итогам
 * ВПР» in the text of a measure are its subject, not its term.
 */
const FORMS = [
  `(?:в\\s+)?срок\\s*(?:исполнения|реализации|выполнения|проведения)?\\s*[-–—:]?\\s*(?:до|не\\s+позднее)\\s+${DAY}`,
  `(?<![а-яё])(?:до|не\\s+позднее|не\\s+позже)\\s+${DAY}`,
  `(?<![а-яё])с\\s+${DAY}\\s+(?:по|до)\\s+${DAY}`,
  `(?<![а-яё])с\\s+\\d{1,2}\\s+по\\s+${DAY}`,
  `(?<![а-яё])до\\s+\\d{1,2}(?:-?го)?\\s+числа\\s+каждого\\s+месяца`,
  `(?<![а-яё])(?:ежемесячно|ежеквартально|еженедельно|ежегодно)(?![а-яё])(?:\\s+до\\s+\\d{1,2}(?:-?го)?\\s+числа)?`,
  `(?<![а-яё])в\\s+течение\\s+(?:всего\\s+)?(?:учебного\\s+года|года(?![а-яё]))`,
  `(?<![а-яё])в\\s+течение\\s+\\d{1,2}\\s+(?:рабочих\\s+|календарных\\s+)?дней\\s+(?:со\\s+дня|с\\s+момента|после)\\s+[а-яё ]+`,
].map(source => new RegExp(source, 'iu'))

/** A term inside the sentence of a measure («Направить до 12 марта 2021 г. замечания»), or null. */
export function findTerm(text: string, options: { readonly period?: Period | null } = {}): Term | null {
  const plain = text.replace(/\s+/g, ' ')
  for (const pattern of FORMS) {
    const match = pattern.exec(plain)
    if (match) return readTerm(match[0].replace(/^(?:в\s+)?срок[^–—:-]*[–—:-]\s*/i, ''), options)
  }
  return null
}
