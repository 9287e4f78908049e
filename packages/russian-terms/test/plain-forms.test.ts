import { expect, test } from 'vitest'
import { readTerm, schoolYear, writeTerm } from '../src/index.ts'

const period = schoolYear(2023)

/** Words, kind, first and last day, as a reader of a plan for 2023–2024 understands them. */
const FORMS: readonly (readonly [string, string, string | null, string | null])[] = [
  // A day of the one month that is named, not of every month.
  ['декабрь, не позднее 25 числа', 'deadline', null, '2023-12-25'],
  ['апрель 2024 г. (до 15 числа)', 'deadline', null, '2024-04-15'],
  ['15-20 числа октября', 'range', '2023-10-15', '2023-10-20'],
  ['с 5 по 9 число февраля', 'range', '2024-02-05', '2024-02-09'],
  ['20 числа мая', 'date', '2024-05-20', '2024-05-20'],
  ['сентябрь – май, до 25 числа', 'recurring', '2023-09-01', '2024-05-31'],
  ['в первых числах сентября', 'range', '2023-09-01', '2023-09-10'],
  ['последние дни августа', 'range', '2023-08-21', '2023-08-31'],
  ['до начала ноября', 'deadline', null, '2023-10-31'],
  ['до середины октября', 'deadline', null, '2023-10-20'],
  ['конец 1 четверти', 'deadline', null, '2023-10-31'],
  ['в конце I полугодия', 'deadline', null, '2023-12-31'],
  ['каждый сентябрь', 'recurring', null, null],
  ['10 марта (воскресенье)', 'date', '2024-03-10', '2024-03-10'],
  ['I, II и III кварталы 2024 г.', 'months', '2024-01-01', '2024-09-30'],
  ['I и II полугодия', 'range', '2023-09-01', '2024-05-31'],
  ['2 семестр', 'months', '2024-01-01', '2024-05-31'],
  ['ежемес.', 'recurring', null, null],
  ['1 р. в мес.', 'recurring', null, null],
  ['2 р/нед.', 'recurring', null, null],
  ['в недельный срок после сверки', 'by-event', null, null],
  ['в двухнедельный срок после ВПР', 'by-procedure', null, null],
  ['в месячный срок', 'by-event', null, null],
  ['в течение суток', 'by-event', null, null],
  ['в максимально сжатые сроки', 'by-event', null, null],
  ['до конца текущего месяца', 'by-event', null, null],
  ['на зимних каникулах', 'by-event', null, null],
]

test.each(FORMS)('%s', (words, kind, start, end) => {
  const term = readTerm(words, { period })
  expect([term.kind, term.start, term.end]).toEqual([kind, start, end])
  const { original: _, confidence: __, doubts: ___, ...meaning } = term
  expect(readTerm(writeTerm(term), { period })).toMatchObject(meaning)
})

test('what a rule cannot hold is said to be left', () => {
  const doubts = (words: string) => readTerm(words, { period }).doubts
  expect(doubts('раз в месяц по пятницам')).toEqual(['words-left'])
  expect(doubts('каждый вторник и четверг')).toEqual(['words-left'])
  expect(doubts('март (четверг)')).toEqual(['words-left'])
  expect(doubts('10 марта (воскресенье)')).toEqual([])
})

test('several days of a year, days of work, the week of a term without a number', () => {
  const again = (words: string) => writeTerm(readTerm(words, { period }))
  expect(again('ежегодно до 10 января, 10 мая')).toBe('ежегодно до 10 января, 10 мая')
  expect(again('ежеквартально, до 10 числа месяца, следующего за отчетным кварталом')).toBe(
    'до 10 числа месяца, следующего за отчетным кварталом',
  )
  expect(again('за 3 рабочих дня до ВПР')).toBe('за 3 рабочих дня до проведения ВПР')
  expect(again('в недельный срок после сверки')).toBe('в течение 1 недели со дня сверки')
})
