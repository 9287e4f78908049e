import { readPeriod, readTerm } from '@objektiv/russian-terms'
import type { Abbreviation, Approval, PlanPeriod } from './plan.ts'
import { personIn } from './responsible.ts'
import { joinLines, oneLine, startsLow } from './words.ts'

const TITLE =
  /^["«„#\s]*(?:[а-яё-]+(?:ый|ий|ая|ое|ой)\s+){0,3}["«„]?(?:план|план-график|дорожная|карта|перечень|комплекс|программа|график|рекомендации|система мер|меры|циклограмма|мероприятия по|мероприятия,)(?![а-яё])/i
const NOT_TITLE = /сокращени|^план(?:ом|а|у)\s|^график(?:ом|у)\s|^рекомендации[^:]{0,40}:\s*$|^меры:/i
const END_OF_TITLE =
  /^(?:№|срок|цел[ьи]|задач|период|исполнител|ответствен|наименование|утвержд|согласован|приложени|перечень|список|в целях|разработчик|основани|г\.\s)/i

/** Whose plan it is, in capitals of its own. */
const OWNER =
  /^(?:М[БАК]?ОУ|ГБОУ|МКУ|ГКОУ|ЧОУ|Муниципальн[а-яё]+ (?:бюджетн|автономн|казенн|образовани|округ)|Министерств|Департамент)/

