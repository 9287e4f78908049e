import { readTerm } from '@objektiv/russian-terms'
import { type Draft, doubt, newDraft, putCell } from './draft.ts'
import { type ColumnRole, recogniseHeading } from './headings.ts'
import { leadingNumber, numberIn } from './numbers.ts'
import { namesSomebody } from './responsible.ts'
import { MONTHS } from './table-state.ts'
import { tailOf } from './tail-of-point.ts'
import { isTermAlone } from './term-and-who.ts'
import { joinTwo, oneLine, startsLow } from './words.ts'

const MOST_WORDS = 6
const BULLET = /^[-–—•·▪●○*]\s+/
const IN_BRACKETS = /\s*\(\s*отв(?:етственн[а-яё]+|\.)\s*[:–—-]?\s*([^()]+)\)[.;]?$/i

/** A line without a number that ends as sentences do, or in a day: «Пробная работа 21.01». */
function isSentence(line: string): boolean {
  if (/_{2}/.test(line)) return false
  return /^[А-ЯЁ].{20,}[.;]$/.test(line) || (/^[А-ЯЁ].{12,}\d$/.test(line) && termAtEnd(line) !== null)
}

/** «Консультация для родителей, 19 ноября», «Правка программ – до 15.11.2020»: the longest end that is a term of its own. */
function termAtEnd(words: string): string | null {
  const pieces = words.split(' ')
  for (let from = Math.max(1, pieces.length - MOST_WORDS); from < pieces.length; from++) {
    const end = pieces.slice(from).join(' ').replace(/\)$/, '')
    if (pieces[from - 1] === '№') continue
    const setOff = /[,–—-]$/.test(pieces[from - 1]) || /^(?:до|не|с|к|еже|по|\d)/i.test(end)
    const { kind, start } = readTerm(end)
    const dated = kind === 'date' || kind === 'deadline' || kind === 'range' || kind === 'recurring'
    if (setOff && dated && isTermAlone(end) && (start !== null || !/^\d{1,2}$/.test(end))) return end
  }
  return null
}

const SAYS_WHEN = /^(?:вес[ьн]|в|во|до|после|перед|на протяжении|еже|постоянно|по|осен|зим|лет|каникул)/i

/** «Разбор работ (завуч)»: a short word in brackets at the end that is a post or a name. */
function whoInBrackets(words: string): string {
  const inside = /\(([^()]{3,60})\)[.;]?$/.exec(words)?.[1] ?? ''
  return namesSomebody(inside) ? inside : ''
}

/** «19.10 – сбор таблиц»: a day of its own in front of what is done. */
const DAY_IN_FRONT = /^((?:с\s+)?\d{1,2}[.\s][^–—:]{1,25}?)\s*[–—:-]\s+(?=\p{L}{3})/u

/** A plan without a table: months as titles («Октябрь», «Весь год»), and under each a list of what is done in it. */
export function readMonthLists(lines: readonly string[]): { drafts: Draft[]; begins: number } {
  const drafts: Draft[] = []
  const months = new Set<string>()
  let section: string | null = null
  /** The part whose items have numbers or marks, so that other lines in it are something else. */
  let marked: string | null = null
  let begins = 0
  for (const [at, raw] of lines.entries()) {
    const line = oneLine(raw)
    if (MONTHS.test(line)) {
      section = line.replace(/[.:]$/, '')
      if (drafts.length === 0 && months.size === 0) begins = at
      continue
    }
    if (section === null) continue
    const bullet = BULLET.test(line)
    const { number, rest } = isTermAlone(DAY_IN_FRONT.exec(line)?.[1] ?? '')
      ? { number: null, rest: line }
      : leadingNumber(line)
    const plain = number === null && !bullet
    if (plain && (marked === section || !isSentence(line))) {
      const last = drafts.at(-1)
      if (last && line !== '' && startsLow(line) && !(SAYS_WHEN.test(line) && isTermAlone(line))) {
        // The rest of a line that was broken.
        last.text = joinTwo(last.text, line.replace(/[;.]$/, ''))
        doubt(last, 'text', 'joined')
      }
      // Another title between the months: the month before has ended.
      if (line.length < 60 && (/[^.;]:$/.test(line) || (SAYS_WHEN.test(line) && isTermAlone(line))))
        section = line.replace(/[.:]$/, '')
      continue
    }
    if (!plain) marked = section
    const draft = newDraft({ section, year: null, level: null })
    const words = rest.replace(BULLET, '')
    draft.number = number
    const day = DAY_IN_FRONT.exec(words)
    const own = day && isTermAlone(day[1]) ? day : null
    const rests = (own ? words.slice(own[0].length) : words).replace(IN_BRACKETS, '')
    const tail = tailOf(rests)
    draft.text = tail?.words ?? rests.replace(/[;.]$/, '').trim()
    // A title that is no month is a term all the same («Во время ВПР»); a month is known by its section.
    const ofTitle = MONTHS.test(section) || !isTermAlone(section) ? '' : section
    putCell(draft, 'term', (own?.[1] ?? tail?.term) || (termAtEnd(draft.text) ?? ofTitle))
    putCell(draft, 'responsible', IN_BRACKETS.exec(words)?.[1] ?? tail?.who ?? whoInBrackets(rests))
    drafts.push(draft)
    months.add(section)
  }
  return months.size >= 2 ? { drafts, begins } : { drafts: [], begins: 0 }
}

/** Columns of a PDF one below the other: each under its heading, all of as many lines, so that lines make rows. */
export function readColumnBlocks(lines: readonly string[]): { drafts: Draft[]; begins: number } {
  const columns = new Map<ColumnRole, string[]>()
  let begins = 0
  for (let at = 0; at < lines.length; at++) {
    const block: string[] = []
    const from = at
    while (at < lines.length && lines[at].trim() !== '') block.push(oneLine(lines[at++]))
    const { role } = recogniseHeading(block[0] ?? '')
    if (block.length < 3 || role === 'other' || columns.has(role) || numberIn(block[0]) !== null) continue
    columns.set(role, block.slice(1))
    if (role === 'text') begins = from
  }
  const texts = columns.get('text') ?? []
  const whole = [...columns].filter(([, cells]) => cells.length === texts.length)
  const known = whole.some(([role]) => role === 'term') && whole.length === columns.size && whole.length > 2
  if (!known) return { drafts: [], begins: 0 }
  const drafts = texts.map((text, row) => {
    const draft = newDraft({ section: null, year: null, level: null }, new Set(columns.keys()))
    draft.text = text
    for (const [role, cells] of whole)
      if (role === 'number') draft.number = numberIn(cells[row])
      else if (role !== 'text') putCell(draft, role, cells[row])
    doubt(draft, 'text', 'cells-guessed')
    return draft
  })
  return { drafts, begins }
}
