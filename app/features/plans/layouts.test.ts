import { expect, test } from 'vitest'
import { readPlan } from './reading/read-plan.ts'
import { LAYOUTS } from './testing/layouts.ts'
import { planFaults } from './testing/schema-faults.ts'
import { doubts, short } from './testing/short.ts'

test.each(LAYOUTS)('$name', ({ document, title, period, measures }) => {
  const reading = readPlan(document)
  if ('fault' in reading) throw new Error(reading.fault)
  const { plan } = reading
  expect(planFaults(plan)).toEqual([])
  expect(plan.title).toBe(title)
  expect(plan.period && `${plan.period.start} ${plan.period.end}`).toBe(period)
  const found = plan.measures.map(
    measure => `${short(measure)} | ${measure.responsible.map(({ original }) => original).join(' + ')}`,
  )
  expect(found).toEqual(measures)
})

test('what was told without headings is said to be doubtful', () => {
  const without = LAYOUTS.filter(({ name }) => /no row of headings|one below the other/.test(name))
  const reasons = without.map(({ document }) => {
    const reading = readPlan(document)
    return 'fault' in reading ? [] : [...new Set(reading.plan.measures.flatMap(doubts))]
  })
  expect(reasons).toEqual([['text columns-guessed'], ['text cells-guessed']])
})

test('levels come from the titles over the tables, the first one too', () => {
  const reading = readPlan(LAYOUTS.find(({ name }) => name.startsWith('the level'))!.document)
  expect('plan' in reading && reading.plan.measures.map(({ level }) => level)).toEqual([
    'region',
    'municipality',
  ])
})
