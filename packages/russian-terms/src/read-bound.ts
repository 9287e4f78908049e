import { procedureIn } from './procedures.ts'
import { NUMBER, numberOf } from './read-recurring.ts'
import type { Offset, OffsetUnit, Rule, When } from './term.ts'

type Bound = Extract<Rule, { type: 'procedure' } | { type: 'event' }>

/** Where the words bind the term to something else, and the words without that. */
export interface FoundBound {
  readonly rule: Bound
  readonly index: number
  readonly rest: string
}

const DATE_BEGINS =
  '(?<=\\s)(?:(?:до|с|со|по|к|не позднее|не позже)\\s+)?(?:\\d{1,2}\\.\\d{2}|(?:\\d{1,2}\\s)?(?:январ|феврал|март|апрел|ма[йяе](?![а-я])|июн|июл|август|сентябр|октябр|ноябр|декабр))'
/** A clause goes on to a comma or bracket, or to where a date begins: «после ВПР до 12 марта». */
const CLAUSE = `(?:(?!${DATE_BEGINS})[^,;()])`
/** Not a date: «после 12 марта», «до 1 сентября» are dates with a border. */
const NO_DATE =
  '(?!\\s*(?:\\d|(?:январ|феврал|март|апрел|ма[йяе](?![а-я])|июн|июл|август|сентябр|октябр|ноябр|декабр)(?!(?:ов)?ск)|начал[а-я] (?:учебн|нового|текущего|следующего|будущего|данного|календарного|полугоди|года|уч\\.)|середин|кон(?:ец|ц)(?!а\\s+(?:текущего\\s+|этого\\s+)?(?:месяца|квартала|четверти|недели|триместра))|окончани[а-я] (?:учебн|нового|текущего|следующего|будущего|данного|календарного|полугоди|года|уч\\.)))'
const SPAN = `(?:${NUMBER}(?:\\s*-?\\s*(?:х|ти|и|мя|го))?\\s*(рабочих|рабочего|рабочий|учебных|календарных|календарного)?\\s*(д(?:ень|ня|ней)|недел[а-я]*|месяц[а-я]*|час[а-я]*|сут[а-я]*)|(?:(\\d{1,2}|одно|двух|трех|четырех|пяти|семи|десяти)\\s*-?\\s*(дневн|недельн|месячн)[а-я]+\\s*срок))`

