import { addDays, daysInMonth, isoDate, weekdayOf } from './dates.ts'
import type { IsoDate, NthWeekday, PartOfMonth } from './term.ts'

const STEMS = ['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресень']

/** «средств» is no Wednesday. */
export const DAY_NAME =
  '(понедельник|вторник|сред(?=[аеоуы](?:й|м|ми|х)?(?![а-я]))|четверг|пятниц|суббот|воскресень)[а-я]*'

/** Monday is 1. */
export function weekdayOfName(word: string): number {
  return STEMS.findIndex(stem => word.startsWith(stem)) + 1
}

/** 9 stands for the last one, as in other counts of a month. */
export function nthWeekday(count: number, weekday: number): NthWeekday {
  return `weekday-${count === 9 ? 'last' : count}-${weekday}` as NthWeekday
}

export function isNthWeekday(part: PartOfMonth): part is NthWeekday {
  return part.startsWith('weekday-')
}

/** The day itself; null in a month that has no fifth. */
export function dayOfNth(part: NthWeekday, year: number, month: number): IsoDate | null {
  const [, count, weekday] = part.split('-')
  const last = daysInMonth(year, month)
  if (count === 'last') {
    const end = isoDate(year, month, last)
    return addDays(end, -((weekdayOf(end) - Number(weekday) + 7) % 7))
  }
  const first = weekdayOf(isoDate(year, month, 1))
  const day = 1 + ((Number(weekday) - first + 7) % 7) + (Number(count) - 1) * 7
  return day > last ? null : isoDate(year, month, day)
}

const NAMES = ['понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу', 'воскресенье']
/** By the gender of the day: he, she, it. */
const COUNTS: Readonly<Record<string, readonly [string, string, string]>> = {
  1: ['первый', 'первую', 'первое'],
  2: ['второй', 'вторую', 'второе'],
  3: ['третий', 'третью', 'третье'],
  4: ['четвертый', 'четвертую', 'четвертое'],
  5: ['5-й', '5-ю', '5-е'],
  last: ['последний', 'последнюю', 'последнее'],
}

/** «во второй понедельник» */
export function nthWeekdayWords(part: NthWeekday): string {
  const [, count, weekday] = part.split('-')
  const name = NAMES[Number(weekday) - 1]
  const gender = name.endsWith('у') ? 1 : name.endsWith('е') ? 2 : 0
  return `${count === '2' ? 'во' : 'в'} ${COUNTS[count][gender]} ${name}`
}
