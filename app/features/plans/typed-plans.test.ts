import { expect, test } from 'vitest'
import { readPlan } from './reading/read-plan.ts'
import { textToDocument } from './reading/text-to-document.ts'
import type { WordBlock } from './testing/build-word.ts'
import { documentOfBlocks } from './testing/document-of-blocks.ts'
import { short, who } from './testing/short.ts'

const read = (...blocks: readonly WordBlock[]) => {
  const reading = readPlan(documentOfBlocks(blocks))
  if ('fault' in reading) throw new Error(reading.fault)
  return reading.plan
}

const readText = (text: string) => {
  const reading = readPlan(textToDocument(text))
  if ('fault' in reading) throw new Error(reading.fault)
  return reading.plan
}

test('abbreviations in one paragraph; the term and who answers in one column; pages that go on', () => {
  const { abbreviations, measures } = read(
    'План муниципалитета на 2024-2025 учебный год',
    'Перечень сокращений: ЦОК – центр оценки качества; ШР – школы с рисками.',
    [
      ['№', 'Мероприятие', 'Срок, ответственный'],
      ['1', 'Паспорт рисков', 'Октябрь,\nЦОК'],
      ['2', 'Посещение уроков', 'Ежемесячно / заместители директоров'],
    ],
    '2',
    [
      ['№', 'Мероприятие', 'Срок, ответственный'],
      ['3', 'Итоговый семинар', 'РМК, до 25 мая'],
      ['4', 'Выставка работ', 'сентябрь, декабрь'],
    ],
  )
  expect(abbreviations).toEqual([
    { short: 'ЦОК', full: 'центр оценки качества' },
    { short: 'ШР', full: 'школы с рисками' },
  ])
  expect(measures.map(short)).toEqual([
    '1 | Паспорт рисков | months 2024-10-01 2024-10-31',
    '2 | Посещение уроков | recurring … …',
    '3 | Итоговый семинар | deadline … 2025-05-25',
    '4 | Выставка работ | months 2024-09-01 2024-12-31',
  ])
  expect(measures.map(who)).toEqual(['ЦОК / РЦОКО', 'заместители директоров / ОО', 'РМК / ММС', ''])
  expect(measures.map(({ section }) => section)).toEqual([null, null, null, null])
})

test('months as Roman numbers over their columns, Latin letters in the headings of a scan', () => {
  const grid = read('Годовая сетка контроля на 2023-2024 учебный год', [
    ['№', 'Мероприятие', 'IX', 'Х', 'XI', 'XII', 'I', 'II', 'Завуч'],
    ['1', 'Стартовые работы', '+', '', '', '', '', '', ''],
    ['2', 'Проверка журналов', '', '+', '', '', '+', '', ''],
  ])
  expect(grid.measures.map(short)).toEqual([
    '1 | Стартовые работы | months 2023-09-01 2023-09-30',
    '2 | Проверка журналов | months 2023-10-01 2024-01-31',
  ])
  const scan = read('План школы на 2022-2023 учебный год', [
    ['№ п/п', 'Меропpиятие', 'Cроки', 'Oтветственные'],
    ['1.', 'Неделя оценки', 'ceнтябрь', 'Методист'],
  ])
  expect(scan.measures.map(short)).toEqual(['1 | Неделя оценки | months 2022-09-01 2022-09-30'])
})

test('cells of a PDF one below another, and rows of it on one line: a sentence is not cut at what sounds like a term', () => {
  const cells = readText(
    [
      ...['План школы', 'на 2023-2024 учебный год', '', '№ п/п', 'Мероприятие', 'Срок', 'Ответственный', ''],
      ...['1.', 'Совещание с', 'завучами по вопросам', 'соблюдения порядка ВПР', 'Февраль 2024', 'Отдел'],
      ...['2.', 'Выезды в школы,', 'включённые в список', 'В дни проведения ВПР', 'Наблюдатели'],
      ...['3.', 'Проверка работ', 'экспертными группами', 'в соответствии с', 'графиком', 'Методкабинет'],
    ].join('\n'),
  )
  expect(cells.measures.map(short)).toEqual([
    '1 | Совещание с завучами по вопросам соблюдения порядка ВПР | months 2024-02-01 2024-02-29',
    '2 | Выезды в школы, включённые в список | by-procedure … …',
    '3 | Проверка работ экспертными группами | by-procedure … …',
  ])
  const lines = readText(
    [
      ...['План школы на 2022-2023 учебный год', '№ п/п Мероприятие Сроки Ответственные'],
      '1 Контроль в период ВПР март – май 2023 г. администрация',
      '2 Беседы с родителями в течение учебного года классные руководители',
    ].join('\n'),
  )
  expect(lines.measures.map(short)).toEqual([
    '1 | Контроль в период ВПР | range 2023-03-01 2023-05-31',
    '2 | Беседы с родителями | open … …',
  ])
})

