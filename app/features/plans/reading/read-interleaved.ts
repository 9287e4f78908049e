import { roleOf } from './bodies.ts'
import { continueCell, type Draft, doubt, newDraft } from './draft.ts'
import { cutAtTerm, termLines } from './find-term-lines.ts'
import type { ColumnRole } from './headings.ts'
import { recogniseHeading } from './headings.ts'
import { follows, numberIn } from './numbers.ts'
import { rowsByParticipants } from './read-by-participants.ts'
import { isTotalLine } from './row-kinds.ts'
import { PAGE_END } from './text-to-document.ts'
import { oneLine, startsLow } from './words.ts'

const ROLE_WORDS =
  '№(?: ?п)?|N п/п|наименование|мероприяти|содержание|сроки?(?![а-яё])|дата|участник|ответствен|исполнител|ожидаем|результат|мест[оа]|примечан'

/**
 * Measures of a table whose columns a PDF has laid one after another, line by line. The header says which columns there
 * are; numbers, terms and well-known participants show where cells end. Every cell so found is doubtful.
 */
export function readInterleaved(lines: readonly string[]): { drafts: Draft[]; begins: number } {
  const header = findHeader(lines)
  if (!header) return { drafts: [], begins: 0 }
  const body = lines.slice(header.end).filter(line => !isTotalLine(oneLine(line)))
  const numbered = header.roles.includes('number') || startsNumbered(body)
  const drafts = numbered ? numberedRows(body, header.roles) : rowsByParticipants(body, header.roles)
  for (const draft of drafts) doubt(draft, 'text', 'cells-guessed')
  return { drafts, begins: header.begins }
}

/** Short lines that name at least two columns, one of them that of measures. */
function findHeader(lines: readonly string[]): { roles: ColumnRole[]; begins: number; end: number } | null {
  for (let at = 0; at < lines.length; at++) {
    const first = oneLine(lines[at])
    if (
      first.length > 90 ||
      !/^(?:№|N(?: ?п\/?п)?(?=\s|$)|п\/п|наименование|мероприяти[ея]$|мероприяти[ея]\s+(?:срок|ответств|участн)|содержание)/i.test(
        first,
      )
    )
      continue
    const window: string[] = []
    let end = at
    for (; end < lines.length && window.length < 12; end++) {
      const line = oneLine(lines[end])
      if (line === '' || line === PAGE_END) continue
      const goesOn =
        window.length === 0 ||
        new RegExp(`^(?:${ROLE_WORDS}|п/п|реализации|проведения|исполнения|результат)`, 'i').test(line) ||
        startsLow(line)
      if (!goesOn || /^1[.)]?(?:\s|$)/.test(line)) break
      // A cell in low letters after all headings would be taken in: it stops at the last heading word.
      window.push(line)
    }
    const roles = rolesOf(window.join(' '))
    // A list of schools has numbers and names as well.
    const ofPlan = roles.some(role => role !== 'number' && role !== 'text')
    if (ofPlan && roles.includes('text')) return { roles, begins: at, end }
  }
  return null
}

function rolesOf(words: string): ColumnRole[] {
  const found = [...words.matchAll(new RegExp(`(?<![а-яё])(?:${ROLE_WORDS})[а-яё]*`, 'gi'))]
  const roles = found.map(({ 0: word }) => (/^(?:№|N)/.test(word) ? 'number' : recogniseHeading(word).role))
  return [...new Set(roles)].filter(role => role !== 'other')
}

function startsNumbered(lines: readonly string[]): boolean {
  const numbers = lines.flatMap(line => /^\s*(\d{1,3})[.)]?(?=\s|$)/.exec(line)?.[1] ?? [])
  return [1, 2, 3].every((number, at) => numbers.indexOf(String(number)) >= at) && numbers.includes('3')
}

/** «1 декабря»: a term at the beginning of its line is no first row. */
const DAY_OF_MONTH = /^\d{1,2}\s+(?:январ|феврал|марта|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр)/

/** Rows that begin with the next number; inside, the line that reads as a term parts what is before and after. */
function numberedRows(lines: readonly string[], roles: readonly ColumnRole[]): Draft[] {
  const drafts: Draft[] = []
  let section: string | null = null
  let rows: NumberedRow[] = []
  let expected = 1
  const titles = titlesOver(lines)
  const bare = countsAlone(lines)
  let titled = false
  for (const [at, raw] of lines.entries()) {
    const line = oneLine(raw)
    if (line === '' || raw === PAGE_END || isHeadingAgain(line)) continue
    if (titles.has(at) || (bare && opensPart(lines, at))) {
      section = line
      titled = bare
      continue
    }
    const match = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?(?:\s+(.*))?$/.exec(line)
    const whole = match && numberIn(match[1])
    if (
      match &&
      whole &&
      !DAY_OF_MONTH.test(line) &&
      (match[1] === String(expected) || match[1] === '1' || match[1].includes('.')) &&
      (rows.length === 0 || follows(match[1], rows.at(-1)!.number)) &&
      !(bare && match[2])
    ) {
      titled = false
      rows.push({ number: whole, lines: match[2] ? [match[2]] : [], section })
      expected = Number(match[1].split('.').at(-1)) + 1
    } else if (titled) section = `${section} ${line}`
    else if (rows.length > 0) rows.at(-1)!.lines.push(line)
    else section = line
  }
  rows = withTitlesBetween(rows.filter(row => row.lines.length > 0))
  for (const row of rows) drafts.push(rowDraft(row, roles))
  return drafts
}

