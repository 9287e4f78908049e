import { readTerm, type Term } from '@objektiv/russian-terms'
import { startsLow } from './words.ts'

/** No term goes on for longer. */
const MOST_LINES = 4
const LONGEST = 70
const MOST_WORDS = 8

/** Words that a term may begin with and mean the same without. */
const OPENERS =
  /^(?:в|во|на|ко?|со?|по|до|за|не|от|при|период|срок[аи]?|течение|месяц[а-я]*|соответствии|согласно|весь|всего|од[ин][а-я]*|раз|реже|еже[а-я]+|кажд[а-я]+)$/
/** Who answers, in low letters: no term goes on so. */
const WHO =
  /^(?:директор|зам|завуч|учител|классн|руководител|администрац|методист|координатор|педагог|специалист|председател|шмо|рук\.|кл\.|ответственн|библиотекар|психолог|эксперт|комисси|организатор|член|отдел|управлени|школ|рабоч|все |наблюдател|технич|родител|администратор|секретар|заместител|заведующ|куратор|тьютор|воспитател|логопед|социальн|соцпедагог|оператор|завхоз|аналитик|инженер|муниципальн|региональн)/i

/** The lines of a row that are its term: dates before what waits for something, since a sentence has more of the latter. */
export function termLines(lines: readonly string[]): { from: number; to: number } | null {
  const found: { from: number; to: number; dated: boolean }[] = []
  for (let from = 1; from < lines.length; from++) {
    for (let to = Math.min(lines.length, from + MOST_LINES); to > from; to--) {
      const words = lines.slice(from, to).join(' ')
      const term = sureTerm(words)
      if (term === null || !opensWithTerm(words, term) || isWrapped(lines.slice(from, to), term)) continue
      const dated = !term.kind.startsWith('by-')
      found.push({ from, to: dated ? to : endOfWaiting(lines, from, to), dated })
      // What lies inside is the rest of it.
      from = found.at(-1)!.to - 1
      break
    }
  }
  const dated = found.find(one => one.dated)
  // «по итогам анализа» may be a piece of the measure's own sentence: a cell begins with a capital letter, or comes last.
  return dated ?? found.find(({ from }) => !startsLow(lines[from])) ?? found.at(-1) ?? null
}

/** A row on one line: «Обучение наблюдателей март 2023 г. ИМЦ» is cut before and behind its term. */
export function cutAtTerm(lines: readonly string[]): readonly string[] {
  const words = lines.join(' ').split(' ')
  /** The first cut at dates, at what goes on, at what waits for something: in this order they are sure. */
  const cuts: (readonly string[] | undefined)[] = [undefined, undefined, undefined]
  for (let from = 1; from < words.length; from++) {
    for (let to = Math.min(words.length, from + MOST_WORDS); to > from; to--) {
      const piece = words.slice(from, to).join(' ')
      const rest = words.slice(to).join(' ')
      if (rest !== '' && !/^[А-ЯЁ«]/.test(rest) && !WHO.test(rest)) continue
      const term = sureTerm(piece)
      if (term === null || !opensWithTerm(piece, term) || isLoose(piece, term)) continue
      // «план на учебный год»: what the paper is for.
      if (term.kind === 'open' && (/^на\s/i.test(piece) || words[from - 1].toLowerCase() === 'на')) continue
      cuts[rankOf(term)] ??= [words.slice(0, from).join(' '), piece, ...(rest === '' ? [] : [rest])]
      break
    }
  }
  return cuts.find(cut => cut !== undefined) ?? lines
}

function rankOf({ kind }: Term): 0 | 1 | 2 {
  return kind.startsWith('by-') ? 2 : kind === 'open' || kind === 'recurring' ? 1 : 0
}

function sureTerm(words: string): Term | null {
  if (words.length > LONGEST) return null
  const term = readTerm(words)
  // «на заседании кафедры» in a sentence says where, not when.
  const where = term.kind === 'by-event' && /^(?:на|в рамках|в ходе)\s/.test(words)
  return where || term.kind === 'unknown' || term.doubts.includes('words-left') ? null : term
}

const same = (first: Term, second: Term) =>
  first.kind === second.kind &&
  first.start === second.start &&
  first.end === second.end &&
  JSON.stringify(first.rule) === JSON.stringify(second.rule)

/** The first word is of the term: without it the words would say something else. */
function opensWithTerm(words: string, term: Term): boolean {
  const [first, ...rest] = words.split(' ')
  return isOpener(first) || rest.length === 0 || !same(readTerm(rest.join(' ')), term)
}

/** «в период ВПР март – май» is dates, and words before them that are not theirs. */
function isLoose(words: string, term: Term): boolean {
  if (term.start === null && term.end === null && term.kind !== 'months' && term.kind !== 'range')
    return false
  if (term.kind === 'open' || term.kind === 'recurring') return false
  const pieces = words.split(' ')
  return pieces.some(
    (_, at) =>
      at > 0 &&
      pieces.slice(0, at).some(word => !isOpener(word)) &&
      same(readTerm(pieces.slice(at).join(' ')), term),
  )
}

/** «по графикам работ», «до 20 декабря»: the first line says nothing of the dates, so it is of the cell before. */
function isWrapped([, ...rest]: readonly string[], term: Term): boolean {
  return rest.length > 0 && rankOf(term) === 0 && same(readTerm(rest.join(' ')), term)
}

function isOpener(word: string): boolean {
  return OPENERS.test(word.toLowerCase())
}

/** «После проведения ВПР» ends where the next cell begins: with a capital letter, or with who answers. */
function endOfWaiting(lines: readonly string[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++)
    if ((/^[А-ЯЁ][а-яё]/.test(lines[at]) || WHO.test(lines[at])) && sureTerm(lines.slice(from, at).join(' ')))
      return at
  return to
}
