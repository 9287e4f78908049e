import { calendarNames } from './calendar-columns.ts'
import type { Grid, GridCell } from './document.ts'
import { guessColumns, saysWhen } from './guess-columns.ts'
import { isSchedule } from './is-schedule.ts'
import type { Level } from './plan.ts'
import { personIn } from './responsible.ts'
import { oneLine, plainWords } from './words.ts'

export type ColumnRole =
  | 'number'
  | 'text'
  | 'term'
  | 'start'
  | 'finish'
  | 'place'
  | 'participants'
  | 'responsible'
  | 'performer'
  | 'expected'
  | 'note'
  | 'completion'
  | 'section'
  | 'level'
  | 'year'
  /** Made of another column by the program that wrote the file: the dates of the words of a term. */
  | 'made'
  /** A month or quarter: its cells are marked where the measure falls. */
  | 'calendar'
  | 'other'

export interface Column {
  readonly role: ColumnRole
  readonly heading: string
  /** Whose measures stand in it («Муниципальный уровень»), or whose term or people, beside two such columns. */
  readonly level: Level | null
}

const MONTH_OR_QUARTER =
  /^(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|янв|фев|февр|мар|апр|июн|июл|авг|сен|сент|окт|ноя|нояб|дек|(?:i|ii|iii|iv|[1-4])\s*(?:-?й\s*)?(?:квартал|кв|полугодие|четверть|триместр))(?:\s*20\d\d)?(?:\s*(?:г|года))?$|^20\d\d(?:\s*(?:год|г))?$/

/** In order: the first that fits the heading gives the role. */
const HEADINGS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:первый|последний) день срока$/, 'made'],
  [
    /^(?:№|n|no|номер)(?: ?п ?\/? ?п)?$|^п ?\/ ?п$|^№|^номер (?:п п|мероприятия|пункта|строки)$|^пункт/,
    'number',
  ],
  [
    /отметк|о выполнении|о исполнении|об исполнении|фактическ|^факт|^статус|ход (?:реализации|выполнения)|^выполнен|^исполнен/,
    'completion',
  ],
  [/(?:дата|срок|время|планов)[а-я]* .*начал|^начало|(?:дата|срок)[а-я]* старта/, 'start'],
  [/(?:дата|срок|время|планов)[а-я]* .*(?:окончани|завершени)|^окончание|^завершение|^конец/, 'finish'],
  [
    /^(?:сроки?|дат[аы]|числ[оа]|день|ориентировочн[а-я]+ (?:время|срок[а-я]*|дат[а-я]*)|время (?:проведения|исполнения|реализации)|период|время|график|месяц[ы]?|когда|периодичность|к какому сроку)(?![а-я])|^(?!мероприяти|содержание|наименование).*(?<![а-я])сроки?(?: |$)|календарн[а-я]+ (?:срок|период)|планов[а-я]+ дат/,
    'term',
  ],
  [
    /^отв(?:етств|$| )|ответственн|^кто$|^кто (?:отвеча|исполня|провод|дела|контролир|организ|реализ|выполня|готов|назнач)|^кому поруч|^координатор|^куратор|^контролирует/,
    'responsible',
  ],
  [/исполнител|^исп$|^организатор|^реализует/, 'performer'],
  [/^мест[оа](?![а-я])|^где|площадк/, 'place'],
  [
    /^участник|привлека|целевая группа|^участие|категори|аудитори|^для кого|^кто (?:участв|приглаш|присутств|посеща)|контингент|^охват|адресат/,
    'participants',
  ],
  [
    /результат|ожидаем|показател|индикатор|эффект|^итог|продукт|выход|вид документа|подтвержд|форма (?:представления|отчет|завершения)|^отчетн|^документ|подтверждающ/,
    'expected',
  ],
  [
    /примечан|комментар|^основание|дополнительн|^цел[ьи](?![а-я])|^(?:выявленн[а-я]+ )?(?:проблем|дефицит|риск|причин)|^обосновани|^вид (?:и формы? )?контроля|^метод/,
    'note',
  ],
  [/^(?:направлени|раздел|блок|этап)[а-я]* (?:[а-я]+ )?(?:мероприяти|работ)/, 'section'],
  [/^уровень$|^уровень (?:проведения|реализации|исполнения)|^уровни$/, 'level'],
  [
    /мероприяти|содержание|действи[яей]|^вид[ы]? (?:работ|деятельности)|рекомендаци|^наименование(?: и содержание)?(?: (?:работ|мер|вид|этап|проект)| ?$)|^название$|^тема|^вопрос|^перечень (?:работ|мер)|^управленческ|^меры|^мера$|^поручени|^дела(?![а-я])|^работа$|^задани[ея]|^формы? работ|^деятельность|^что(?![а-я])|^формы? и (?:тема|название)|^шаги?(?![а-я])|^ключев[а-я]+ (?:шаги|событи)|^событи|^объект[ы]? (?:контроля|оценки|мониторинга|наблюдения)/,
    'text',
  ],
  [/^год плана$/, 'year'],
  [/^направлени|^раздел|^задач|^блок|^этап|^модуль/, 'section'],
]

