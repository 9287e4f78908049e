import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Cell, writeWorkbook } from '../../documents/spreadsheet/index.ts'
import { readPlanFile } from './index.ts'
import { doubts, short, who } from './testing/short.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-plans-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(text: string | Uint8Array, name = 'план.txt') {
  const path = join(folder, name)
  writeFileSync(path, text)
  return readPlanFile(path)
}

test('text with tabs: legend, sections, a row that goes on, cells in quotation marks, scanning slips', async () => {
  const { title, abbreviations, measures } = await read(`ПЛАН МЕРОПРИЯТИЙ

по честной оценке на 2021-2022 учебный год

Перечень сокращений:
РЦ – региональный центр оценки качества образования
ОМСУ — органы местного самоуправления;

№ п/п\tМероприятие\tСрок\tРезультат\tОтветственный
1\t2\t3\t4\t5
Обеспечение объективности\t\t\t\t
1.\tНазначить\u00A0наблюдателей за ВІР\tдо l2.03.2022\tСписок\tРЦ
2.\t"Собрать
предложения"\tceнтябpь\t\t"Директора школ;
ОМСУ"

1\t2\t3\t4\t5
\tшкол района\t\t\t
2.\tОбсудить итоги\t31.02.2022\t\t
4.\tОтправить до 5 мая 2022 г. отчёт\t\t\tОМСУ
`)
  expect(title).toBe('ПЛАН МЕРОПРИЯТИЙ по честной оценке на 2021-2022 учебный год')
  expect(abbreviations.map(({ short }) => short)).toEqual(['РЦ', 'ОМСУ'])
  expect(measures.map(short)).toEqual([
    '1 | Назначить наблюдателей за ВІР | deadline … 2022-03-12',
    '2 | Собрать предложения школ района | months 2021-09-01 2021-09-30',
    '2 | Обсудить итоги | date … …',
    '4 | Отправить до 5 мая 2022 г. отчёт | deadline … 2022-05-05',
  ])
  expect(measures.map(who)).toEqual(['РЦ / РЦОКО', 'Директора школ / ОО + ОМСУ / ОМСУ', '', 'ОМСУ / ОМСУ'])
  expect(measures.map(doubts)).toEqual([
    ['term term-unsure'],
    ['text joined', 'term term-unsure'],
    ['number number-repeated', 'responsible empty', 'term term-unsure'],
    [],
  ])
})

test('pipes, a drawn table, columns set with spaces, cells one under another', async () => {
  const piped = await read(`План на 2022 год
| Срок | Мероприятие | Ответственные |
|---|---|---|
| февраль | Совещание | Заяц Б.В., директор центра, методисты |
| II квартал | Проверка<br>работ | Руководители ОУ |`)
  expect(piped.measures.map(short)).toEqual([
    '– | Совещание | months 2022-02-01 2022-02-28',
    '– | Проверка работ | months 2022-04-01 2022-06-30',
  ])
  expect(who(piped.measures[0])).toBe(
    'Заяц Б.В., директор центра / ОО / Заяц Б.В. / директор центра + методисты',
  )
  const drawn = await read(`ПЛАН МЕРОПРИЯТИЙ НА 2022 ГОД
+-----+------------------+-----------+-------------+
| №   | Мероприятие      | Срок      | Исполнитель |
+-----+------------------+-----------+-------------+
| 1   | Проверка         | I квартал | ОМСУ        |
|     | отметок          |           |             |
+-----+------------------+-----------+-------------+
| 2   | Совещание        | 15 апреля | ОИВ         |
+-----+------------------+-----------+-------------+`)
  expect(drawn.measures.map(short)).toEqual([
    '1 | Проверка отметок | months 2022-01-01 2022-03-31',
    '2 | Совещание | date 2022-04-15 2022-04-15',
  ])
  const aligned = await read(`              ПЛАН на 2023 год

 №   Мероприятие                   Срок           Ответственный
п/п                                исполнения

1.   Издать приказ о проведении    до 01.03.2023  Управление
     работ                                        образования

2.   Обучить наблюдателей          март 2023 г.   ИМЦ, школы
3.   Подвести итоги                май – июнь     РЦОКО
`)
  expect(aligned.measures.map(short)).toEqual([
    '1 | Издать приказ о проведении работ | deadline … 2023-03-01',
    '2 | Обучить наблюдателей | months 2023-03-01 2023-03-31',
    '3 | Подвести итоги | months 2023-05-01 2023-06-30',
  ])
  const below = await read(
    [
      'N',
      'Мероприятие',
      'Срок',
      'Ответственные',
      '1',
      'Собрать сведения',
      'о школах',
      'До 09.02.2024',
      'РЦОКО',
      '2',
    ]
      .concat([
        'Проверить заявки',
        'с 10.02.2024 по 14.02.2024',
        'Региональный координатор',
        '3',
        'Сдать отчёт',
        'март 2024',
        'ОО',
      ])
      .join('\n\n'),
  )
  expect(below.measures.map(short)).toEqual([
    '1 | Собрать сведения о школах | deadline … 2024-02-09',
    '2 | Проверить заявки | range 2024-02-10 2024-02-14',
    '3 | Сдать отчёт | months 2024-03-01 2024-03-31',
  ])
  expect(below.measures.map(doubts)).toEqual(Array(3).fill(['text cells-guessed']))
})

