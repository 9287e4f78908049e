import { readPeriod, readTerm } from '@objektiv/russian-terms'
import type { Approval, PlanPeriod } from './plan.ts'
import { personIn } from './responsible.ts'
import { joinLines, oneLine, startsLow } from './words.ts'

const TITLE =
  /^["«„#\s]*(?:[а-яё-]+(?:ый|ий|ая|ое|ой)\s+){0,3}["«„]?(?:план|план-график|дорожная|карта|перечень|комплекс|программа|график|рекомендации|система мер(?:оприятий)?|меры|циклограмма|мероприятия(?: [а-яё№\d-]+){0,4}? (?:по|для|на)|мероприятия,)(?![а-яё])/i
const NOT_TITLE = /сокращени|^план(?:ом|а|у)\s|^график(?:ом|у)\s|^рекомендации[^:]{0,40}:\s*$|^меры:/i
const END_OF_TITLE =
  /^(?:№|срок|цел[ьи]|задач|период|исполнител|ответствен|наименование|утвержд|согласован|приложени|перечень|список|в целях|разработчик|основани|г\.\s)/i

/** Whose plan it is, in capitals of its own. */
const OWNER =
  /^(?:М[БАК]?ОУ|ГБОУ|МКУ|ГКОУ|ЧОУ|Муниципальн[а-яё]+ (?:бюджетн|автономн|казенн|образовани|округ)|Министерств|Департамент)/

/** The title: its first line says what the document is, further ones go on in low letters or capitals throughout. */
export function titleOf(paragraphs: readonly string[]): { title: string | null; end: number } {
  const lines = paragraphs.map(line => oneLine(closeUp(line)))
  const at = lines.findLastIndex(line => TITLE.test(line) && !NOT_TITLE.test(line) && line.length < 600)
  if (at < 0) return titleOfAct(lines)
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
      /^\d{4}\s*[-–]\s*\d{4}/.test(line) ||
      (/\d{4}\s*[-–]$/.test(parts.at(-1)!) && /^\d{4}/.test(line))
    if (!goesOn || END_OF_TITLE.test(line) || /[.;:]$/.test(parts.at(-1)!)) break
    parts.push(line)
  }
  return {
    title: joinLines(parts)
      .replace(/^#+\s*/, '')
      .replace(/(?<!\sгг?)[.\s]+$/, ''),
    end,
  }
}

/** «П Л А Н   М Е Р О П Р И Я Т И Й»: words set wide. */
function closeUp(line: string): string {
  if (!/^\s*(?:[А-ЯЁ]\s){3,}/.test(line)) return line
  return line
    .trim()
    .split(/\s{2,}/)
    .map(word => (/^(?:[А-ЯЁ]\s)+[А-ЯЁ]$/.test(word) ? word.replace(/\s/g, '') : word))
    .join(' ')
}

/** An order is named by what it is about, minutes by whose they are. */
function titleOfAct(lines: readonly string[]): { title: string | null; end: number } {
  const act = lines.findIndex(line =>
    /^(?:п\s?р\s?и\s?к\s?а\s?з|распоряжение|постановление|протокол|решение)(?![а-яё])/i.test(line),
  )
  if (act < 0) return { title: null, end: 0 }
  const about = lines.findIndex(
    (line, at) => at > act && at < act + 12 && /^(?:О|Об|Обо|О мерах)\s/.test(line),
  )
  const at = about < 0 ? act : about
  let end = at + 1
  while (end < lines.length && end < at + 6 && startsLow(lines[end])) end += 1
  const title = joinLines(lines.slice(at, end)).replace(/(?<!\sгг?)[.\s]+$/, '')
  return { title, end }
}

function isCapitals(line: string): boolean {
  return /[А-ЯЁ]{3}/.test(line) && line === line.toUpperCase()
}

