import { expect, test } from 'vitest'
import { readProse } from './read-prose.ts'
import { splitResponsible } from './responsible.ts'

const split = (words: string) => splitResponsible(words, new Map()).map(({ original }) => original)

test('a slash parts those who answer, and no other words', () => {
  expect(split('завхоз/технический специалист')).toEqual(['завхоз', 'технический специалист'])
  expect(split('ШК / системный администратор')).toEqual(['ШК', 'системный администратор'])
  expect(split('директор и/или заместитель')).toEqual(['директор и/или заместитель'])
  expect(split('и/о директора')).toEqual(['и/о директора'])
  expect(split('учителя (физика/химия)')).toEqual(['учителя (физика/химия)'])
})

test('schools counted by number are one entry, bodies in small letters are their own', () => {
  expect(split('директора СОШ № 3, № 8')).toEqual(['директора СОШ № 3, № 8'])
  expect(split('УО, методкабинет')).toEqual(['УО', 'методкабинет'])
})

test('a numbered addressee with an adjective of its own ends the one before it', () => {
  const drafts = readProse([
    '1. Министерству просвещения края:',
    '1.1. издать приказ о проверке работ;',
    'Срок исполнения: до 10 марта 2024 года.',
    '2. Краевому центру оценки качества:',
    '2.1. обучить экспертов.',
    'Срок исполнения: до 20 марта 2024 года.',
    '3. Столичной академии последипломного образования:',
    '3.1. провести курсы.',
    'Срок исполнения: до 30 марта 2024 года.',
  ])
  expect(drafts.map(({ cells }) => cells.get('responsible'))).toEqual([
    'Министерству просвещения края',
    'Краевому центру оценки качества',
    'Столичной академии последипломного образования',
  ])
})

test('who is named before what is asked for answers for it, in points and in dashes', () => {
  const drafts = readProse([
    'По первому вопросу слушали завуча.',
    'Решение по первому вопросу:',
    '- учителям математики до 12 апреля 2024 г. пересмотреть нормы отметок;',
    '- Сорокиной П.П. 15 мая 2024 г. собрать листы наблюдения.',
    '2. РЕШИЛИ:',
    '2.1. Сорокиной П.П. подготовить график.',
    'Срок – до 5 мая 2024 года.',
    '2.2. Принять к сведению.',
  ])
  expect(drafts.map(({ cells }) => cells.get('responsible'))).toEqual([
    'учителям математики',
    'Сорокиной П.П.',
    'Сорокиной П.П.',
  ])
})