test('recommendations: addressees, items of several marks, terms that close a group or stand inside', async () => {
  const { title, measures } = await read(`РЕКОМЕНДАЦИИ
по итогам семинара 12 марта 2021 г.

1. Отделу оценки (Кротова Е.Ю.):

- направить образцы отчё-

та в районы;

Срок исполнения: до 20 марта 2021 г.

2. Руководителям органов управления образованием:
2.1. Представить до 1 апреля 2021 г. замечания.
2.2. В целях честной оценки:
• разобрать причины;
• взять под контроль работы.
Срок: до 30 апреля 2021 г.
3. ИМЦ организовать семинар.
Срок – май 2021 г.
Ответственный: Белкина Т.Ф.
`)
  expect(title).toBe('РЕКОМЕНДАЦИИ по итогам семинара 12 марта 2021 г.')
  expect(measures.map(short)).toEqual([
    '– | направить образцы отчёта в районы | deadline … 2021-03-20',
    '2.1 | Представить до 1 апреля 2021 г. замечания | deadline … 2021-04-01',
    '– | разобрать причины | deadline … 2021-04-30',
    '– | взять под контроль работы | deadline … 2021-04-30',
    '3 | ИМЦ организовать семинар | months 2021-05-01 2021-05-31',
  ])
  expect(measures.map(({ section }) => section)).toEqual([
    ...['Отделу оценки (Кротова Е.Ю.)', 'Руководителям органов управления образованием'],
    ...['В целях честной оценки', 'В целях честной оценки', null],
  ])
  expect(who(measures[4])).toBe('Белкина Т.Ф. / Белкина Т.Ф.')
})

test('a workbook: dates as numbers, 1.10 kept as 1.1, a section without merged cells', async () => {
  const path = join(folder, 'план.xlsx')
  const step = (number: number, text: string): Cell[] => [number, text, 45170, 45199, 'РЦОКО', 'Справка']
  const rows: Cell[][] = [
    ['№', 'Мероприятие', 'Дата начала', 'Дата окончания', 'Ответственный', 'Результат'],
    ['1', 'Раздел. Аналитика', null, null, null, null],
    ...[1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.1, 1.11].map((number, at) =>
      step(number, `Шаг ${at + 1}`),
    ),
  ]
  const columns = [{ header: 'План мероприятий на 2023-2024 учебный год' }]
  await writeWorkbook(path, [{ name: 'План', columns, rows, selected: rows.length }])
  const { title, measures } = await readPlanFile(path)
  expect(title).toBe('План мероприятий на 2023-2024 учебный год')
  expect(measures).toHaveLength(11)
  expect(measures[0]).toMatchObject({
    section: 'Раздел. Аналитика',
    plannedStart: '2023-09-01',
    plannedFinish: '2023-09-30',
  })
  expect(measures.slice(8).map(({ number }) => number)).toEqual(['1.9', '1.10', '1.11'])
  expect(measures.flatMap(doubts)).toEqual(['number number-restored'])
})

