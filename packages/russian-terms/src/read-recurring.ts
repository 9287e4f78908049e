import type { RecurringUnit, Rule } from './term.ts'
import { DAY_NAME, weekdayOfName } from './weekdays.ts'

type Every = Extract<Rule, { type: 'every' }>

const NUMBERS: Readonly<Record<string, number>> = {
  один: 1,
  одного: 1,
  одной: 1,
  два: 2,
  две: 2,
  двух: 2,
  три: 3,
  трех: 3,
  четыре: 4,
  четырех: 4,
  пять: 5,
  пяти: 5,
  шесть: 6,
  семь: 7,
  семи: 7,
  десять: 10,
  десяти: 10,
}
export const NUMBER = `(\\d{1,3}|${Object.keys(NUMBERS).join('|')})`

export function numberOf(words: string | undefined): number {
  return words === undefined ? 1 : (NUMBERS[words] ?? Number(words))
}

const UNIT =
  '(д(?:ень|ня|ней)|недел[а-я]*|месяц[а-я]*|квартал[а-я]*|четверт[а-я]*|триместр[а-я]*|полугоди[а-я]*|семестр[а-я]*|(?:учебн[а-я]+ |календарн[а-я]+ )?год[а-я]*|лет)'

function unitOf(word: string): RecurringUnit {
  if (/^д/.test(word)) return 'day'
  if (/^нед/.test(word)) return 'week'
  if (/^мес/.test(word)) return 'month'
  if (/^(кварт|четв|трим)/.test(word)) return 'quarter'
  if (/^(полуг|сем)/.test(word)) return 'half-year'
  return 'year'
}

const WHICH =
  '(перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт(?!г)[а-я]+|пят(?!ниц)[а-я]+|последн[а-я]+|[1-5](?!\\d)(?:\\s*-?\\s*(?:й|я|е|ю|ую|ая|ый|го))?)'

function nthOf(which: string): NonNullable<Every['nth']> {
  if (which.startsWith('послед')) return 'last'
  const digit = Number.parseInt(which, 10)
  const place = Number.isNaN(digit)
    ? ['перв', 'втор', 'трет', 'четверт', 'пят'].findIndex(stem => which.startsWith(stem)) + 1
    : digit
  return place as NonNullable<Every['nth']>
}

const base: Every = {
  type: 'every',
  unit: 'year',
  step: 1,
  times: 1,
  months: [],
  day: null,
  weekday: null,
  by: false,
}

type Form = readonly [RegExp, (match: RegExpExecArray) => Partial<Every>]