test('which years a title is for: not those of the results, and those of exams begin in autumn', () => {
  const rows: WordBlock = [
    ['Мероприятия', 'Сроки'],
    ['Повторный срез', 'ноябрь'],
  ]
  expect(read('План по результатам ВПР 2021', 'на 2021-2022 уч. год', rows).period).toMatchObject({
    ...{ start: '2021-09-01', end: '2022-08-31' },
  })
  const exams = (date: string) =>
    read(`Приложение к приказу от ${date} № 8`, 'План подготовки к ГИА в 2023 году', rows)
  expect(exams('05.10.2022').measures.map(short)).toEqual([
    '– | Повторный срез | months 2022-11-01 2022-11-30',
  ])
  expect(exams('20.01.2023').period).toMatchObject({ start: '2023-01-01', end: '2023-12-31' })
})

test('points that end with their term and who; terms behind the text of a measure; halves of a year as titles', () => {
  const { measures } = readText(
    [
      ...['План подготовки к ВПР на 2023-2024 учебный год', ''],
      '1. Оформление стенда – до 1 марта, библиотекарь.',
      '2. Инструктаж организаторов (за неделю до работы, координатор);',
    ].join('\n'),
  )
  expect(measures.map(short)).toEqual([
    '1 | Оформление стенда | deadline … 2024-03-01',
    '2 | Инструктаж организаторов | by-event … …',
  ])
  expect(measures.map(who)).toEqual(['библиотекарь', 'координатор'])
  const behind = read('План на 2022-2023 учебный год', [
    ['№', 'Мероприятие, срок', 'Ответственный'],
    ['1', 'Педсовет (октябрь)', 'директор'],
    ['2', 'Опрос\nдо 20 декабря', 'психолог'],
  ])
  expect(behind.measures.map(({ term }) => term?.end)).toEqual(['2022-10-31', '2022-12-20'])
  const halves = read('План на 2022-2023 учебный год', [
    ['Сроки', '№', 'Мероприятия', 'Исп.'],
    ['I полугодие', '', '', ''],
    ['до 15.12', '1', 'Отчёт школ', 'УО'],
    ['II полугодие', '', '', ''],
    ['май', '2', 'Обобщение', 'УО'],
  ])
  expect(halves.measures.map(short)).toEqual([
    '1 | Отчёт школ | deadline … 2022-12-15',
    '2 | Обобщение | months 2023-05-01 2023-05-31',
  ])
  const sections = read('Система мер на 2022-2023 учебный год', [
    ['Мероприятие', 'Сроки', 'Ответственные'],
    ['Управление', '', ''],
    ['Служба качества', 'сентябрь', 'директор'],
    ['Кадры', '', ''],
    ['Курсы', 'ноябрь', 'завуч'],
  ])
  expect(sections.measures.map(({ section, text }) => `${section}: ${text}`)).toEqual([
    ...['Управление: Служба качества', 'Кадры: Курсы'],
  ])
})

test('a row that sounds like headings is no header: rows above it are not lost', () => {
  const { measures } = read('План оценки качества на 2022-2023 учебный год', [
    ['Аспект', 'Показатели', 'Методы', 'Ответственный', 'Сроки'],
    ['Предметные результаты', 'Доля успевающих', 'Работы', 'Зам. директора', 'декабрь'],
    ['Метапредметные результаты', 'Уровень действий', 'Комплексная работа', 'Зам. директора', 'апрель'],
    ['Объективность отметок', 'Совпадение с журналом', 'Сравнение', 'Зам. директора', 'по итогам ВПР'],
  ])
  expect(measures.map(short)).toEqual([
    '– | Предметные результаты | months 2022-12-01 2022-12-31',
    '– | Метапредметные результаты | months 2023-04-01 2023-04-30',
    '– | Объективность отметок | by-procedure … …',
  ])
})

test('titles among cells of a PDF; cells on lines of their own as a browser copies them', () => {
  const pdf = readText(
    [
      ...['План на 2021-2022 учебный год', '', '№', 'Мероприятия', 'Сроки', 'Ответственные'],
      ...['1. Аналитика', '1.1.', 'Сверка данных', 'по графикам работ', 'до 15 ноября', 'Комитет'],
      ...['2. Методика', '2.1.', 'Семинар', 'Февраль 2022 г.', 'Центр'],
    ].join('\n'),
  )
  expect(pdf.measures.map(({ section, text, term }) => [section, text, term?.end])).toEqual([
    ['1. Аналитика', 'Сверка данных по графикам работ', '2021-11-15'],
    ['2. Методика', 'Семинар', '2022-02-28'],
  ])
  const copied = readText(
    [
      ...['План на 2024-2025 учебный год', '', '№\tМероприятие\tСрок\tОтветственный'],
      ...['1\t', 'Совещание', '', '\t', 'октябрь', '', '\t', 'директор', ''],
      ...['2\t', 'Справка', '', '\t', 'в течение четверти', '', '\t', 'завуч'],
    ].join('\n'),
  )
  expect(copied.measures.map(short)).toEqual([
    '1 | Совещание | months 2024-10-01 2024-10-31',
    '2 | Справка | open … …',
  ])
  expect(copied.measures.map(who)).toEqual(['директор / ОО', 'завуч / ОО'])
  expect(copied.measures[1].doubtful).toEqual([{ field: 'term', reason: 'term-unsure' }])
})

