import { beforeAll, expect, it, vi } from 'vitest'
import { speak } from '../../../web/messages/say.ts'
import { isReason } from '../rules.ts'
import { wordAsking } from './word-asking.ts'

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('ru')
})

const signal = (set: string, ...channels: string[]) => ({ set, channels: channels.map(text => ({ text })) })
const RUSSIAN = 'Русский язык, 4 класс, 2021'
const MATHS = 'Математика, 5 класс, 2021'

it('begins with what was seen and what is asked, and names nothing that is not true of every school', () => {
  const one = wordAsking([signal(RUSSIAN, 'Высокий средний балл', 'Пик у границы отметки')])
  expect(one).toMatch(/^Русский язык, 4 класс, 2021: высокий средний балл; пик у границы отметки\./)
  expect(
    wordAsking([signal(RUSSIAN, 'Высокий средний балл'), signal(RUSSIAN, 'Высокий средний балл')]),
  ).toContain(`${RUSSIAN}: высокий`)
  const sets = wordAsking([signal(RUSSIAN, 'Высокий средний балл'), signal(MATHS, 'Высокий средний балл')])
  expect(sets).toContain('высокий средний балл')
  expect(sets).not.toContain('класс')
  const differing = wordAsking([
    signal(RUSSIAN, 'Высокий средний балл'),
    signal(RUSSIAN, 'Пик у границы отметки'),
  ])
  expect(differing).toContain('в паспорте признака')
  expect(differing).not.toContain('балл')
  for (const words of [one, sets, differing, wordAsking([signal(RUSSIAN)])])
    expect(isReason(words)).toBe(true)
})
