import fc from 'fast-check'
import { splitResponsible } from '../reading/responsible.ts'
import type { DocumentMeasure, PlanDocument } from '../writing/plan-document.ts'

const WORDS = [
  ...['анализ', 'итоги', 'работ', 'и', 'справка', 'о', 'порядке', 'совет', 'школ', 'по', 'ВПР', 'в', 'не'],
  ...['«Честная оценка»', '«урок', 'без', 'подсказок»', '(не менее двух)', '5–9', 'классы', 'а также:', '|'],
  ...['№ 12', '100 %', 'и/или', 'само-', 'проверка;', '«', '<b>', '&', '#let', '$x$', '–', 'п. 2.3', 'Ё'],
]
const FIRST = [
  'Провести',
  'провести',
  '«Час',
  'Изучить',
  'обеспечить',
  'ИТОГИ:',
  '5',
  'IV',
  '1. Раздел',
  '– обсудить',
]
const words = (most: number) =>
  fc
    .tuple(
      fc.constantFrom(...FIRST),
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }),
      fc.constantFrom(' ', ' ', ' ', '\n', ' \u00A0'),
    )
    .map(([first, others, space]) => `${[first, ...others].join(space)} конец`)
const maybe = <T>(one: fc.Arbitrary<T>, freq = 3) => fc.option(one, { nil: null, freq })

/** Every kind, with years and without; each means one thing within a school year. */
const TERMS = [
  ...['12.03.2021', 'до 12 марта 2021 г.', 'Сентябрь', 'август-сентябрь', 'с 23.03 по 26.03, по графику'],
  ...['в течение года', 'ежемесячно до 25 числа', 'по мере выявления', 'по графику ВПР', '1 раз в четверть'],
  ...[
    'как решит совет',
    'I квартал',
    'Декабрь 2020 года – январь 2021 года',
    'до 15 мая',
    '2 недели до экзамена',
  ],
]
const RESPONSIBLE = [
  ...[
    'ОИВ',
    'РЦОКО',
    'ОМСУ',
    'ХК ИРО',
    'Руководители ОО',
    'руководители ШМО',
    'методист',
    'логопед',
    'завуч',
  ],
  ...[
    'комитет по образованию, науке',
    'Петрова А.А., зам. директора по УВР',
    'директор Сова З.И.',
    'Дятлов К.К.',
  ],
  ...['Заместитель директора (по учебной, воспитательной работе)', 'центр оценки качества образования'],
]
const SECTIONS = [
  ...['I. Правовая основа', 'Раздел 2. Работа с учителями', 'наблюдение', 'Меры на муниципальном уровне'],
  ...['IV', 'Мероприятие', '3. «Честная оценка»: 2021', 'Срок исполнения и ответственные'],
]

const responsible = fc
  .uniqueArray(fc.constantFrom(...RESPONSIBLE), { maxLength: 4 })
  .map(entries => entries.flatMap(entry => splitResponsible(entry, new Map())))

const fields = fc.record({
  text: words(25),
  term: maybe(fc.constantFrom(...TERMS).map(term => ({ words: term, start: null, end: null }))),
  place: maybe(words(4), 1),
  participants: maybe(words(4), 1),
  responsible,
  performer: maybe(fc.constantFrom(...RESPONSIBLE), 1),
  expectedResult: maybe(words(8)),
  note: maybe(words(5), 1),
  completion: maybe(words(5), 1),
})

/** How the numbers of a section go on: by one, again the same, with letters, or not at all. */
const counting = fc.constantFrom('plain', 'dotted', 'same', 'none', 'letters', 'odd')

const section = fc.record({
  title: maybe(fc.constantFrom(...SECTIONS)),
  counting,
  level: maybe(fc.constantFrom('region', 'municipality', 'school'), 1),
  measures: fc.array(fields, { minLength: 1, maxLength: 12 }),
})