const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [
    /региональн|краев|областн|республиканск|уров[а-я]* (?:региона|субъекта|края|области|республики)/,
    'region',
  ],
  [/муниципальн|уров[а-я]* (?:муниципалитета|района|города|омсу)|районн|городск/, 'municipality'],
  [
    /школьн|уров[а-я]* (?:оо|оу|школы|общеобразовательн|образовательн)|образовательн[а-я]+ (?:организаци|учреждени)|институциональн/,
    'school',
  ],
]

/** The level that words like «на муниципальном уровне», «уровень ОО» name, or null. */
export function levelIn(words: string): Level | null {
  const plain = plainWords(words)
  if (!/уров[её]?н/.test(plain)) return null
  const near =
    /(?:[а-я-]+ ){0,2}уровн?[а-я]*(?: [а-я-]+){0,2}|(?:[а-я-]+ ){0,2}уровень(?: [а-я-]+){0,2}/.exec(
      plain,
    )?.[0] ?? plain
  const found = LEVELS.filter(([pattern]) => pattern.test(near))
  return found.length === 1 ? found[0][1] : null
}

/** The level of a cell of a column «Уровень». */
export function levelOfCell(words: string): Level | null {
  const found = LEVELS.filter(([pattern]) => pattern.test(plainWords(words)))
  return found.length === 1 ? found[0][1] : null
}

export function recogniseHeading(words: string): Column {
  const heading = oneLine(words)
  const plain = plainWords(words)
  const column = (role: ColumnRole, level: Level | null = null): Column => ({ role, heading, level })
  // A sentence is not a heading.
  if (plain === '' || plain.split(' ').length > 14) return column('other')
  const level = levelIn(words)
  if (level && !/^уровень$/.test(plain) && !/срок|ответств|результат/.test(plain))
    return column('text', level)
  if (MONTH_OR_QUARTER.test(plain)) return column('calendar')
  const known = HEADINGS.find(([pattern]) => pattern.test(plain)) ?? misspelt(plain)
  return column(known?.[1] ?? 'other', known?.[1] === 'text' ? null : level)
}

/** «Меропиятие», «Отвественный»: the longest words of headings, with a letter left out, put in or changed. */
function misspelt(plain: string): readonly [string, ColumnRole] | undefined {
  const [word] = plain.split(' ')
  if (word.length < 8 || plain.split(' ').length > 4) return undefined
  return LONG_WORDS.find(([known]) => isOneSlipFrom(word, known))
}

const LONG_WORDS: readonly (readonly [string, ColumnRole])[] = [
  ['мероприятие', 'text'],
  ['мероприятия', 'text'],
  ['содержание', 'text'],
  ['ответственный', 'responsible'],
  ['ответственные', 'responsible'],
  ['исполнитель', 'performer'],
  ['исполнители', 'performer'],
  ['результат', 'expected'],
  ['примечание', 'note'],
]

/** One letter too few, too many or another, or two neighbours changed about. */
function isOneSlipFrom(word: string, known: string): boolean {
  if (Math.abs(word.length - known.length) > 1) return false
  let from = 0
  while (from < word.length && word[from] === known[from]) from += 1
  const [rest, of] = [word.slice(from), known.slice(from)]
  return (
    rest.slice(1) === of ||
    rest === of.slice(1) ||
    rest.slice(1) === of.slice(1) ||
    (rest.slice(2) === of.slice(2) && rest[0] === of[1] && rest[1] === of[0])
  )
}

/** Joins the rows of a heading that has several («Сроки» over «начало», «окончание»). */
function headingOf(rows: readonly (readonly GridCell[])[], at: number): string {
  const parts = headingParts(rows, at)
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return last
  return MONTH_OR_QUARTER.test(plainWords(last)) ? last : parts.join(' ')
}

function headingParts(rows: readonly (readonly GridCell[])[], at: number): string[] {
  return rows.flatMap(row => (row[at].down ? [] : [row[at].text.trim()])).filter(Boolean)
}

