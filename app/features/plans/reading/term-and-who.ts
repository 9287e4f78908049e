import { readTerm } from '@objektiv/russian-terms'
import { namesSomebody } from './responsible.ts'
import { oneLine, plainWords } from './words.ts'

/** «Срок, ответственный»: one column for both. */
export function namesBoth(heading: string): boolean {
  const plain = plainWords(heading)
  return /(?<![а-я])(?:сроки?|дат[аы])(?![а-я])/.test(plain) && /ответствен|исполнител/.test(plain)
}

/** Parts a cell of such a column where a line or a comma ends the term; null where neither half is a term alone. */
export function partTermAndWho(text: string): { term: string; who: string } | null {
  const cuts = [...text.matchAll(/\n|[,;/](?=\s)|\s[–—-]\s/g)]
  const halves = cuts.map(
    ({ index, 0: sign }) => [text.slice(0, index), text.slice(index + sign.length)] as const,
  )
  for (const [first, second] of [...halves].reverse())
    if (isTermAlone(first) && isWho(second)) return { term: first.trim(), who: second.trim() }
  for (const [first, second] of halves)
    if (isTermAlone(second) && isWho(first)) return { term: second.trim(), who: first.trim() }
  return partAtCapital(text)
}

/** «1–15 декабря Комитет по образованию»: a page of a PDF runs two full lines into one. */
function partAtCapital(text: string): { term: string; who: string } | null {
  for (const { index } of [...text.matchAll(/\s(?=[А-ЯЁ])/g)].reverse()) {
    const [term, who] = [text.slice(0, index).trim(), text.slice(index).trim()]
    if (isTermAlone(term) && namesSomebody(oneLine(who))) return { term, who }
  }
  return null
}

const TERM_LABEL =
  /^срок[а-яё]*(?:\s+(?:исполнения|реализации|выполнения|проведения))?(?:\s*[:–—-]\s*|\s+(?=(?:до\s+)?\d))/i
const WHO_LABEL =
  /^(?:отв(?:етственн[а-яё]+|\.)(?:\s+исполнител[а-яё]+)?|исполнител[а-яё]+)(?:\s*[:–—-]\s*|\s+)/i

/** «срок – до 1 мая; ответственные – эксперты (по согласованию)»: each half says what it is. */
export function partLabelled(text: string): { term: string; who: string } | null {
  const parts = text
    .split(/;\s*|[,.]\s+(?=(?:срок|отв|исполнител))/i)
    .map(part => part.trim())
    .filter(Boolean)
  const term = parts.filter(part => TERM_LABEL.test(part))
  const who = parts.filter(part => !TERM_LABEL.test(part))
  if (term.length !== 1 || (who.length > 0 && !WHO_LABEL.test(who[0]))) return null
  return { term: term[0].replace(TERM_LABEL, ''), who: who.join('; ').replace(WHO_LABEL, '') }
}

/** Words that are a term, and nothing else. */
export function isTermAlone(words: string): boolean {
  const { kind, doubts } = readTerm(oneLine(words))
  return kind !== 'unknown' && !doubts.includes('words-left')
}

/** Under «Мероприятие, срок» the term is the last line of the cell, or stands in brackets at its end. */
export function termBehindText(heading: string, text: string): string | null {
  if (!/(?<![а-я])(?:срок|дат)[аиы]?(?![а-я])/.test(plainWords(heading))) return null
  const last = text.trim().split('\n').at(-1)!
  const words = /\(([^()]{3,60})\)[.;]?$/.exec(last)?.[1] ?? (text.includes('\n') ? last : null)
  return words !== null && isTermAlone(words) ? words : null
}

/** Beside a term, under a heading that names both, any words that are no term say who. */
function isWho(words: string): boolean {
  return namesSomebody(oneLine(words)) || readTerm(oneLine(words)).kind === 'unknown'
}
