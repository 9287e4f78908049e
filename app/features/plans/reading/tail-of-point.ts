import { readTerm } from '@objektiv/russian-terms'
import { partLabelled } from './term-and-who.ts'
import { oneLine } from './words.ts'

const BRACKETS = /\s*\(([^()]{3,90})\)\s*[.;]?$/
const LABELLED =
  /(?:[,;]?\s+[–—-]?\s*(?=(?:срок|отв)[^,;:–—]*[:–—-]\s)|[,;]\s+(?=срок\s+(?:до\s+)?\d))((?:срок[а-яё]*(?:\s+(?:исполнения|реализации))?|отв[а-яё]*\.?)\s*[:–—-]?\s.+?)[.;]?$/i

/** «… до 31 марта. Ответственный Лосева Е. Е.»: who answers, without a colon. */
const ANSWERS =
  /(?<=[^А-ЯЁ.]|\sг)[.;]\s+(?:[Оо]тветственн(?:ый|ая|ые|ое лицо)|[Оо]тв\.)\s*[:–—-]?\s*([А-ЯЁ][^;:]{2,120}?)(?:(?<![А-ЯЁ])[.;])?$/

interface Tail {
  /** The point; without its end where a label sets that off, since brackets are of the sentence. */
  readonly words: string
  readonly term: string
  readonly who: string
}

/**
 * What closes a point says when: «…, срок – до 1 марта», «… (срок: май; отв. – методист)», «… (в течение апреля)». Null
 * where the end says nothing of when.
 */
export function tailOf(text: string): Tail | null {
  const whole = text.replace(/[;.]$/, '').trim()
  const brackets = BRACKETS.exec(text)
  const inside = brackets && partLabelled(brackets[1])
  if (brackets && inside) return { words: text.slice(0, brackets.index).trim(), ...inside }
  if (brackets && isTermInBrackets(brackets[1])) return { words: whole, term: brackets[1].trim(), who: '' }
  const labelled = LABELLED.exec(text)
  const said = labelled && partLabelled(labelled[1].trim())
  if (!labelled || !said) return answersIn(text)
  const words = before(text, labelled.index)
  const answers = said.who === '' ? answersIn(words) : null
  return { words: answers?.words ?? words, term: withStop(said.term), who: answers?.who ?? said.who }
}

function answersIn(text: string): Tail | null {
  const named = ANSWERS.exec(text)
  return named && { words: before(text, named.index), term: '', who: named[1].trim() }
}

function before(text: string, end: number): string {
  return withStop(text.slice(0, end).replace(/[,;]$/, '').trim())
}

/** The full stop of «2025 г.» stays. */
function withStop(words: string): string {
  return /\d\s?г$/.test(words) ? `${words}.` : words
}

/** «(ВПР)», «(2025 год)», «(по согласованию)» say nothing of when. */
function isTermInBrackets(words: string): boolean {
  if (!/[а-яё]{3}|\d\.\d/.test(words) || /^(?:по согласованию|при|в случае)/i.test(words)) return false
  const { kind, start, end, doubts } = readTerm(oneLine(words))
  const ofYears = kind === 'open' && (start !== null || end !== null)
  return kind !== 'unknown' && !ofYears && !doubts.includes('words-left')
}