interface NumberedRow {
  readonly number: string
  readonly lines: string[]
  section: string | null
}

/** Where a line holds a whole row, a line behind it with a capital letter is the title of the rows below. */
function withTitlesBetween(rows: readonly NumberedRow[]): NumberedRow[] {
  const isWhole = ({ lines: [first] }: NumberedRow) => cutAtTerm([first]).length === 3
  if (rows.filter(isWhole).length * 10 < rows.length * 7) return [...rows]
  let title: string | null = null
  return rows.map((row, at) => {
    const section = title ?? row.section
    const last = row.lines.at(-1)!
    const opens =
      row.lines.length === 2 && at < rows.length - 1 && isWhole(row) && /^[А-ЯЁ][^.;,]{8,}$/.test(last)
    if (opens) title = last
    return { ...row, section, lines: opens ? row.lines.slice(0, -1) : row.lines }
  })
}

const ALONE = /^\d{1,3}[.)]?$/
const WITH_WORDS = /^\d{1,2}[.)]\s*[А-ЯЁ]/

/** Rows are counted by numbers that stand on lines of their own, so that «1. Работа с кадрами» is no row. */
function countsAlone(lines: readonly string[]): boolean {
  const plain = lines.map(oneLine)
  const alone = plain.filter(line => ALONE.test(line))
  const others = plain.filter(line => WITH_WORDS.test(line))
  return alone.some(line => Number.parseInt(line, 10) === 1) && alone.length * 3 >= others.length
}

/** A numbered title over rows that begin to count anew. */
function opensPart(lines: readonly string[], at: number): boolean {
  if (!WITH_WORDS.test(oneLine(lines[at]))) return false
  const next = lines.slice(at + 1, at + 6).map(oneLine)
  const row = next.findIndex(line => ALONE.test(line))
  const between = next.slice(0, row)
  return row >= 0 && Number.parseInt(next[row], 10) === 1 && !between.some(line => WITH_WORDS.test(line))
}

/** «Раздел 2. Анализ», «III. Контроль»: a title by its own words. */
const SECTION =
  /^(?:(?:раздел|направление|этап|блок|модуль|задача)\s+(?:[IVX]+|\d{1,2})(?![\d.]*\d)|[IVX]{1,4}\.\s+[А-ЯЁ])/i

/** «2. Методическая работа» right over «2.1»: a title among the cells. */
function titlesOver(lines: readonly string[]): ReadonlySet<number> {
  const filled = lines.flatMap((line, at) => (oneLine(line) === '' ? [] : [{ at, line: oneLine(line) }]))
  return new Set(
    filled.flatMap(({ at, line }, place) => {
      const number = /^(\d{1,2}|[IVX]{1,4})[.)]?\s+(?=\D)/.exec(line)?.[1]
      const below = filled[place + 1]?.line
      if (number && /^\d{1,2}\.1(?![.\d]*\d)/.test(below ?? '')) return [at]
      return SECTION.test(line) &&
        line.length < 160 &&
        /^\d{1,3}(?:\.\d{1,3})*[.)]?(?:\s|$)/.test(below ?? '')
        ? [at]
        : []
    }),
  )
}

function isHeadingAgain(line: string): boolean {
  return /^(?:№ ?п\/?п|мероприятия?|сроки?(?: [а-яё]+)?|ответственн[а-яё]+(?: [а-яё]+)?|ожидаемый результат|1 2 3 4( 5)?)$/i.test(
    line,
  )
}

function rowDraft(
  { number, lines, section }: { number: string; lines: readonly string[]; section: string | null },
  roles: readonly ColumnRole[],
): Draft {
  const draft = newDraft({ section, year: null, level: null }, new Set(roles))
  draft.number = number
  const after = roles.filter(role => role !== 'number' && role !== 'text')
  const pieces = after.includes('term') && termLines(lines) === null ? cutAtTerm(lines) : lines
  return fillRow(draft, pieces, after)
}

function fillRow(draft: Draft, lines: readonly string[], after: readonly ColumnRole[]): Draft {
  const term = after.includes('term') ? termLines(lines) : null
  if (!term) {
    const who = after.includes('responsible')
      ? lines.findIndex((line, at) => at > 0 && roleOf(line) !== null && !startsLow(line))
      : -1
    const end = who < 0 ? lines.length : who
    for (const line of lines.slice(0, end)) continueCell(draft, 'text', line)
    for (const line of lines.slice(end)) continueCell(draft, 'responsible', line)
    return draft
  }
  const before = lines.slice(0, term.from)
  const rest = lines.slice(term.to)
  const first = after[0] === 'term'
  for (const line of before) continueCell(draft, 'text', line)
  for (const line of lines.slice(term.from, term.to)) continueCell(draft, 'term', line)
  const others = first ? after.slice(1) : after.filter(role => role !== 'term')
  fillOthers(draft, rest, others)
  return draft
}

/** Two columns left: who answers begins where a body or post is named. */
function fillOthers(draft: Draft, lines: readonly string[], roles: readonly ColumnRole[]): void {
  const [only] = roles
  if (only === undefined) return
  const who = roles.length > 1 ? lines.findLastIndex(line => roleOf(line) !== null && !startsLow(line)) : -1
  const border = who < 0 ? lines.length : who
  const responsibleLast = roles.at(-1) === 'responsible'
  for (const [at, line] of lines.entries()) {
    const role =
      roles.length === 1 || at < border
        ? responsibleLast
          ? only
          : at < border
            ? only
            : roles.at(-1)!
        : roles.at(-1)!
    continueCell(draft, role, line)
  }
}
