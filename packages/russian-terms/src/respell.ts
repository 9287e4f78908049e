import { ORDINAL, ordinal } from './ordinals.ts'
import { DAY_NAME } from './weekdays.ts'

const SEASONS: readonly (readonly [RegExp, string])[] = [
  [/(?<![а-я])(?:летн[а-я]+ период[а-я]*|летом|лето|(?<=течени[еи]\s+)лета)(?![а-я])/g, 'июнь - август'],
  [
    /(?<![а-я])(?:осенн[а-я]+ период[а-я]*|осенью|осень|(?<=течени[еи]\s+)осени)(?![а-я])/g,
    'сентябрь - ноябрь',
  ],
  [/(?<![а-я])(?:зимн[а-я]+ период[а-я]*|зимой|зима|(?<=течени[еи]\s+)зимы)(?![а-я])/g, 'декабрь - февраль'],
  [/(?<![а-я])(?:весенн[а-я]+ период[а-я]*|весной|весна|(?<=течени[еи]\s+)весны)(?![а-я])/g, 'март - май'],
]
const PAIR_OF_NUMBERS = new RegExp(
  `(?<![а-яa-z\\d])${ORDINAL}\\s*(-|,|и)\\s*(?=(?:${ORDINAL}\\s*(?:-|,|и)\\s*){0,3}${ORDINAL}\\s*(квартал|кв\\.|полугоди|четверт)[а-я]*)`,
  'g',
)

const MONTHS = '(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*'
/** «1-2 неделя сентября»: both parts of the one month. */
const PAIR_OF_PARTS = new RegExp(
  `(?<![а-яa-z\\d])${ORDINAL}\\s*(-|,|и)\\s*${ORDINAL}\\s*((?:недел|декад)[а-я]*)\\s+(${MONTHS})`,
  'g',
)
/** «октябрь, 3-я неделя», «декабрь (1-2 декада)»: the part behind its month. */
const PART_BEHIND = new RegExp(
  `(${MONTHS})((?:\\s+20\\d\\d\\s*(?:года|г\\.?)?)?)\\s*[,(-]?\\s*((?:${ORDINAL}\\s*[-,и]\\s*)?${ORDINAL}\\s*(?:недел|декад|половин)[а-я]*)(?![а-я])(?!\\s+${MONTHS})`,
  'g',
)
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
/** «IX.2022». */
const ROMAN_MONTH = /(?<![a-zа-я\d])(i{1,3}|iv|vi{0,3}|ix|xi{0,2})\.\s?(20\d\d)(?!\d)/g
/** «декабрь 2021, 2022 и 2023 гг.»: the month of each of the years. */
const MONTH_OF_YEARS = new RegExp(`(${MONTHS})\\s+(20\\d\\d)((?:\\s*(?:,|и)\\s*20\\d\\d(?!\\d))+)`, 'g')
/** «до конца 2022 года»: the year behind its noun, where the border is looked for. */
const YEAR_OF_EDGE =
  /((?:начал[а-я]|конц[а-я]|конец|окончани[а-я])\s+)(20\d\d(?:\s*[-/]\s*(?:20)?\d\d)?)\s*((?:учебн[а-я]+\s+|уч\.?\s*)?год[ау]?|г\.)(?![а-я])/g
/** «3-я среда января, марта»: the same day, or part, of each of the months. */
const PART_OF_MONTHS = new RegExp(
  `(${ORDINAL}\\s+(?:${DAY_NAME}|недел[а-я]*|декад[а-я]*|половин[а-я]*)|(?:начал[ое]|середин[аеу]|кон(?:ец|це))(?=\\s))\\s+(${MONTHS})((?:\\s*(?:,|и)\\s*${MONTHS})+)`,
  'g',
)
/** «IX, XII», «IX-X» alone: months in Roman numbers. */
const ROMAN_MONTHS = /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})(?:\s*[-,;]\s*(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2}))+$/
const NAMES = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]
/** «сентябрь 24 г.», «ноя.24»: a year of two digits behind a month; «сентябрь 24» alone may be a day. */
const SHORT_YEAR =
  /((?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|янв|фев|мар|апр|авг|сент?|окт|нояб?|дек)[а-я]*)(?:\.\s*(2\d|3\d)(?=\s*(?:$|[-,;)]))|\s+(2\d|3\d)(?=\s*г(?:\.|ода|$|[^а-я])))/g
/** «09.24», «03/2025» alone: a month and its year. */
const MONTH_IN_DIGITS = /^(0?[1-9]|1[0-2])[./](?:20)?([2-3]\d)(?:\s*г\.?)?$/
const TRIMESTERS = ['сентябрь - ноябрь', 'декабрь - февраль', 'март - май']
const TRIMESTER = new RegExp(`(?<![а-яa-z\\d])${ORDINAL}\\s*триместр[а-я]*`, 'g')

/** Shorter ways of writing, in those that are read: «09-12.2021», «не ранее 1 мая», «2 триместр». */
function respell(text: string): string {
  return romanMonths(text)
    .replace(MONTH_IN_DIGITS, '$1.20$2')
    .replace(SHORT_YEAR, (_, month, first, second) => `${month} 20${first ?? second}`)
    .replace(PART_OF_MONTHS, sharedPart)
    .replace(ROMAN_MONTH, (_, month, year) => `${ROMAN.indexOf(month) + 1}.${year}`)
    .replace(MONTH_OF_YEARS, (_, month, year, more) =>
      [year, ...more.match(/20\d\d/g)].map(one => `${month} ${one}`).join(', '),
    )
    .replace(PART_BEHIND, (_, month, year, part) => ` ${part} ${month}${year} `)
    .replace(PAIR_OF_PARTS, (_, first, joint, second, what, month) =>
      [first, what, month, joint, second, what, month].join(' '),
    )
    .replace(YEAR_OF_EDGE, '$1$3 $2')
    .replace(TRIMESTER, (whole, number) => TRIMESTERS[ordinal(number) - 1] ?? whole)
    .replace(/(?<![\d.])(0?[1-9]|1[0-2])\s*-\s*(0?[1-9]|1[0-2])\.(20\d\d)(?!\d)/g, '$1.$3 - $2.$3')
    .replace(/не ранее(?: чем)?(?=\s*\d)/g, 'с')
}

function sharedPart(whole: string): string {
  const [first, ...others] = whole.match(new RegExp(MONTHS, 'g')) ?? []
  if (first === undefined) return whole
  const part = whole.slice(0, whole.indexOf(first)).trim()
  return [first, ...others].map(month => `${part} ${month}`).join(', ')
}

/** «IX-X» names months; «I-II» may as well be quarters whose noun is lost, so it needs a month beyond the fourth. */
function romanMonths(text: string): string {
  const words = text.trim()
  if (!ROMAN_MONTHS.test(words)) return text
  const numbers = words.match(/[ivx]+/g)!.map(one => ROMAN.indexOf(one) + 1)
  if (numbers.every(number => number <= 4)) return text
  return words.replace(/[ivx]+/g, one => NAMES[ROMAN.indexOf(one)])
}

/** «I – II кварталы» is said of both numbers, a season is its months. */
export function spellOut(text: string): string {
  const paired = respell(text).replace(
    PAIR_OF_NUMBERS,
    (_, number, joint, _among, _last, what) => `${number} ${what} ${joint} `,
  )
  return SEASONS.reduce((words, [season, months]) => words.replace(season, months), paired)
}
