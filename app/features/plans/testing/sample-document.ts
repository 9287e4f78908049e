import type { DocumentMeasure, PlanDocument } from '../writing/plan-document.ts'

const nothing = {
  ...{ section: null, year: null, schoolYear: false, yearAgain: false, level: null, term: null },
  ...{ plannedStart: null, plannedFinish: null, place: null, participants: null, responsible: [] },
  ...{ performer: null, expectedResult: null, note: null, completion: null },
}

/** A measure with nothing but what is given. */
export function measureOf(
  number: string | null,
  text: string,
  more: Partial<DocumentMeasure> = {},
): DocumentMeasure {
  return { ...nothing, number, text, ...more }
}

const who = (original: string, person: string | null = null, post: string | null = null) => ({
  original,
  person,
  post,
})

/** A plan of a municipality with all that a paper can show, names that are markup elsewhere, a row higher than a page. */
export const samplePlan: PlanDocument = {
  owner: 'Отдел образования администрации Заречного района',
  title: 'План мероприятий («дорожная карта») по объективности оценочных процедур #let $x$ <b>*_[',
  period: { start: '2021-09-01', end: '2022-08-31', original: null },
  approval: {
    ...{ original: null, post: 'Начальник отдела образования', person: 'З.И. Сова' },
    ...{ date: '2021-09-01', number: '112' },
  },
  abbreviations: [
    { short: 'ОМСУ', full: 'органы местного самоуправления' },
    { short: 'ОО', full: 'общеобразовательные организации' },
  ],
  measures: [
    measureOf('1.1', 'Назначить ответственных за проведение ВПР', {
      section: 'Раздел 1. Организация',
      term: { words: 'до 15 сентября 2021 г.', start: null, end: '2021-09-15' },
      responsible: [who('ОМСУ'), who('зам. директора Дятлова К.К.', 'Дятлова К.К.', 'зам. директора')],
      expectedResult: 'Приказ',
      progress: {
        ...{ state: 'Принято', acceptedOn: '2021-09-20', reason: null },
        evidence: [
          { name: 'Приказ об ответственных', number: '41-к', date: '2021-09-14' },
          { name: 'Список', number: null, date: null },
        ],
      },
    }),
    measureOf('1.2', 'Обучить наблюдателей', {
      section: 'Раздел 1. Организация',
      term: { words: 'январь', start: '2022-01-01', end: '2022-01-31' },
      responsible: [who('Методист', 'Сойка Р.Р.', 'методист')],
      progress: { state: 'Отложено', acceptedOn: null, evidence: [], reason: 'Курсы перенесены на март' },
    }),
    measureOf('2.1', `Разобрать итоги: ${'совещание, справка и адресные меры; '.repeat(220)}`, {
      section: 'Раздел 2. Анализ',
      term: { words: 'в течение года', start: null, end: null },
      responsible: [who('ОО')],
      progress: { state: 'В работе', acceptedOn: null, evidence: [], reason: null },
    }),
    ...Array.from({ length: 30 }, (_, at) =>
      measureOf(
        `2.${at + 2}`,
        `Провести совещание № ${at + 1} о том, как обеспечить честную оценку в каждой школе`,
        {
          section: 'Раздел 2. Анализ',
          term: { words: 'ежемесячно до 25 числа', start: null, end: null },
          responsible: [who('ОО')],
          progress: { state: 'В работе', acceptedOn: null, evidence: [], reason: null },
        },
      ),
    ),
  ],
}