const WITH_OFFSET = new RegExp(
  `(?:(?:не позднее|не позже|не ранее|в течение|через|спустя|по истечении|в|за|не менее)\\s*(?:чем\\s*)?(?:за\\s*|через\\s*)?)?${SPAN}(?:\\s*(до|перед|после|со дня|с момента|с даты|от даты|со времени|по окончании|по завершении)\\s*(${CLAUSE}+))?`,
)
const SCHEDULE = new RegExp(
  `(?:(?:в )?(?:сроки?|даты)[^;()]{0,40}?)?(?:согласно|в соответствии со?|по|в рамках|на основании)\\s+(?:[а-я-]+\\s+){0,4}?(?:план-?\\s?график|график|расписани|план|срок|порядк|регламент|приказ|распоряжени|циклограмм|календар|дорожн[а-я]+ карт|проект расписани)[а-я-]*(?:\\s+${CLAUSE}*)?|в\\s+(?:установленн|определенн|утвержденн|указанн|назначенн|запланированн)[а-я]+\\s+(?:${CLAUSE}*?\\s)?срок[а-я]*(?:\\s+${CLAUSE}*)?|в\\s+сроки?,?\\s+(?:установл|определ|утвержд|указ|предусм|назнач)[а-я]+${CLAUSE}*|график(?:\\s+${CLAUSE}*)?|сроки?\\s+проведения\\s+${CLAUSE}*`,
)
const DURING = new RegExp(
  `(?:(?:в течени[еи]|на протяжении)\\s+)?(?:(?:весь|всего|этого)\\s+)?(?<=(?:весь|всего|этого|течени[еи]|протяжении)\\s+)период[а-я]*\\s+(?!${CLAUSE}*подготов)${CLAUSE}*(?:впр|огэ|егэ|гвэ|гиа|экзамен|проверочн|собеседован|сочинен|олимпиад|аттестац)${CLAUSE}*|(?:в (?:период|ходе|дни|день|процессе|сроки|время)|во время|на этапе|на этапах|при|на период|период)\\s+(?:подготовк[а-я]+\\s*(?:к|и|,)?\\s*|организации и\\s*)?(?:[а-я]+\\s+)?(?:проведени[а-я]|проверк[а-я]|сдач[а-я]|экзамен|участи|написани|процедур|к?егэ|огэ|впр|гиа|каникул)${CLAUSE}*|^(?:впр|к?егэ|огэ|гвэ|гиа|итогов[а-я]+ (?:собеседовани|сочинени)[а-я]*)(?: ?-? ?(?:9|11|20\\d\\d))*$|в (?:день|дни)\\s+(?!недел)[а-я]${CLAUSE}+|(?:(?:на|в)\\s+)?(?:осенн|зимн|весенн|летн)[а-я]+\\s+каникул${CLAUSE}*|каникул${CLAUSE}*|в период подготовки${CLAUSE}*|(?:(?:в|к)\\s+(?:конце|концу|начале|началу)|^(?:конец|начало|окончание))\\s+(?:каждо[а-я]+\\s+)?(?:четверти|месяца|недели|триместра|семестра)`,
)
const BEFORE = new RegExp(
  `накануне(?:\\s+[а-я]${CLAUSE}*)?|(?:до|перед|(?<![а-я])ко?(?!\\s*(?:начал|кон[це]|середин|окончани)))${NO_DATE}\\s+(?:[а-я]${CLAUSE}*)`,
)
const AFTER = new RegExp(
  `(?:сразу\\s+)?(?:после|по (?:итогам|результатам|окончани[а-я]|завершени[а-я]|факту получения|получени[а-я])|с момента|со дня|с даты)${NO_DATE}\\s+${CLAUSE}+`,
)
const EACH = new RegExp(
  `по мере ${CLAUSE}+|на кажд[а-я]+\\s+${CLAUSE}+|(?:в|при)\\s+(?:случае|случаях|необходимости|выявлении|наличии|поступлении|обнаружении|возникновении|получении)(?:\\s+${CLAUSE}+)?|по (?:необходимости|запрос[а-я]*|требовани[а-я]|факт[а-я]*|обращени[а-я]*|заявк[а-я]*|согласовани[а-я]*|поручени[а-я]*|вызов[а-я]*|приглашени[а-я]*|отдельн[а-я]+ (?:запрос|поручени|вызов)[а-я]*|каждому (?:факту|случаю))(?:\\s+${CLAUSE}*)?|незамедлительно${CLAUSE}*|немедленно${CLAUSE}*|безотлагательно${CLAUSE}*|в (?:(?:максимально|предельно|возможно)\\s+)?(?:кратчайш|коротк|сжат)[а-я]+ сроки?|оперативно|в тот же день`,
)
/** «на педсовете», «в рамках родительского собрания»: on the day of a meeting that has no date yet. */
const AT_MEETING = new RegExp(
  `(?<![а-я])(?:в рамках|на|в ходе)\\s+(?:[а-я-]+\\s+){0,3}?(?:педсовет|совет|совещани|заседани|собрани|планерк|оперативк)[а-я]*(?:\\s+${CLAUSE}+)?|^(?:педсовет|педагогический совет|(?:заседани|совещани|собрани)[ея](?:\\s+[а-я-]+){0,4})$`,
)
/** «за неделю до», «в течение месяца со дня»: one of them. */
const ONE_UNIT =
  /(?<=(?:за|через|спустя|в течение)\s+)(?=(?:недел[юи]|месяца?|д(?:ень|ня)|сут(?:ки|ок)|час)\s+(?:до|перед|после|со дня|с момента|с даты)(?![а-я]))/g
