import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPlanFile } from './index.ts'
import { buildWord } from './testing/build-word.ts'
import { short, who } from './testing/short.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-unlike-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(content: string | Uint8Array, name = 'план.txt') {
  const path = join(folder, name)
  writeFileSync(path, content)
  return readPlanFile(path)
}

test('aims, results, people, contents of a paper are no measures', async () => {
  const nothing = [
    `План на год
Цель работы:
- честная оценка знаний;
Задачи плана:
1) понять причины;
2) помочь учителям.
Ожидаемые результаты:
- меньше споров.`,
    `Состав комиссии
Школе № 3:
- Лисицына А.А., учитель химии;
1. Барсуков Б.Б., директор.`,
    `Программа развития на 2030-2031 годы
1. Введение ............ 3
2. План мероприятий ............ 7
Сроки реализации: 2030-2031 годы.
Задачи:
- расти;`,
  ]
  for (const text of nothing) await expect(read(text)).rejects.toThrow(/^plan-/)
})

test('what stands under «Задачи» and has its own term is to be done', async () => {
  const { measures } = await read(`План на 2031 год
Задачи:
1. Собрать отзывы родителей.
Срок: март.
2. Обсудить отзывы.
Срок: апрель.`)
  expect(measures.map(short)).toEqual([
    '1 | Собрать отзывы родителей | months 2031-03-01 2031-03-31',
    '2 | Обсудить отзывы | months 2031-04-01 2031-04-30',
  ])
})

test('an order: points that are given to somebody, not its other words', async () => {
  const { measures } = await read(`ПРИКАЗ
О проверке тетрадей в 2031 году
ПРИКАЗЫВАЮ:
1. Утвердить состав комиссии.
2. Учителям начальных классов сдать тетради до 12 мая 2031 года.
3. Техническому специалисту настроить камеры.
4. Контроль за исполнением приказа оставляю за собой.
Директор          Н.Н. Сова
С приказом ознакомлены:
1. Лось К.К.`)
  expect(measures.map(short)).toEqual([
    '2 | Учителям начальных классов сдать тетради до 12 мая 2031 года | deadline … 2031-05-12',
    '3 | Техническому специалисту настроить камеры | –',
  ])
})

test('signatures and the writer of the paper put into the columns of the table', async () => {
  const head = ['№', 'Мероприятие', 'Срок', 'Ответственный']
  const { measures } = await read(
    await buildWord([
      'План мероприятий на 2031 год',
      [
        head,
        ['1', 'Обойти кабинеты', 'май', 'завхоз'],
        ['', 'Заместитель начальника', '', 'П.П. Филин'],
        ['', 'Исполнитель: Сорока А.А., тел. 5-55-55', '', ''],
      ],
    ]),
    'подписи.docx',
  )
  expect(measures.map(short)).toEqual(['1 | Обойти кабинеты | months 2031-05-01 2031-05-31'])
})

test('brackets within the brackets of a point; cells of a page one a line, without numbers', async () => {
  const points = await read(`План мероприятий на 2031 год

1. Сверить списки (срок – до 5 марта 2031 г.; ответственные – секретари (все школы)).
2. Сдать отчёт (срок – апрель 2031 г.; ответственный – завуч (Рысь О.О.)).
`)
  expect(points.measures.map(short)).toEqual([
    '1 | Сверить списки | deadline … 2031-03-05',
    '2 | Сдать отчёт | months 2031-04-01 2031-04-30',
  ])
  expect(points.measures.map(who)[0]).toContain('секретари (все школы)')
  const { measures } = await read(`План работы на 2031 год

Мероприятие

Сроки

Ответственные

I. Начало

Выпуск приказа

Август 2031

Директор

II. Дальше

Посещение занятий

В течение года

Администрация
`)
  expect(measures.map(({ section, text, term }) => [section, text, term?.kind])).toEqual([
    ['I. Начало', 'Выпуск приказа', 'months'],
    ['II. Дальше', 'Посещение занятий', 'open'],
  ])
})