/** The title: its first line says what the document is, further ones go on in low letters or capitals throughout. */
export function titleOf(paragraphs: readonly string[]): { title: string | null; end: number } {
  const lines = paragraphs.map(oneLine)
  const at = lines.findLastIndex(line => TITLE.test(line) && !NOT_TITLE.test(line) && line.length < 600)
  if (at < 0) return { title: null, end: 0 }
  const parts = [lines[at]]
  let end = at + 1
  for (; end < lines.length && parts.length < 12; end++) {
    const line = lines[end]
    if (line === '') continue
    const goesOn =
      startsLow(line) ||
      OWNER.test(line) ||
      /^["«(]/.test(line) ||
      isCapitals(line) ||
      /^\d{4}\s*[-–]\s*\d{4}/.test(line)
    if (!goesOn || END_OF_TITLE.test(line) || /[.;:]$/.test(parts.at(-1)!)) break
    parts.push(line)
  }
  return {
    title: joinLines(parts)
      .replace(/^#+\s*/, '')
      .replace(/(?<!\sг)[.\s]+$/, ''),
    end,
  }
}

function isCapitals(line: string): boolean {
  return /[А-ЯЁ]{3}/.test(line) && line === line.toUpperCase()
}

/** The period that the document names in its title, before its table or in «Срок реализации». */
export function periodOf(title: string | null, paragraphs: readonly string[]): PlanPeriod | null {
  const lines = paragraphs.map(oneLine)
  const found = findPeriod(title && yearsInDigits(title), lines.map(yearsInDigits))
  if (found?.original) {
    // The words stay as the document has them, slips of scanning included.
    const { original } = found
    const printed = [...(title === null ? [] : [title]), ...lines].find(line =>
      yearsInDigits(line).includes(original),
    )
    const at = printed === undefined ? -1 : yearsInDigits(printed).indexOf(original)
    if (printed !== undefined) return { ...found, original: printed.slice(at, at + original.length) }
  }
  return found
}

/** «2О22»: letters that scanning put in place of the digits of a year. As many letters as before. */
function yearsInDigits(line: string): string {
  return line.replace(/(?<![\p{L}\d])2[0ОоOo][\dОоOoЗз]{2}(?![\p{L}\d])/gu, year =>
    year.replace(/[ОоOo]/g, '0').replace(/[Зз]/g, '3'),
  )
}

function findPeriod(title: string | null, lines: readonly string[]): PlanPeriod | null {
  const said = lines.filter(line =>
    /срок[а-яё]*\s+(?:реализации|действия|исполнения)|период\s+(?:реализации|действия)/i.test(line),
  )
  const years = lines.filter(
    line =>
      /(?:^|\s)(?:на|в)\s+(?:период\s+)?20\d\d.*(?:год|г\.)|20\d\d\s*[-–/]\s*(?:20)?\d\d\s*(?:уч|год|гг)/i.test(
        line,
      ) &&
      line.length < 200 &&
      !/приказ|№/i.test(line),
  )
  for (const line of said) {
    const stretch = stretchOf(line)
    if (stretch) return stretch
  }
  for (const words of [...said, ...(title ? [title] : []), ...years]) {
    const place =
      /(?:на|в|срок[^:]*:|период[^:]*:)?\s*(?:19|20)\d\d\s*(?:[-–—/]\s*(?:20)?\d\d)?\s*(?:учебн[а-яё]+|уч\.?)?\s*(?:год[а-яё]*|гг?\.?)?/i.exec(
        words,
      )
    const found = place && readPeriod(place[0])
    if (found)
      return {
        original: oneLine(place[0]).replace(/^(?:(?:на|в)\s|(?:срок|период)[^:]*:\s*)/i, ''),
        start: found.start,
        end: found.end,
        source: 'document',
      }
  }
  return null
}

/** «Срок реализации: март 2021 – май 2022 года»: days or months at both ends, each with its year. */
function stretchOf(line: string): PlanPeriod | null {
  const original = /(?:срок|период)[^:]*:\s*(.+)$/i.exec(line)?.[1].replace(/(?<!\sг)[.;]$/, '')
  if (original === undefined || !/[а-яё]{3}\s+20\d\d|\.20\d\d/i.test(original)) return null
  const { kind, start, end, confidence } = readTerm(original)
  return kind === 'range' && confidence === 'high' && start !== null && end !== null
    ? { original, start, end, source: 'document' }
    : null
}

/** A cell that holds the whole block: it names somebody or a year. */
function isWholeBlock(cell: string): boolean {
  const lines = cell.split('\n').map(oneLine)
  const at = lines.findIndex(line => APPROVES.test(line))
  const rest = lines.slice(at + 1).join(' ')
  return at >= 0 && rest !== '' && (personIn(rest) !== null || /(?:19|20)\d\d/.test(rest))
}

const APPROVES = /(?:^|\s)["«]?утвержд(?:аю|ен[аоы]?)(?![а-яё])/i

/** «УТВЕРЖДАЮ» with post, person and date, from the lines about it, or from the one cell that holds them. */
export function approvalOf(paragraphs: readonly string[], cells: readonly string[] = []): Approval | null {
  const whole = cells.find(isWholeBlock)
  const lines = (whole === undefined ? paragraphs : [whole])
    .flatMap(paragraph => paragraph.split('\n'))
    .map(oneLine)
  const at = lines.findIndex(line => APPROVES.test(line))
  if (at < 0) return null
  const block: string[] = [lines[at].slice(lines[at].search(/утвержд/i))]
  let dated = /20\d\d/.test(block[0])
  for (let next = at + 1; next < lines.length && block.length < 9 && !dated; next++) {
    if (lines[next] === '') continue
    if (TITLE.test(lines[next]) || /согласован/i.test(lines[next])) break
    block.push(lines[next])
    dated = /(?:19|20)\d\d/.test(lines[next])
  }
  const original = block.join('\n')
  const words = joinLines(block.slice(0))
  const person = personIn(words)
  const date = /["«]?\s*\d{1,2}\s*["»]?\s+[а-яё]+\s+20\d\d|\d{1,2}\.\d{1,2}\.\d{4}/i.exec(words)
  const read = date && readTerm(date[0])
  const beforePerson = person ? words.slice(0, words.replace(/\s+/g, ' ').indexOf(person)) : ''
  const post = beforePerson
    .replace(/^утвержд[а-яё]+:?/i, '')
    .replace(/[_\s,]+$/g, '')
    .trim()
  return {
    original,
    person,
    post: post === '' ? null : post,
    date: read?.kind === 'date' ? read.start : null,
  }
}

/** What stands before the table but for the legend: «ПЛАН – …» explains a word and is no title. */
export function withoutLegend(
  paragraphs: readonly string[],
  abbreviations: readonly Abbreviation[],
): readonly string[] {
  const shorts = new Set(abbreviations.map(({ short }) => short))
  return paragraphs.filter(line => !shorts.has(LEGEND.exec(oneLine(line))?.[1].trim() ?? ''))
}

const LEGEND = /^([^–—:-]{1,40}?)\s*[–—:-]\s+(.{4,})$/

/** «ОМСУ – органы местного самоуправления»: the legend above the table. */
export function abbreviationsOf(paragraphs: readonly string[]): Abbreviation[] {
  const lines = paragraphs.flatMap(paragraph => paragraph.split('\n')).map(oneLine)
  const from = lines.findIndex(line => /сокращени/i.test(line) && line.length < 120)
  if (from < 0) return []
  const found: Abbreviation[] = []
  for (const line of lines.slice(from + 1)) {
    const match = LEGEND.exec(line)
    if (match && /[А-ЯЁ]{2}/.test(match[1]))
      found.push({ short: match[1].trim(), full: match[2].replace(/[;.]$/, '').trim() })
    else if (found.length > 0 && line !== '' && startsLow(line)) {
      const last = found.pop()!
      found.push({ ...last, full: joinLines([last.full, line.replace(/[;.]$/, '')]) })
    } else if (found.length > 0 && line !== '') break
  }
  return found
}