/** The columns that header rows name; null when they are not a header of measures. */
export function recogniseHeader(
  rows: readonly (readonly GridCell[])[],
  body: Grid = [],
  guess: { readonly texts?: boolean } = {},
): Column[] | null {
  const named = calendarNames(rows[0].map((_, at) => headingParts(rows, at).at(-1) ?? ''))
  const columns = rows[0].map((_, at): Column => {
    const calendar = named[at]
    if (calendar !== null) return { role: 'calendar', heading: calendar, level: null }
    const words = headingOf(rows, at)
    return rows.length === 1 && rows[0][at].across
      ? { ...recogniseHeading(words), role: 'other' as const }
      : recogniseHeading(words)
  })
  // The title of the table over its width is no heading.
  if (columns.filter(({ heading }, at) => heading !== '' && !rows[0][at].across).length < 2) return null
  // An unnamed first column may hold months, merged over their measures.
  const dated = columns.every(({ role }) => role !== 'term' && role !== 'calendar')
  if (columns[0].heading === '' && dated && saysWhen(body, 0)) columns[0] = { ...columns[0], role: 'term' }
  const settled = settle(completed(columns, body, guess), rows)
  const roles = new Set(settled.filter(({ role }) => role !== 'other').map(({ role }) => role))
  const texts = settled.filter(({ role }) => role === 'text')
  // Under months stand the measures themselves.
  if (isSchedule(settled, body)) return settled
  if (texts.length === 0) return null
  // «Вопрос», «Время», «Докладчик»: what a meeting will talk of.
  if (settled.some(({ heading }) => /^докладчик|^выступающ/i.test(heading))) return null
  // A list of schools or of indicators has a name and a number as well.
  const ofPlan = ['term', 'start', 'finish', 'calendar', 'responsible', 'performer', 'participants'] as const
  const isPlan =
    ofPlan.some(role => roles.has(role)) || texts.some(({ heading }) => /мероприяти/i.test(heading))
  if (texts.filter(({ level }) => level).length < 2 && (roles.size < 2 || !isPlan)) return null
  return settled
}

/** Headings in words of their own («Шаги», «Кому поручено») are told by what stands below, beside one that is known. */
function completed(
  columns: readonly Column[],
  body: Grid,
  guess: { readonly texts?: boolean },
): readonly Column[] {
  const known = columns.filter(({ role }) => role !== 'other' && role !== 'number').length
  const headings = columns.filter(({ role }) => role === 'other').map(({ heading }) => heading)
  const named = headings.every(
    heading => /^[«"А-ЯЁа-яё][^\d]{2,60}$/.test(heading) && personIn(heading) === null,
  )
  return known >= 1 && named ? (guessColumns(columns, body, guess) ?? columns) : columns
}

/** Puts right what one heading alone cannot tell. */
function settle(columns: readonly Column[], rows: readonly (readonly GridCell[])[]): Column[] {
  const has = (role: ColumnRole) => columns.some(column => column.role === role)
  const change = (from: ColumnRole, to: ColumnRole) =>
    columns.map(column => (column.role === from ? { ...column, role: to } : column))
  let settled = [...columns]
  // «Направления деятельности» without a column of measures holds the measures.
  if (!has('text') && has('section') && (has('term') || has('responsible') || has('performer')))
    settled = change('section', 'text')
  // «Показатели» beside no measures are the measures themselves.
  else if (!has('text') && has('expected') && columns.filter(({ role }) => role === 'expected').length > 1)
    settled = columns.map((column, at) =>
      at === columns.findIndex(({ role }) => role === 'expected') ? { ...column, role: 'text' } : column,
    )
  const texts = settled.filter(({ role, level }) => role === 'text' && level === null)
  if (texts.length > 1) {
    // The fullest claim wins: «Мероприятие» beside «Тема», «Содержание».
    const best = texts.find(({ heading }) => /мероприяти/i.test(heading)) ?? texts[0]
    settled = settled.map(column =>
      column.role === 'text' && column !== best && column.level === null
        ? { ...column, role: spare(column) }
        : column,
    )
  }
  const width = rows[0].length
  // An unnamed first column of a table is that of numbers.
  const unnamed = settled[0].heading === '' && settled[0].role === 'other'
  if (!settled.some(({ role }) => role === 'number') && width > 2 && unnamed)
    settled[0] = { ...settled[0], role: 'number' }
  return settled
}

function spare({ heading }: Column): ColumnRole {
  return /форм|вид/i.test(heading) ? 'note' : /тема|вопрос|содержание/i.test(heading) ? 'note' : 'other'
}

/** A row that only counts the columns: 1 2 3 4 5. */
export function isNumberingRow(row: readonly GridCell[]): boolean {
  const texts = row.filter(({ across }) => !across).map(({ text }) => text.trim().replace(/[.)]$/, ''))
  if (texts.length < 3 && !(texts.length === 2 && texts.join() === '1,2')) return false
  const filled = texts.filter(Boolean)
  return (
    filled.length >= 2 &&
    filled.length >= texts.length - 1 &&
    filled.every((text, at) => text === String(at + 1))
  )
}