test('columns of a PDF: a section without an empty line over it belongs to no cell', async () => {
  const { measures } = await read(`План мероприятий на 2031 год
№ п/п
Мероприятие
Срок
Ответственный
1
Список участников
до 15 января
координатор
Раздел 2. Проведение
2
Дежурство в коридорах
в дни проведения ВПР
наблюдатели
3
Сдача работ
май
учителя
`)
  expect(measures.map(who)).toEqual(['координатор', 'наблюдатели', 'учителя / ОО'])
  expect(measures.map(({ section }) => section)).toEqual([
    null,
    'Раздел 2. Проведение',
    'Раздел 2. Проведение',
  ])
})

const HEAD = ['№', 'Мероприятие', 'Срок', 'Ответственный']

test('tables of lessons, people and indicators beside a plan are none of its measures', async () => {
  const { measures } = await read(
    await buildWord([
      'План на 2031 год',
      [
        ['Месяц', 'Вопросы', 'Ответственный'],
        ['Сентябрь', 'Входной срез', 'завуч'],
        ['', 'Осмотр кабинетов', 'завхоз'],
        ['12 октября', 'Праздник', 'актив'],
        ['', 'Уборка двора', 'завхоз'],
      ],
      'Звонки',
      [
        ['Урок', 'Начало', 'Окончание'],
        ['1', '8:30', '9:10'],
        ['2', '9:20', '10:00'],
      ],
      [
        HEAD,
        ['1', 'Выезд в школы', 'май', 'отдел'],
        ['№', 'Показатель', 'План', ''],
        ['1', 'Доля честных школ', '95', ''],
        HEAD,
        ['2', 'Разбор выезда', 'июнь', 'отдел'],
      ],
    ]),
    'рядом.docx',
  )
  expect(measures.map(short)).toEqual([
    '– | Входной срез | months 2031-09-01 2031-09-30',
    '– | Осмотр кабинетов | months 2031-09-01 2031-09-30',
    '– | Праздник | date 2031-10-12 2031-10-12',
    '– | Уборка двора | –',
    '1 | Выезд в школы | months 2031-05-01 2031-05-31',
    '2 | Разбор выезда | months 2031-06-01 2031-06-30',
  ])
  expect(measures[1].doubtful).toContainEqual({ field: 'term', reason: 'term-unsure' })
})

test('minutes without lines of terms: what was decided, not the agenda, the votes and what was noted', async () => {
  const { measures } = await read(`ПРОТОКОЛ № 4
Присутствовали: Лиса А.А., Волк Б.Б.
Повестка дня
1. Итоги осени (Лиса А.А.).
2. Разное.
По первому вопросу слушали Лису А.А.
Решение:
1. Принять информацию к сведению.
2. Завучу Волку Б.Б. собрать тетради до 20 ноября 2031 г.
Результаты голосования: «за» – 2.
По второму вопросу слушали Волка Б.Б.
Решение:
1. Обновить стенд.
Председатель ________ Лиса А.А.`)
  expect(measures.map(short)).toEqual([
    '2 | Завучу Волку Б.Б. собрать тетради до 20 ноября 2031 г | deadline … 2031-11-20',
    '1 | Обновить стенд | –',
  ])
  expect(measures[1].doubtful).toContainEqual({ field: 'term', reason: 'empty' })
})

test('an order set wide, labels of a list, whom and what on one line', async () => {
  const order = await read(`ПРИКАЗ
О проверке
п р и к а з ы в а ю:
1. Провести сверку с 1 по 10 июня 2031 года.
2. Назначить ответственным Бобра К.К.`)
  expect(order.measures.map(short)).toEqual([
    '1 | Провести сверку с 1 по 10 июня 2031 года | range 2031-06-01 2031-06-10',
  ])
  const list = await read(`План мероприятий на 2031 год
1) Мероприятие: Собрание родителей
Срок: 12 февраля
Ответственный: учителя`)
  expect(list.measures.map(({ text }) => text)).toEqual(['Собрание родителей'])
  const advice = await read(`Рекомендации
Учителям:
1. обсудить критерии;
2. вести записи.
Районным методистам: подготовить занятие по критериям.
Исп. Дятел Т.Т.`)
  expect(advice.measures.map(({ section, text }) => [section, text])).toEqual([
    ['Учителям', 'обсудить критерии'],
    ['Учителям', 'вести записи'],
    ['Районным методистам', 'подготовить занятие по критериям'],
  ])
})

