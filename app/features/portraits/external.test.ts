import { expect, it } from 'vitest'
import type { SchoolRow } from '../screening/index.ts'
import { preparePortraits } from './context.ts'
import { makePortrait } from './make-portrait.ts'
import { sentencesOf, tableOf } from './testing/read-report.ts'
import { request, smallRun, spread } from './testing/small-run.ts'
import type { PortraitRequest } from './types.ts'

const run = smallRun(
  [{ maxScore: 10 }, { maxScore: 10, subject: 'Русский язык' }],
  ['sch990001', 'sch990002', 'sch990003', 'sch990004'].map((login, i) => ({
    ...{ login, scores: { 0: spread(20 + i, 6), 1: spread(i === 0 ? 3 : 20, 6) } },
  })),
)
const facts = { q: 1, fisher: 1, cauchy: 1, units: 1, readings: [] }
const draw = (
  externals: readonly { set: number; n: number; z: number }[],
  asked: Partial<PortraitRequest> = {},
) =>
  makePortrait(
    preparePortraits({
      ...run,
      schools: run.schools.map(one => ({
        ...one,
        school: { ...one.school, facts: { ...facts, externals } } as SchoolRow,
      })),
    }),
    request(asked),
    'ru',
  )!
const both = [
  { set: 1, n: 3, z: 2.4 },
  { set: 0, n: 20, z: -0.3 },
]

it('every set that was held against an examination is told with its works and what is usual', () => {
  expect(tableOf(draw(both), 'external')).toEqual([
    ['Математика, 4 класс, 2021', '20', '−0,3', 'от −2,0 до 2,0'],
    ['Русский язык, 4 класс, 2021', '3', '2,4', 'от −2,0 до 2,0'],
  ])
})

it('those alone that are beyond it where only what is notable is asked for', () => {
  expect(tableOf(draw(both, { notableOnly: true }), 'external')).toHaveLength(1)
  const report = draw([both[1]], { notableOnly: true })
  expect(() => tableOf(report, 'external')).toThrow()
  expect(sentencesOf(report, 'marks').map(({ text }) => text)).toContain(
    'ВПР не расходятся с экзаменами больше, чем обычно бывает.',
  )
})

it('of three works only the school itself is told', () => {
  const [, few] = tableOf(draw(both, { audience: 'territory' }), 'external')
  expect(few.slice(1, 3)).toEqual(['мало', 'мало'])
})