function numberOf(how: string, at: number): string | null {
  if (how === 'none') return null
  if (how === 'letters') return 'абвгдежзиклм'[at]
  if (how === 'odd') return `${at + 1}-к`
  if (how === 'same') return at % 3 === 2 ? '2.1' : `2.${at + 1}`
  return how === 'dotted' ? `1.${at + 1}` : String(at + 1)
}

const year = fc.record({
  year: fc.constantFrom(2020, 2021, 2022),
  schoolYear: fc.boolean(),
  sections: fc.array(section, { minLength: 1, maxLength: 3 }),
})

const measures = fc
  .record({
    years: fc.array(year, { minLength: 1, maxLength: 2 }),
    ...{ dated: fc.boolean(), planned: fc.boolean() },
    besides: maybe(words(10), 1),
  })
  .map(({ years, dated, planned, besides }) => {
    const found: DocumentMeasure[] = []
    for (const part of years)
      for (const { title, counting: how, level, measures: own } of part.sections)
        for (const [at, one] of own.entries())
          found.push({
            ...{ ...one, section: title, level, number: numberOf(how, at), yearAgain: false },
            year: dated ? part.year : null,
            schoolYear: dated && part.schoolYear,
            plannedStart: planned ? `2021-0${(at % 9) + 1}-05` : null,
            plannedFinish: planned && one.term !== null ? `2021-0${(at % 9) + 1}-25` : null,
            // Without words of its own the term is that of the planned dates.
            term:
              planned && one.term === null
                ? { words: `с 05.0${(at % 9) + 1}.2021`, start: null, end: null }
                : one.term,
          })
    return besides === null ? found : found.flatMap((measure, at) => onTwoLevels(measure, at, besides))
  })

/** What a municipality does beside what its schools do; here and there one of them does nothing. */
function onTwoLevels(measure: DocumentMeasure, at: number, text: string): DocumentMeasure[] {
  const both: DocumentMeasure[] = [
    { ...measure, level: 'municipality' },
    { ...measure, level: 'school', text },
  ]
  return at % 5 === 3 ? both.slice(at % 2, (at % 2) + 1) : both
}

const approval = fc.constantFrom(
  null,
  'УТВЕРЖДАЮ\nНачальник отдела образования\n_____ З.И. Сова\n1 сентября 2020 г.',
  'УТВЕРЖДЕНО\nприказом отдела образования\nот 12.03.2021 № 45',
  'УТВЕРЖДАЮ\nДиректор МБОУ «Школа № 9»\nВоробьёва О.П.',
)
const period = fc.constantFrom(
  null,
  { start: '2020-09-01', end: '2021-08-31', original: '2020-2021 учебный год' },
  { start: '2020-09-01', end: '2021-08-31', original: null },
  { start: '2021-01-01', end: '2021-12-31', original: null },
  { start: '2020-01-01', end: '2022-12-31', original: null },
  { start: '2021-01-15', end: '2022-05-31', original: null },
  { start: '2021-03-01', end: '2022-05-31', original: 'март 2021 – май 2022 года' },
)
const TITLES = [
  'План мероприятий («дорожная карта») по честной оценке',
  'ДОРОЖНАЯ КАРТА Заречного района на 2020-2021 учебный год',
  'План работы на 2021 год',
]
const LEGEND = [
  { short: 'ОИВ', full: 'министерство образования' },
  { short: 'ОМСУ', full: 'органы местного самоуправления' },
  { short: 'График ГИА', full: 'расписание экзаменов' },
]

/** Plans with all that the layout of a document has to keep apart. */
export const arbitraryPlan: fc.Arbitrary<PlanDocument> = fc
  .record({
    title: fc.constantFrom(...TITLES),
    ...{ period, approval, measures },
    owner: maybe(fc.constant('Отдел образования Заречного района')),
    abbreviations: fc.constantFrom([], LEGEND),
  })
  .map(({ approval: original, ...plan }) => ({
    ...plan,
    approval: original === null ? null : { original, post: null, person: null, date: null, number: null },
  }))