const FORMS: readonly (readonly [RegExp, When])[] = [
  [EACH, 'each'],
  [SCHEDULE, 'schedule'],
  [AFTER, 'after'],
  [DURING, 'during'],
  [AT_MEETING, 'during'],
  [BEFORE, 'before'],
]

/** Finds the first clause that binds the term to a procedure, to its schedule or to an event. */
export function readBound(text: string): FoundBound | null {
  const offset = readOffset(text)
  if (offset) return offset
  let found: FoundBound | null = null
  for (const [pattern, when] of FORMS) {
    const match = pattern.exec(text)
    if (!match || (found && found.index <= match.index)) continue
    const clause = match[0].trim()
    found = {
      rule: ruleOf(clause, when),
      index: match.index,
      rest: `${text.slice(0, match.index)} ; ${text.slice(match.index + match[0].length)}`,
    }
  }
  return found
}

function readOffset(words: string): FoundBound | null {
  const text = words.replace(ONE_UNIT, '1 ')
  const match = WITH_OFFSET.exec(text)
  if (!match) return null
  const [whole, count, working, unit, inWord, wordUnit, side, anchor] = match
  if (side === undefined && !/^(в|через|за|не позднее)/.test(whole) && inWord === undefined) return null
  const offset: Offset = { count: numberOf(count ?? inWord), unit: offsetUnit(working, unit ?? wordUnit) }
  const when: When = side === 'до' || side === 'перед' ? 'before' : 'after'
  const event = capitals((anchor ?? '').trim())
  const procedure = when === 'before' || anchor !== undefined ? procedureIn(anchor ?? '') : null
  const rest = `${text.slice(0, match.index)} ; ${text.slice(match.index + whole.length)}`
  const rule: Bound =
    procedure === null
      ? { type: 'event', event, when, offset }
      : { type: 'procedure', procedure, when, offset, year: yearIn(anchor) }
  return { rule, index: match.index, rest }
}

function offsetUnit(working: string | undefined, unit: string): OffsetUnit {
  if (/^(недел)/.test(unit)) return 'week'
  if (/^месяц|^месяч/.test(unit)) return 'month'
  if (/^час/.test(unit)) return 'hour'
  return working?.startsWith('рабоч') ? 'working-day' : 'day'
}

function ruleOf(clause: string, when: When): Bound {
  const procedure = procedureIn(clause) ?? (when === 'during' ? goingOn(clause) : null)
  const ofProcedure =
    when === 'schedule' ||
    (procedure !== null && (when !== 'each' || /^по мере (?:проведени|реализаци)/.test(clause)))
  return ofProcedure
    ? {
        type: 'procedure',
        procedure,
        when: when === 'each' ? 'during' : when,
        offset: null,
        year: yearIn(clause),
      }
    : { type: 'event', event: capitals(clause), when, offset: null }
}

/** On the days of exams and works everything goes by their timetable; before one of them, by its day. */
function goingOn(clause: string): string | null {
  if (/(?<![а-я])экзамен/.test(clause)) return 'экзамен'
  if (/(?:проведени[а-я]|дни|день|период)\s+(?:[а-я]+\s+)?собеседовани/.test(clause))
    return 'итоговое собеседование'
  return /(?:проведени|написани)[а-я] работ[а-я]*$/.test(clause) ? 'проверочная работа' : null
}

function yearIn(words: string): number | null {
  const year = /(?<!\d)(20\d\d)(?!\d|-\d)/.exec(words)
  return year ? Number(year[1]) : null
}

/** Abbreviations lost their capitals in cleaning; they get them back in what a person reads. */
export function capitals(text: string): string {
  return text.replace(
    /(?<![а-я])(впр|к?егэ|огэ|гвэ|гиа|нико|оо|оу|омсу|оив|рцоко|иро|ппэ|рф|фцт|фипи|фис око|око|всош|мсу|оиро|шмо|ммс|гмо|рмо)(?![а-я])/g,
    word => word.toUpperCase(),
  )
}
