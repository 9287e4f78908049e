import { describe, expect, test } from 'vitest'
import { readCode, readMark, readScore, readTotal, readVariant } from './read-cell.ts'
import { readClass } from './read-class.ts'

describe('score of a task', () => {
  test.each([
    [0, 0, null],
    [3, 3, null],
    ['2', 2, null],
    [' 2 ', 2, null],
    ['X', 254, 'cross-latin'],
    ['Х', 254, 'cross-cyrillic'],
    ['x', 254, 'cross-lower-case'],
    ['х', 254, 'cross-lower-case'],
    ['X ', 254, 'cross-with-space'],
    ['не пройд.', 255, 'not-taught'],
    ['Не пройдено', 255, 'not-taught'],
    ['H', 253, 'letter-h'],
    ['Н', 253, 'letter-h'],
    [-2, 253, 'score-negative'],
    ['-2', 253, 'score-negative'],
    [1.5, 253, 'score-unreadable'],
    ['1,5', 253, 'score-unreadable'],
    [253, 253, 'score-unreadable'],
    ['254', 253, 'score-unreadable'],
    ['отсутствовал', 253, 'score-unreadable'],
    [true, 253, 'score-unreadable'],
    [null, 253, 'score-empty'],
    ['  ', 253, 'score-empty'],
  ])('%j → %i, %s', (cell, value, dirt) => {
    expect(readScore(cell)).toMatchObject({ value, dirt })
  })

  test('a number kept as text is told apart', () => {
    expect(readScore('2').numberAsText).toBe(true)
    expect(readScore(2).numberAsText).toBe(false)
  })
})

test.each([
  [17, 17, null],
  ['17', 17, null],
  [null, -1, null],
  ['', -1, null],
  [-1, -1, 'total-unreadable'],
  ['12,0', 12, null],
  ['12.00', 12, null],
  ['12,05', -1, 'total-unreadable'],
  ['12.5', -1, 'total-unreadable'],
  [12.5, -1, 'total-unreadable'],
  ['нет', -1, 'total-unreadable'],
])('total %j → %i, %s', (cell, value, dirt) => {
  expect(readTotal(cell)).toMatchObject({ value, dirt })
})

test.each([
  ['4', 4, null],
  [5, 5, null],
  ['1', 1, 'mark-one'],
  ['нет отметки', 0, 'no-mark'],
  ['Нет Отметки ', 0, 'no-mark'],
  ['ж', 0, 'shifted-mark'],
  ['М', 0, 'shifted-mark'],
  ['6', 0, 'mark-unreadable'],
  ['зачёт', 0, 'mark-unreadable'],
  [null, 0, 'mark-empty'],
])('mark %j → %i, %s', (cell, value, dirt) => {
  expect(readMark(cell)).toMatchObject({ value, dirt })
})

test.each([
  ['1', 'present', '1', null],
  [2, 'present', '2', null],
  ['отсутствовал', 'absent', '', null],
  [' Отсутствовала', 'absent', '', null],
  ['0', 'present', '0', 'variant-zero'],
  [null, 'none', '', null],
  ['Иванов Иван', 'present', '', 'variant-unreadable'],
])('variant %j is %s', (cell, presence, label, dirt) => {
  expect(readVariant(cell)).toEqual({ presence, label, dirt })
})

test.each([
  [50_001, '50001', null],
  [' 4-А-07 ', '4-А-07', null],
  ['Иванов Иван', '', 'code-unreadable'],
  ['Иванов7', '', 'code-unreadable'],
  [null, '', 'code-missing'],
])('code %j → «%s»', (cell, value, dirt) => {
  expect(readCode(cell)).toEqual({ value, dirt })
})

test.each([
  ['А', 'А', null],
  ['а', 'А', 'class-spelling'],
  ['"А"', 'А', 'class-spelling'],
  ['«а»', 'А', 'class-spelling'],
  ['11а', 'А', 'class-spelling'],
  ['4А', 'А', 'class-spelling'],
  ['4 "Б"', 'Б', 'class-spelling'],
  ['4-в', 'В', 'class-spelling'],
  ['A', 'А', 'class-spelling'],
  ['б ', 'Б', 'class-spelling'],
  ['фк', 'ФК', 'class-spelling'],
  ['а(1)', 'А(1)', 'class-spelling'],
  ['в-к', 'В-К', 'class-spelling'],
  ['нет_С', 'НЕТ_С', 'class-spelling'],
  ['1', '1', null],
  ['4', '', 'class-unknown'],
  [4, '', 'class-unknown'],
  ['нет', '', 'class-unknown'],
  ['НЕТ', '', 'class-unknown'],
  [null, '', 'class-unknown'],
  ['наименование класса', '', 'class-unknown'],
  ['Петров', '', 'class-unknown'],
])('class %j → «%s», %s', (cell, value, dirt) => {
  expect(readClass(cell, [4])).toEqual({ value, dirt })
})