test('a page of a PDF that prints its number and its headings again; a month over the first table', async () => {
  const { measures } = await read(`План мероприятий на 2031 год

 №    Мероприятие                   Срок           Ответственный
 1    Составление списка            январь         секретарь
      участников                                   школы
                          2
 №    Мероприятие                   Срок           Ответственный
 2    Сверка списка                 февраль        завуч
`)
  expect(measures.map(short)).toEqual([
    '1 | Составление списка участников | months 2031-01-01 2031-01-31',
    '2 | Сверка списка | months 2031-02-01 2031-02-28',
  ])
  const monthly = await read(
    await buildWord([
      'План контроля на 2031-2032 учебный год',
      'НОЯБРЬ',
      [
        ['Объекты контроля', 'Метод', 'Ответственный'],
        ['Журналы', 'проверка', 'завуч'],
      ],
    ]),
    'месяц.docx',
  )
  expect(monthly.measures.map(short)).toEqual(['– | Журналы | months 2031-11-01 2031-11-30'])
})

test('a numbered title over rows whose numbers stand alone; a plan named in the words of a measure', async () => {
  const { measures } = await read(`План работы на 2031/2032 учебный год

№ п/п

Наименование мероприятия

Сроки

Исполнители

1. Организационная работа
Заседания совета

1.

Составление графика

август

завуч

2.

Проверка графика на учебный год

сентябрь

директор

2. Работа с кадрами

1.

Обзор новинок

октябрь

библиотекарь
`)
  expect(measures.map(short)).toEqual([
    '1 | Составление графика | months 2031-08-01 2031-08-31',
    '2 | Проверка графика на учебный год | months 2031-09-01 2031-09-30',
    '1 | Обзор новинок | months 2031-10-01 2031-10-31',
  ])
  expect(measures.map(({ section }) => section)).toEqual([
    '1. Организационная работа Заседания совета',
    '1. Организационная работа Заседания совета',
    '2. Работа с кадрами',
  ])
})

test('a direction merged over its measures whose cell a page leaves out below', async () => {
  const { measures } = await read(`План-график на 2031 год
Направление мероприятий | Мероприятия | Сроки |
I. Документы | 1. Выпуск приказа | март |
2. Выпуск положения | апрель | |
3. Выпуск памятки | | |
`)
  expect(measures.map(short)).toEqual([
    '1 | Выпуск приказа | months 2031-03-01 2031-03-31',
    '2 | Выпуск положения | months 2031-04-01 2031-04-30',
    '3 | Выпуск памятки | –',
  ])
  expect(new Set(measures.map(({ section }) => section))).toEqual(new Set(['I. Документы']))
})

test('an act whose grounds end with its word; a term between whom and what', async () => {
  const { measures } = await read(`ПОСТАНОВЛЕНИЕ
В соответствии с уставом администрация района постановляет:
1. Утвердить программу.
2. Отделу образования в срок до 5 мая 2031 года собрать заявки.
3. Исполнителям программы обеспечить:
3.1. Учёт заявок.`)
  expect(measures.map(short)).toEqual([
    '2 | Отделу образования в срок до 5 мая 2031 года собрать заявки | deadline … 2031-05-05',
    '3.1 | Учёт заявок | –',
  ])
  expect(measures.map(who)[0]).toContain('Отделу образования')
  expect(measures.map(who)[0]).not.toContain('срок')
})

test('months before numbers serve the rows below; a plan for the exams of a year begins in the autumn before', async () => {
  const { measures } = await read(
    await buildWord([
      'План подготовки к ГИА-2031',
      [
        ['Месяц', '№', 'Вопросы', 'Ответственный'],
        ['Октябрь', '1', 'Согласия родителей', 'учителя'],
        ['', '2', 'Стенд', 'завуч'],
        ['Март', '1', 'Пробная работа', 'завуч'],
      ],
    ]),
    'экзамены.docx',
  )
  expect(measures.map(short)).toEqual([
    '1 | Согласия родителей | months 2030-10-01 2030-10-31',
    '2 | Стенд | months 2030-10-01 2030-10-31',
    '1 | Пробная работа | months 2031-03-01 2031-03-31',
  ])
})
