import { readTerm, schoolYear } from '@objektiv/russian-terms'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeText, foldLine } from './calendar-lines.ts'
import { type CalendarMeasure, writeCalendar } from './write-calendar.ts'

const period = schoolYear(2021)
const measure = (words: string | null, more: Partial<CalendarMeasure> = {}): CalendarMeasure => ({
  ...{ id: 'measure-7', number: '1.10', text: 'Разобрать итоги', planTitle: 'План района', place: null },
  ...{ url: null, cancelled: false, changedAt: new Date('2021-09-02T07:05:09.123Z'), version: 3, period },
  ...{ term: words === null ? null : readTerm(words, { period }), ...more },
})
const feed = (...measures: CalendarMeasure[]) =>
  writeCalendar({ locale: 'ru', name: 'Сова З.И., планы', host: 'objektiv.example.ru', measures })

/** Of one to four octets, and those that mean something to the format. */
const LETTERS = [...'aя№😀é ;,:\\"\n\r\t\u0000\u2028']

/** Unfolded lines, as RFC 5545, 3.1 wants a reader to do it. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')
const values = (text: string, name: string) =>
  linesOf(text).flatMap(line => (line.startsWith(name) ? [line.slice(line.indexOf(':') + 1)] : []))
const days = (text: string) =>
  values(text, 'DTSTART').map((start, at) => `${start} ${values(text, 'DTEND')[at]}`)

describe('a calendar of measures', () => {
  test.each([
    ['12.03.2022', ['20220312 20220313']],
    ['до 12 марта 2022 г.', ['20220312 20220313']],
    ['с 23.03.2022 по 26.03.2022', ['20220323 20220327']],
    // A stretch of months is shown by its due day.
    ['Декабрь 2021 года – январь 2022 года', ['20220131 20220201']],
    ['январь', ['20220131 20220201']],
    ['12.10.2021, 13.10.2021 и 15.11.2021', ['20211012 20211013', '20211013 20211014', '20211115 20211116']],
    ['29 февраля 2024 г.', ['20240229 20240301']],
    ['31.12.2021', ['20211231 20220101']],
    ['в течение учебного года', []],
    ['по мере выявления', []],
    ['по графику ВПР', []],
    ['как решит совет', []],
  ])('«%s» has the days %j', (words, expected) => {
    expect(days(feed(measure(words)))).toEqual(expected)
  })

  test('a measure without a term has no event, a recurring one has its occurrences within the plan', () => {
    expect(days(feed(measure(null)))).toEqual([])
    const monthly = feed(measure('до 25 числа каждого месяца'))
    expect(days(monthly)).toHaveLength(12)
    expect(days(monthly)[0]).toBe('20210925 20210926')
    expect(new Set(values(monthly, 'UID')).size).toBe(12)
    expect(values(monthly, 'UID')[11]).toBe('measure-7-20220825@objektiv.example.ru')
  })

  test('an event is the same after its term was moved', () => {
    const moved = feed(measure('до 20 марта 2022 г.', { version: 4 }))
    expect(values(moved, 'UID')).toEqual(values(feed(measure('до 12 марта 2022 г.')), 'UID'))
    expect(values(moved, 'SEQUENCE')).toEqual(['4'])
  })

  test('is laid out as the standard has it', () => {
    const url = 'https://objektiv.example.ru/планы/7?a=1,2;b'
    const text = feed(measure('12.03.2022', { place: 'Зал №\u00A01;\nвторой этаж', url, cancelled: true }))
    expect(linesOf(text)).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Objektiv//Plans//RU', 'CALSCALE:GREGORIAN'],
      ...['METHOD:PUBLISH', 'NAME:Сова З.И.\\, планы', 'X-WR-CALNAME:Сова З.И.\\, планы'],
      ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H', 'BEGIN:VEVENT'],
      ...['UID:measure-7@objektiv.example.ru', 'DTSTAMP:20210902T070509Z', 'LAST-MODIFIED:20210902T070509Z'],
      ...['SEQUENCE:3', 'DTSTART;VALUE=DATE:20220312', 'DTEND;VALUE=DATE:20220313'],
      'SUMMARY:Отменено: 1.10. Разобрать итоги',
      'DESCRIPTION:Срок: 12.03.2022\\nПлан: План района\\nhttps://objektiv.example.ru/планы/7?a=1\\,2\\;b',
      'LOCATION:Зал № 1\\; второй этаж',
      'URL:https://objektiv.example.ru/%D0%BF%D0%BB%D0%B0%D0%BD%D1%8B/7?a=1,2;b',
      ...['STATUS:CANCELLED', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', ''],
    ])
  })

  test('no line is longer than 75 octets, none is broken within a character, nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 200 }), text => {
        const line = `SUMMARY:${escapeText(text)}`
        const folded = foldLine(line)
        expect(folded.split('\r\n').filter(one => Buffer.byteLength(one) > 75)).toEqual([])
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
        // Nothing a text holds can begin a line of its own.
        expect(line.slice(8)).not.toMatch(/[\r\n]/)
      }),
      { numRuns: 200 },
    )
    expect(escapeText('a\\b;c,d\r\ne\u0000f')).toBe('a\\\\b\\;c\\,d\\ne f')
  })
})