/** The period that the document names in its title, before its table or in «Срок реализации». */
export function periodOf(title: string | null, paragraphs: readonly string[]): PlanPeriod | null {
  const lines = paragraphs.map(oneLine)
  const plain = (line: string) => yearsInDigits(line).replace(DATE_OF_ACT, '')
  const found = findPeriod(title && plain(title), lines.map(plain))
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

/** «от 25 ноября 2023 года»: when it was signed, not what it is for. */
const DATE_OF_ACT =
  /(?<![а-яё])от\s+["«]?\d{1,2}["»]?(?:\s+[а-яё]+\s+|\.\d{1,2}\.)20\d\d(?:\s*(?:год[а-яё]*|г\.?))?/gi

/** «2О22»: letters that scanning put in place of the digits of a year. As many letters as before. */
function yearsInDigits(line: string): string {
  return line.replace(/(?<![\p{L}\d])2[0ОоOo][\dОоOoЗз]{2}(?![\p{L}\d])/gu, year =>
    year.replace(/[ОоOo]/g, '0').replace(/[Зз]/g, '3'),
  )
}

function findPeriod(title: string | null, lines: readonly string[]): PlanPeriod | null {
  const said = lines.filter(line =>
    /срок[а-яё]*\s+(?:реализации|действия|исполнения)|период\s+(?:реализации|действия)|^период\s*[:–—-]/i.test(
      line,
    ),
  )
  const years = lines.filter(
    line =>
      /(?:^|\s)(?:на|в)\s+(?:период\s+)?20\d\d.*(?:год|г\.)|20\d\d\s*[-–/]\s*(?:20)?\d\d\s*(?:уч|год|гг)/i.test(
        line,
      ) &&
      line.length < 200 &&
      (!/приказ|№/i.test(line) || /20\d\d\s*[-–/]\s*(?:20)?\d\d\s*уч/i.test(line)),
  )
  for (const line of said) {
    const stretch = stretchOf(line)
    if (stretch) return stretch
  }
  const short = lines.filter(line => line.length < 60 && !/итог|отч[её]т/i.test(line))
  for (const words of [...(title ? [title] : []), ...short]) {
    const part = partOf(words)
    if (part) return part
  }
  for (const words of [...said, ...(title ? [title] : []), ...years]) {
    const place = yearsNamed(words)
    const found = place && readPeriod(place)
    if (found)
      return {
        original: oneLine(place).replace(/^(?:(?:на|в)\s|(?:срок|период)[^:]*:\s*)/i, ''),
        start: found.start,
        end: found.end,
        source: 'document',
      }
  }
  return null
}

const YEARS =
  /(?:на|в|срок[^:]*:|период[^:]*:)?\s*(?:19|20)\d\d\s*(?:[-–—/]\s*(?:20)?\d\d)?\s*(?:учебн[а-яё]+|уч\.?)?\s*(?:год[а-яё]*|гг?\.?)?/gi

/** The years a line is for: those of «по итогам ВПР 2021 на 2021-2022 учебный год» are the latter. */
function yearsNamed(words: string): string | null {
  const found = [...words.matchAll(YEARS)].map(({ 0: place, index }) => {
    const school = /\d\s*[-–—/]\s*\d|уч/i.test(place) ? 2 : 0
    const led = /^(?:на|в)\s|:/i.test(place) || /год|г\./i.test(place) ? 1 : 0
    const ofPast = /(?:итог|результат)[а-яё]*(?:\s\S+){0,3}\s*[-–—]?\s*$/i.test(words.slice(0, index)) ? 2 : 0
    return { place, rank: school + led - ofPast }
  })
  const most = Math.max(...found.map(({ rank }) => rank))
  return found.find(({ rank }) => rank === most)?.place ?? null
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

const HALF_OR_QUARTER =
  /(?:(?:i{1,3}|iv|[1-4]|перв[а-яё]+|втор[а-яё]+|треть?[а-яё]+|четверт[а-яё]+)(?:\s*-?\s*[а-яё]{1,2})?\s+)(?:полугоди[а-яё]+|квартал[а-яё]*)\s+(?:19|20)\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?\s*(?:учебн[а-яё]+|уч\.?)?\s*(?:год[а-яё]*|г\.?)/i
const DATE = '(?:\\d{1,2}\\.\\d{1,2}\\.20\\d\\d|\\d{1,2}\\s+[а-яё]{3,8}\\s+20\\d\\d)'
const FROM_TO = new RegExp(`на\\s+период\\s+с\\s+${DATE}\\s*(?:г\\.|года)?\\s+по\\s+${DATE}`, 'i')

/** A plan for part of a year: «на I полугодие 2024 года», «на период с 01.04.2022 по 31.05.2023». */
function partOf(line: string): PlanPeriod | null {
  const original = (HALF_OR_QUARTER.exec(line) ?? FROM_TO.exec(line))?.[0].replace(/^на\s+период\s+/i, '')
  if (original === undefined || /приказ/i.test(line)) return null
  const { start, end } = readTerm(original)
  return start !== null && end !== null ? { original, start, end, source: 'document' } : null
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
