import { drawSmallDistribution } from '../../charts/small-distribution.ts'
import { drawSmallProfile } from '../../charts/small-profile.ts'
import type { Cell, Report } from '../report.ts'

const number = (value: number, digits = 0): Cell => ({ kind: 'number', value, digits })
const text = (words: string): Cell => ({ kind: 'text', text: words })
const reference = [3, 9, 21, 44, 80, 121, 160, 190, 171, 140, 90, 51, 22]
const school = [0, 0, 1, 2, 5, 7, 9, 8, 6, 3, 1, 0, 0]

const distribution = {
  locale: 'ru',
  id: 'sample-scores',
  title: 'Школа ближе к середине, чем регион',
  description: '42 работы школы, 1 102 работы региона',
  boundaries: [4, 7, 10],
} as const

/** A report with every kind of block, names that are markup elsewhere, and numbers of every kind. */
export function sampleReport(title = 'МБОУ «СОШ № 12» #let $x$ <b>*_['): Report {
  return {
    locale: 'ru',
    kind: 'Портрет школы',
    title,
    lead: 'Отправная точка для разговора, не оценка.',
    date: '2026-11-22',
    sections: [
      {
        id: 'header',
        title: 'О школе',
        blocks: [
          {
            kind: 'facts',
            rows: [
              { label: 'Логин', value: text('edu990012') },
              { label: 'Работ', value: number(12345) },
            ],
          },
          { kind: 'sentence', tone: 'notable', text: 'Трудные задания решены лучше, чем ожидалось.' },
          { kind: 'sentence', tone: 'plain', text: 'Отметки журнала подтверждены в 31 работе из 42.' },
          { kind: 'sentence', tone: 'quiet', text: 'Средний балл в пределах обычного разброса.' },
          { kind: 'sentence', tone: 'note', text: 'Группы меньше пяти работ не показаны.' },
        ],
      },
      {
        id: 'results',
        title: 'Результаты',
        blocks: [
          { kind: 'heading', text: 'Математика, 5 класс, 2021' },
          {
            kind: 'table',
            id: 'results',
            caption: 'Средний балл и его 95 %-й интервал',
            columns: [
              { title: 'Группа', align: 'left', width: 3 },
              { title: 'n', align: 'right' },
              { title: 'Средний балл', align: 'right' },
              { title: 'Интервал', align: 'right', width: 2 },
              { title: 'Доля', align: 'right' },
              { title: 'Пятая часть', align: 'right' },
            ],
            rows: [
              [
                text('Школа'),
                number(42),
                number(6.25, 2),
                { kind: 'interval', lower: 5.51, upper: 6.99, digits: 2, share: false },
                { kind: 'share', value: 0.521, digits: 1 },
                { kind: 'none', reason: 'absent' },
              ],
              [
                text('Похожие школы'),
                { kind: 'none', reason: 'few' },
                number(-0.75, 2),
                { kind: 'interval', lower: -0.12, upper: 0.34, digits: 0, share: true },
                { kind: 'share', value: 0.0375, digits: 1 },
                text('средняя'),
              ],
            ],
            wide: false,
          },
          {
            kind: 'table',
            id: 'wide',
            caption: 'Широкая таблица',
            columns: Array.from({ length: 10 }, (_, i) => ({ title: `Столбец ${i + 1}`, align: 'left' })),
            rows: Array.from({ length: 60 }, (_, row) =>
              Array.from({ length: 10 }, (_, i) => number(1000 + row * 10 + i)),
            ),
            wide: true,
          },
        ],
      },
      {
        id: 'distribution',
        title: 'Распределение баллов',
        blocks: [
          {
            kind: 'figure',
            id: 'scores',
            title: distribution.title,
            description: distribution.description,
            svg: drawSmallDistribution({
              ...distribution,
              reference,
              school,
              words: { x: 'первичный балл' },
            }),
            data: {
              caption: 'Работы по баллам',
              columns: [
                { title: 'Балл', align: 'right' },
                { title: 'Школа', align: 'right' },
              ],
              rows: school.map((works, score) => [number(score), number(works)]),
            },
          },
          {
            kind: 'figure',
            id: 'profile',
            title: 'Задание 3 решено лучше, чем в регионе',
            description: '42 работы школы',
            svg: drawSmallProfile({
              locale: 'ru',
              id: 'sample-profile',
              title: 'Задание 3 решено лучше',
              description: '42 работы',
              tasks: [
                { name: '1', difference: 0.02, lower: -0.1, upper: 0.14 },
                { name: '3', difference: 0.21, lower: 0.08, upper: 0.34 },
              ],
              words: { x: 'задания' },
            }),
            data: {
              caption: 'Задания',
              columns: [{ title: 'Задание', align: 'left' }],
              rows: [[text('1')], [text('3')]],
            },
          },
        ],
      },
    ],
  }
}