/** Each is looked for once; what several of them say together makes the rule («ежемесячно до 25 числа»). */
const FORMS: readonly Form[] = [
  [
    new RegExp(
      `(?:не реже|не менее|минимум|как минимум)?(?: чем)?\\s*(?:${NUMBER}(?:-?\\s?х)?|дважды|трижды)?\\s*(?:раз[а]?|дважды|трижды)\\s*(?:в|за|на|каждые|каждый)\\s*(?:течение\\s*)?(?:каждого\\s*|одного\\s*)?${NUMBER}?\\s*${UNIT}`,
    ),
    ([whole, times, step, unit]) => ({
      unit: unitOf(unit),
      step: numberOf(step),
      times: /дважды/.test(whole) ? 2 : /трижды/.test(whole) ? 3 : numberOf(times),
    }),
  ],
  [
    /(?:(до|не позднее|не позже|к|ко|по)\s*)?(\d{1,2})(?:\s*-?\s*(?:го|ого|е|му))?\s*числ[а-я]+(?:\s*(?:каждого|любого|текущего|отчетного))?(?:\s*(?:учебного\s*)?(месяца|квартала))?(?:,?\s*(?:следующего|последующего)\s*за\s*(?:отчетн|истекш|прошедш)[а-я]+(?:\s*(периодом|месяцем|кварталом|полугодием))?)?/,
    ([, by, day, unit, after]) => ({
      ...(after === 'кварталом'
        ? { unit: 'year', months: [1, 4, 7, 10] }
        : after === 'полугодием'
          ? { unit: 'year', months: [1, 7] }
          : { unit: unit === 'квартала' ? 'quarter' : 'month' }),
      day: Number(day),
      by: by !== undefined,
    }),
  ],
  [
    new RegExp(
      `(?:(?:ежемесячно|каждый месяц|кажд(?:ый|ую|ое|ая)),?\\s*)?(?:(?:во?|по)\\s+)?${WHICH}\\s+${DAY_NAME}\\s+(?:каждого\\s+)?месяца`,
    ),
    ([, which, name]) => ({ unit: 'month', weekday: weekdayOfName(name), nth: nthOf(which) }),
  ],
  [
    new RegExp(`(?:каждый|каждую|каждое|каждая)\\s+${WHICH}\\s+${DAY_NAME}`),
    ([, which, name]) => ({ unit: 'month', weekday: weekdayOfName(name), nth: nthOf(which) }),
  ],
  [
    new RegExp(`(?:каждые|каждый|каждую)\\s*${NUMBER}\\s*${UNIT}`),
    ([, step, unit]) => ({ unit: unitOf(unit), step: numberOf(step) }),
  ],
  [
    new RegExp(
      `(?:(?:еженедельно|каждую неделю),?\\s*)?(?:каждый|каждую|каждое|каждая|по)\\s*${DAY_NAME}(?:\\s*(?:каждой\\s*)?недели)?`,
    ),
    ([, name]) => ({ unit: 'week', weekday: weekdayOfName(name) }),
  ],
  [
    /(?:в\s+)?(?:перв|втор|трет|четверт|последн|\d-?)[а-я]*\s+(?:(?:рабоч|учебн)[а-я]+\s+)?(?:день|недел[а-я]+)\s+(?:каждого\s+)?месяца/,
    () => ({ unit: 'month' }),
  ],
  [new RegExp(`^(?:по\\s+)?${DAY_NAME}$`), ([, name]) => ({ unit: 'week', weekday: weekdayOfName(name) })],
  [/ежедневно|каждый (?:учебный |рабочий )?день/, () => ({ unit: 'day' })],
  [/еженедельно|каждую неделю|каждой недели/, () => ({ unit: 'week' })],
  [/ежемесячн[а-я]+|каждый месяц|каждого месяца|помесячно/, () => ({ unit: 'month' })],
  [
    /ежеквартальн[а-я]+|каждый квартал|каждого квартала|поквартально|каждую четверть|каждой четверти|по четвертям/,
    () => ({ unit: 'quarter' }),
  ],
  [/каждое полугодие|каждого полугодия|по полугодиям/, () => ({ unit: 'half-year' })],
  [
    /ежегодн[а-я]+|каждый (?:учебный |календарный )?год|каждого (?:учебного |календарного )?года/,
    () => ({ unit: 'year' }),
  ],
]

/** Finds what is said about repetition; `rest` is the words without it. Null when nothing is. */
export function readRecurring(text: string): { rule: Every; rest: string } | null {
  let rest = text
  let rule = base
  let found = false
  for (const [pattern, make] of FORMS) {
    const match = pattern.exec(rest)
    if (!match) continue
    const said = make(match)
    if (!found) rule = { ...base, ...said }
    // A day of the month alone («25 числа») is monthly; with «ежеквартально» beside it, quarterly.
    else
      rule = {
        ...rule,
        ...saidMore(said),
        unit: rule.day !== null && rule.months.length === 0 && said.unit !== 'year' ? said.unit! : rule.unit,
      }
    found = true
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
  }
  return found ? { rule, rest } : null
}

/** What a second expression adds to the first. */
function saidMore(said: Partial<Every>): Partial<Every> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== 1))
}