test('days in a first column are no numbers; a title not over the width, where others are, is a measure', () => {
  const { measures } = read('План на 2023-2024 учебный год', [
    ['Дата', 'Мероприятие'],
    [{ text: '1 четверть', across: 2 }],
    ['05.09', 'Линейка'],
    ['12.09', 'Сверка'],
    ['', 'Сбор предложений'],
    [{ text: '3 четверть', across: 2 }],
    ['17.01', 'Педсовет'],
    ['19.01', 'Совет'],
  ])
  expect(measures.map(short)).toEqual([
    '– | Линейка | date 2023-09-05 2023-09-05',
    '– | Сверка | date 2023-09-12 2023-09-12',
    '– | Сбор предложений | months 2023-09-01 2023-10-31',
    '– | Педсовет | date 2024-01-17 2024-01-17',
    '– | Совет | date 2024-01-19 2024-01-19',
  ])
  const months = read('Календарь на 2024-2025 учебный год', [
    ['', 'Мероприятие', 'Ответственный'],
    [{ text: 'октябрь', down: 2 }, '1. Анализ;\n2. Корректировка', 'завуч'],
    ['Опрос', 'психолог'],
    ['ноябрь', 'Сверка', 'завуч'],
  ])
  expect(months.measures.map(short)).toEqual([
    '– | 1. Анализ; 2. Корректировка | months 2024-10-01 2024-10-31',
    '– | Опрос | months 2024-10-01 2024-10-31',
    '– | Сверка | months 2024-11-01 2024-11-30',
  ])
})

test('points that say «Срок – …, Отв. – …» in their line; a signature under columns set with spaces', () => {
  const points = readText(
    [
      ...['План на 2024-2025 учебный год', '1) Создать комиссию. Срок – октябрь. Отв. – Директор.'],
      '2) Изучить опыт. Срок – до 30 мая. Отв. – Методист.',
    ].join('\n'),
  )
  expect(points.measures.map(short)).toEqual([
    '1 | Создать комиссию | months 2024-10-01 2024-10-31',
    '2 | Изучить опыт | deadline … 2025-05-30',
  ])
  expect(points.measures.map(who)).toEqual(['Директор / ОО', 'Методист'])
  const signed = readText(
    [
      ...['План на 2022-2023 учебный год', '', '№   Мероприятие            Ответственный    Срок', ''],
      ...[
        '1   Семинар                Кафедра          октябрь 2022',
        '2   Повторное оценивание   Комиссия         март 2023',
      ],
      ...['', 'Заведующий кафедрой        Л.Д. Жук'],
    ].join('\n'),
  )
  expect(signed.measures.map(short)).toEqual([
    '1 | Семинар | months 2022-10-01 2022-10-31',
    '2 | Повторное оценивание | months 2023-03-01 2023-03-31',
  ])
})

test('points under titles of their own; a spreadsheet saved as text with semicolons inside its cells; trimesters', () => {
  const points = readText(
    [
      ...['План на 2022-2023 учебный год', '', 'Для учителей', '1. Практикум (октябрь, методист)'],
      ...[
        '2. Зачёт (до 20 ноября, завуч)',
        '',
        'Для родителей',
        '1. Собрание (январь, классные',
        'руководители)',
      ],
    ].join('\n'),
  )
  expect(points.measures.map(({ section, text, term }) => [section, text, term?.end])).toEqual([
    ['Для учителей', 'Практикум', '2022-10-31'],
    ['Для учителей', 'Зачёт', '2022-11-20'],
    ['Для родителей', 'Собрание', '2023-01-31'],
  ])
  const saved = readText(
    'План;на 2023-2024 учебный год;;\nМероприятие;Срок;Ответственный\n"Анализ; свод";ноябрь;ИМЦ\nОтчёт;декабрь;УО\n',
  )
  expect(saved.measures.map(short)).toEqual([
    '– | Анализ; свод | months 2023-11-01 2023-11-30',
    '– | Отчёт | months 2023-12-01 2023-12-31',
  ])
  const marks = read('Годовой круг', 'МАОУ СОШ № 5, 2024-2025 уч. год', [
    ['Мероприятие', 'I триместр', 'II триместр', 'Отв.'],
    ['Опрос', '', '+', 'психолог'],
  ])
  expect(marks.measures.map(short)).toEqual(['– | Опрос | range 2024-12-01 2025-02-28'])
})

