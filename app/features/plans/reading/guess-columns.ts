import { readTerm } from '@objektiv/russian-terms'
import type { Grid, GridCell } from './document.ts'
import type { Column, ColumnRole } from './headings.ts'
import { numberIn } from './numbers.ts'
import { namesSomebody, personIn } from './responsible.ts'
import { oneLine } from './words.ts'

/** Columns are told by what stands in them only where nearly all of it says the same. */
const MOST = 0.7
/** Longer words are a sentence, not a term or a name. */
const LONGEST_TERM = 90
/** Names of subjects, schools and papers are shorter than measures are. */
const SHORTEST_MEASURE = 12

/** Columns of lists and schedules: what is written where, not what is done. */
const THINGS =
  /школ|класс|предмет|фамили|ф\.?\s?и\.?\s?о|адрес|ппэ|муниципал|район|организаци[яи]|учреждени|наименование о[оу]|должност|показател|цел[ьи]|расход|стоимост|оборудован|товар/i

/** Puts a role to columns whose headings say nothing: by their terms, their names, their numbers, their long sentences. */
export function guessColumns(
  columns: readonly Column[],
  rows: Grid,
  { texts: mayBeText = true }: { readonly texts?: boolean } = {},
): Column[] | null {
  const body = rows.filter(row => row.filter(isOwn).length > 1)
  if (body.length < 2) return null
  const guessed = [...columns]
  const has = (...roles: ColumnRole[]) => guessed.some(({ role }) => roles.includes(role))
  const give = (role: ColumnRole, at: number) => {
    if (at >= 0) guessed[at] = { ...guessed[at], role }
  }
  const best = (measure: (texts: readonly string[]) => number, least: number, except?: RegExp): number => {
    const found = guessed.map(({ role, heading }, at) =>
      role === 'other' && !except?.test(heading) ? measure(textsOf(body, at)) : 0,
    )
    const most = Math.max(...found)
    return most >= least ? found.indexOf(most) : -1
  }
  const counts = guessed[0].role === 'other' && !has('number')
  if (counts && shareOf(textsOf(body, 0), text => numberIn(text) !== null) >= MOST) give('number', 0)
  if (!has('term', 'start', 'finish', 'calendar'))
    give(
      'term',
      best(texts => shareOf(texts, isTerm), MOST),
    )
  if (mayBeText && !has('text'))
    give(
      'text',
      best(texts => (isProse(texts) ? lengthOf(texts) : 0), SHORTEST_MEASURE, THINGS),
    )
  // Beside no term a column of names is a list of persons.
  if (
    has('text', 'section') &&
    has('term', 'start', 'finish', 'calendar') &&
    !has('responsible', 'performer')
  )
    give(
      'responsible',
      best(texts => shareOf(texts, namesSomebody), MOST),
    )
  return guessed
}

/** Nearly every cell of a column says when. */
export function saysWhen(rows: Grid, at: number): boolean {
  return shareOf(textsOf(rows, at), isTerm) >= MOST
}

/** A table whose first row is a measure already: read where terms stand in it, and words beside them. */
export function guessAll(rows: Grid): Column[] | null {
  const none = rows[0]?.map((): Column => ({ role: 'other', heading: '', level: null })) ?? []
  const columns = guessColumns(none, rows)
  const has = (role: ColumnRole) => columns?.some(column => column.role === role)
  return has('term') && has('text') && (has('number') || has('responsible')) ? columns : null
}

const isOwn = ({ text, across, down }: GridCell) => text.trim() !== '' && !across && !down

function textsOf(rows: Grid, at: number): string[] {
  return rows.flatMap(row => (isOwn(row[at]) ? [oneLine(row[at].text)] : []))
}

function shareOf(texts: readonly string[], fits: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(fits).length / texts.length
}

/** A number alone («2021», «12,0») counts something. */
function isTerm(text: string): boolean {
  if (text.length > LONGEST_TERM || !/[а-яё]{3}|\d{1,2}\.\d{1,2}\.(?:20)?\d\d/i.test(text)) return false
  return readTerm(text).kind !== 'unknown'
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0) / texts.length
}

/** Sentences, each of its own: a list of schools says «МБОУ» in every row, one of subjects or of terms names one thing. */
function isProse(texts: readonly string[]): boolean {
  const several = shareOf(texts, text => /[а-яё]{2,}[^а-яё]+[а-яё]{3,}/i.test(text))
  const schools = shareOf(texts, text => /^[«"]?(?:М[БАК]?Д?ОУ|ГБОУ|М[уУ]ниципальн|ППЭ)/.test(text))
  return several >= 0.6 && schools < 0.5 && shareOf(texts, text => personIn(text) !== null) < 0.5
}
