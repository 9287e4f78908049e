import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSubject } from './read-subject.ts'
import { spellSubject } from './subjects.ts'

describe('readSubject', () => {
  test.each([
    ['2021 Русский язык, 4 класс', 'Русский язык', 4, 2021],
    ['ВПР 2026 Русский язык 4 класс', 'Русский язык', 4, 2026],
    ['Результаты ВПР по русскому языку 4 класс 2021', 'Русский язык', 4, 2021],
    ['ВПР по обществознанию, 6 кл., 2021-2022 уч. год', 'Обществознание', 6, 2022],
    ['биология_6_2022', 'Биология', 6, 2022],
    ['ВПР-2021. История. 11 класс', 'История', 11, 2021],
    ['результаты по окружающему миру 4-х классов 2021', 'Окружающий мир', 4, 2021],
    ['По иностранному (английскому) языку, 7 класс, 2021 год', 'Английский язык', 7, 2021],
    ['2021_География_8_класс', 'География', 8, 2021],
    ['Химия 8 «А» класс 2021', 'Химия', 8, 2021],
    ['Физика класс 7 2021', 'Физика', 7, 2021],
    ['физико-математический лицей биология 5 класс 2021', 'Биология', 5, 2021],
    ['Математика 5 класс 2020/2021', 'Математика', 5, 2021],
    ['литературное чтение 4 класс 2023', 'Литературное чтение', 4, 2023],
    // figures of logins, dates, copies, schools and variants are neither year nor grade
    ['edu990004 Математика 5 класс 2026', 'Математика', 5, 2026],
    ['sch202104 математика 2021', 'Математика', null, 2021],
    ['Математика 5 класс выгрузка 15.04.2022', 'Математика', 5, null],
    ['Математика 5 класс 20220415', 'Математика', 5, null],
    ['Математика 6 класс 2021 (2)', 'Математика', 6, 2021],
    ['СОШ № 4 математика 2021', 'Математика', null, 2021],
    ['математика_7_2021 вариант 2', 'Математика', 7, 2021],
    // two answers are no answer
    ['Русский язык и математика 4 класс 2021', null, 4, 2021],
    ['Математика 4 класс, 5 класс 2021', 'Математика', null, 2021],
    ['Математика 4 класс 2020, 2022', 'Математика', 4, null],
    ['Результаты', null, null, null],
  ])('%s', (text, subject, grade, year) => {
    expect(readSubject(text)).toMatchObject({ subject, grade, year })
  })

  test.each([
    ['Математика (углублённая) 7 класс 2025', 'углублённая'],
    ['Математика, углубленный уровень, 7 класс 2025', 'углублённая'],
    ['Физика базовый уровень 8 класс 2025', 'базовая'],
    ['Математика 7 класс 2025', null],
  ])('%s is %s', (text, version) => {
    expect(readSubject(text).version).toBe(version)
  })

  test('in a line of a sheet a bare number is not a grade', () => {
    expect(readSubject('Максимальный балл 9', { loneGrade: false }).grade).toBeNull()
    expect(readSubject('ВПР 2026 Русский язык 4 класс', { loneGrade: false })).toMatchObject({
      grade: 4,
      year: 2026,
    })
  })

  test('every subject of the specifications is read in the order people write, whatever the separators', () => {
    const subjects = [
      'Русский язык',
      'Математика',
      'Окружающий мир',
      'Биология',
      'История',
      'География',
      'Обществознание',
      'Английский язык',
      'Немецкий язык',
      'Французский язык',
      'Физика',
      'Химия',
      'Литература',
      'Информатика',
    ]
    const parts = fc.record({
      subject: fc.constantFrom(...subjects),
      grade: fc.integer({ min: 4, max: 11 }),
      year: fc.integer({ min: 2018, max: 2029 }),
      separator: fc.constantFrom(' ', '_', ', ', ' - '),
      upper: fc.boolean(),
      order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    })
    fc.assert(
      fc.property(parts, ({ subject, grade, year, separator, upper, order }) => {
        const pieces = [subject, `${grade} класс`, String(year)]
        const text = order.map(i => pieces[i]).join(separator)
        expect(readSubject(upper ? text.toUpperCase() : text)).toMatchObject({ subject, grade, year })
      }),
    )
  })
})

test('a subject given by a person is spelled as in the specifications', () => {
  expect(spellSubject('русский')).toBe('Русский язык')
  expect(spellSubject(' математика ')).toBe('Математика')
  expect(spellSubject('Астрономия')).toBe('Астрономия')
})