test('a section over the whole width, closed like one cell, right under the headings', () => {
  const cells = (...words: string[]) => words.flatMap(word => [word, '|'])
  const plan = readText(
    [
      ...['План проведения экзаменов в 2024 году', ''],
      ...cells('N п/п', 'Мероприятия', 'Сроки', 'Ответственные лица', 'I. Сопровождение экзаменов'),
      ...cells('1', 'Сверка перечня приказов', 'весь период', 'Л.П. Сойка'),
      ...cells('2', 'Памятка для родителей', 'январь-февраль 2024', 'Л.П. Сойка'),
      ...cells('II. Обучение', '1', 'Занятия с наблюдателями', 'до 25 числа каждого месяца', 'Р.О. Выдра'),
    ].join('\n'),
  )
  expect(plan.measures.map(short)).toEqual([
    '1 | Сверка перечня приказов | open … …',
    '2 | Памятка для родителей | range 2024-01-01 2024-02-29',
    '1 | Занятия с наблюдателями | recurring … …',
  ])
  expect(plan.measures.map(({ section }) => section)).toEqual([
    'I. Сопровождение экзаменов',
    'I. Сопровождение экзаменов',
    'II. Обучение',
  ])
})

test('cells between pipes that open and close every row; an empty column among cells closed by pipes', () => {
  const cells = (...words: string[]) => words.flatMap(word => ['|', word])
  const fenced = readText(
    [
      ...['План на 2023 год', '', ...cells('N', 'Мероприятие', 'Срок', 'Ответственные'), '|'],
      ...[...cells('1', 'Сбор заявок', 'До 03.02.2023', 'УО,\nшколы'), '|'],
      ...[...cells('2', 'Сверка', '06.02.2023 - 30.05.2023', 'ЦОК'), '|'],
    ].join('\n'),
  )
  expect(fenced.measures.map(short)).toEqual([
    '1 | Сбор заявок | deadline … 2023-02-03',
    '2 | Сверка | range 2023-02-06 2023-05-30',
  ])
  const closed = readText(
    [
      ...[
        'План-график в 2022 –',
        '2023 учебном году',
        '№ |',
        'Мероприятия |',
        'Срок |',
        'Корректировка |',
        'Кто отвечает |',
      ],
      ...[
        '1. |',
        'Приказ',
        'о сроках |',
        'Август |',
        '|',
        'Т.И. Лисица |',
        '2. |',
        'Отчёт |',
        'Май |',
        '|',
        'Р.О. Выдра |',
      ],
    ].join('\n'),
  )
  expect(closed.measures.map(short)).toEqual([
    '1 | Приказ о сроках | months 2022-08-01 2022-08-31',
    '2 | Отчёт | months 2023-05-01 2023-05-31',
  ])
  expect(closed.measures.map(({ responsible }) => responsible[0].person)).toEqual([
    'Т.И. Лисица',
    'Р.О. Выдра',
  ])
})

test('tabs: behind an empty line a second table with its columns in another order', () => {
  const plan = readText(
    [
      ...['План работы с экспертами на 2023 год', '', '№\tМероприятие\tСрок\tОтветственный'],
      ...['1\tОтбор экспертов\tдо 1 февраля\tИРО', '2\tЗачёт по критериям\tмарт\tИРО', ''],
      ...['Срок\tНаименование мероприятия\tРезультат\tОтветственный'],
      ...['апрель\tВстречная проверка\tсправка\tРЦОКО', 'июнь\tРазбор ошибок\tписьмо\tРЦОКО'],
    ].join('\n'),
  )
  expect(plan.measures.map(short)).toEqual([
    '1 | Отбор экспертов | deadline … 2023-02-01',
    '2 | Зачёт по критериям | months 2023-03-01 2023-03-31',
    '– | Встречная проверка | months 2023-04-01 2023-04-30',
    '– | Разбор ошибок | months 2023-06-01 2023-06-30',
  ])
})

test('cells one under another: a term that begins with the first of a month is no first row', () => {
  const plan = readText(
    [
      ...['График работ на 2021–2022 учебный год', '', '№', 'Мероприятие', 'Срок', 'Ответственные'],
      ...['1', 'Проведение пробной работы', '1 декабря 2021', 'ОО'],
      ...['2', 'Приём заявок', 'до 17 ноября 2021', 'ОО'],
    ].join('\n'),
  )
  expect(plan.measures.map(short)).toEqual([
    '1 | Проведение пробной работы | date 2021-12-01 2021-12-01',
    '2 | Приём заявок | deadline … 2021-11-17',
  ])
})