test('text of Russian Windows and of CSV; 500 measures', async () => {
  const windows = Uint8Array.from('Мероприятие\tСрок\nСовет\tмай 2022\n', letter => {
    const code = letter.charCodeAt(0)
    return code > 0x40f && code < 0x450 ? code - 0x350 : code
  })
  expect((await read(windows)).measures.map(short)).toEqual(['– | Совет | months 2022-05-01 2022-05-31'])
  const csv = await read('№;Мероприятие;Срок\n1;Совет;май 2022\n', 'план.csv')
  expect(csv.measures.map(short)).toEqual(['1 | Совет | months 2022-05-01 2022-05-31'])
  const many = Array.from(
    { length: 500 },
    (_, at) => `${at + 1}\tМера ${at + 1}\tдо ${(at % 28) + 1} марта 2022 г.\tОМСУ, ОО`,
  )
  const { measures } = await read(`№\tМероприятие\tСрок\tОтветственные\n${many.join('\n')}`)
  expect(measures).toHaveLength(500)
})

test('text with pipes: a line between the rows is their section, and a row broken in two is one', async () => {
  const { measures } = await read(`План мероприятий на 2023-2024 учебный год

№ | Мероприятие | Срок | Ответственный
Раздел 1. Порядок
1 | Собрать приказы | октябрь | ОМСУ
2 | Проверить кабинеты
комиссией района | ноябрь | ОМСУ
II. Контроль
3 | Выехать в школы | декабрь | ОМСУ
Выводы года
4 | Обсудить итоги | май | ОМСУ
`)
  expect(measures.map(({ section, text }) => [section, text])).toEqual([
    ['Раздел 1. Порядок', 'Собрать приказы'],
    ['Раздел 1. Порядок', 'Проверить кабинеты комиссией района'],
    ['II. Контроль', 'Выехать в школы'],
    ['Выводы года', 'Обсудить итоги'],
  ])
})

test('an order: points for somebody by name, letters under a point, a number without its stop', async () => {
  const { measures } = await read(`ПРИКАЗ

О подготовке к ВПР в 2022/2023 учебном году

ПРИКАЗЫВАЮ:
1. Лесновой М.П.:
1.1. до 10 февраля 2023 года составить список аудиторий;
1.2 проверять списки не позднее двух дней после проведения каждой работы.
2. Руководителям объединений:
а) собрать предложения (до 20.03.2023);
б) ежемесячно разбирать ошибки
в) провести в апреле зачёт для проверяющих.
3. Контроль исполнения приказа оставляю за собой.

Директор                          В.В. Озерова
`)
  expect(measures.map(short)).toEqual([
    '1.1 | до 10 февраля 2023 года составить список аудиторий | deadline … 2023-02-10',
    '1.2 | проверять списки не позднее двух дней после проведения каждой работы | by-event … …',
    '– | собрать предложения (до 20.03.2023) | deadline … 2023-03-20',
    '– | ежемесячно разбирать ошибки | recurring … …',
    '– | провести в апреле зачёт для проверяющих | months 2023-04-01 2023-04-30',
  ])
  expect(measures.map(({ section }) => section)).toEqual([
    ...['Лесновой М.П.', 'Лесновой М.П.'],
    ...['Руководителям объединений', 'Руководителям объединений', 'Руководителям объединений'],
  ])
})

test('what a meeting sets down and has done besides is to be done', async () => {
  const { measures } = await read(`ПРОТОКОЛ совещания от 12.01.2023

РЕШИЛИ:
1. Утвердить план совещаний.
Срок: до 1 февраля 2023 г.
2. Утвердить графики школ и передать их координатору района.
Срок: до 10 февраля 2023 г. Ответственные: директора школ.
3. Собрать отчёты школ.
Срок: март 2023 г.
`)
  expect(measures.map(({ text }) => text)).toEqual([
    ...['Утвердить графики школ и передать их координатору района', 'Собрать отчёты школ'],
  ])
})
