import { type Draft, doubt, newDraft, putCell } from './draft.ts'
import { type ColumnRole, recogniseHeading } from './headings.ts'
import { leadingNumber } from './numbers.ts'
import { oneLine } from './words.ts'

const LABELLED = /^(?:\d{1,2}[.)]\s*)?([А-ЯЁ][А-ЯЁа-яё ]{2,40}?)\s*(?:№\s*\d{1,3}\s*)?[:–—]\s+(\S.*)$/u

/** A card a measure, each line with its own heading: «Мероприятие: …», «Срок: …», «Ответственный: …». */
export function readLabelled(lines: readonly string[]): { drafts: Draft[]; begins: number } {
  const said = lines.map(line => labelled(oneLine(line)))
  const begins = said.findIndex(one => one?.role === 'text')
  const count = (role: ColumnRole) => said.filter(one => one?.role === role).length
  if (count('text') < 2 || count('term') < 2) return { drafts: [], begins: 0 }
  const drafts: Draft[] = []
  let role: ColumnRole | null = null
  for (const [at, one] of said.slice(begins).entries()) {
    const words = oneLine(lines[begins + at])
    if (one?.role === 'text') {
      const draft = newDraft({ section: null, year: null, level: null }, new Set(['term']))
      const { number, rest } = leadingNumber(words)
      draft.number = number ?? one.number ?? null
      draft.text = number === null ? one.words : (labelled(rest)?.words ?? one.words)
      doubt(draft, 'text', 'cells-guessed')
      drafts.push(draft)
    } else if (one) putCell(drafts.at(-1)!, one.role, one.words)
    else if (words !== '' && role === 'text') drafts.at(-1)!.text += ` ${words}`
    else if (words !== '' && role !== null) putCell(drafts.at(-1)!, role, words)
    role = one?.role ?? (words === '' ? null : role)
  }
  return { drafts, begins }
}

const ROLES: ReadonlySet<ColumnRole> = new Set([
  'text',
  'term',
  'responsible',
  'performer',
  'place',
  'participants',
  'expected',
  'note',
])

/** «Мероприятие 1. Сбор заявок» */
const COUNTED = /^Мероприятие\s+(?:№\s*)?(\d{1,3})\s*[.:)–—]\s*(\S.*)$/i

function labelled(line: string): { role: ColumnRole; words: string; number?: string } | null {
  const counted = COUNTED.exec(line)
  if (counted) return { role: 'text', words: counted[2].trim(), number: counted[1] }
  const match = LABELLED.exec(line)
  if (!match) return null
  const { role } = recogniseHeading(match[1])
  return ROLES.has(role) ? { role, words: match[2].trim() } : null
}
