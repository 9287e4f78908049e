const NUMBER = /^(?:№\s*)?((?:\d{1,3}|[IVXLХ]{1,6}|[а-яё](?=\)))(?:\s?\.\s?\d{1,3})*)\s*[.)]{0,2}$/u
const LEADING = /^(?:№\s*)?(\d{1,3}(?:\.\d{1,3})*)(?:[.)]+\s*|\s+(?=[А-ЯЁ«"]))(?=\D)/u

/** The number of a row as the document counts it («1.», «2.10», «IV») without its full stop; null for other words. */
export function numberIn(text: string): string | null {
  const match = NUMBER.exec(text.trim())
  return match ? match[1].replace(/\s/g, '').replace(/Х/g, 'X') : null
}

/** A number in front of the measure's text («1.2. Провести…»), and the text without it. */
export function leadingNumber(text: string): { number: string | null; rest: string } {
  const match = LEADING.exec(text)
  if (!match || /^(?:19|20)\d\d/.test(text)) return { number: null, rest: text }
  return { number: match[1], rest: text.slice(match[0].length).trim() }
}

export function isRoman(number: string): boolean {
  return /^[IVXL]+$/.test(number)
}

/**
 * Spreadsheets keep 1.10 as the number 1.1. After 1.9 it is 1.10 again, after 1.19 it is 1.20; the number as it should be,
 * or null where the row is in order.
 */
export function restoredNumber(number: string, before: string | null): string | null {
  const previous = /^(\d+)\.(\d+)$/.exec(before ?? '')
  if (!previous || !/^\d+\.\d$/.test(number)) return null
  const next = `${previous[1]}.${Number(previous[2]) + 1}`
  return next !== number && next.endsWith('0') && Number(next) === Number(number) ? next : null
}

/** Behind a row comes the next one, the first below it, or the first of a new count. */
export function follows(number: string, before: string): boolean {
  const [a, b] = [before.split('.').map(Number), number.split('.').map(Number)]
  return number === '1' || b.at(-1) === a.at(-1)! + 1 || b.length > a.length || b[0] === a[0] + 1
}
