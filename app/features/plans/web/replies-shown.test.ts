import { beforeAll, expect, it } from 'vitest'
import { draw, speakRussian } from '../../../web/testing/draw.ts'
import { MeasureFacts } from './measure-facts.tsx'

beforeAll(speakRussian)

it('a measure that answers a sign names it with the state of its reply', async () => {
  const measure = {
    ...{ id: 1, text: 'Перепроверить работы', fields: {}, people: [], above: null, below: [], doubts: [] },
    ...{ dueOn: null, term: null, responsible: '', state: 'not-started', carriedBelow: null },
    ...{
      plan: { id: 1, title: 'План', state: 'approved' },
      unit: { id: 3, name: 'Школа № 1' },
      unitLevel: 'school',
    },
    ...{ signal: 7, signalTitle: 'Школа № 1: Математика', signalReply: 'ждём до 15 июня 2021 г.' },
  }
  const text = await draw(MeasureFacts, { measure: measure as never })
  expect(text).toMatch(/Школа № 1: Математика[\s\S]*ждём до 15 июня 2021 г\./)
  const hidden = { ...measure, signalTitle: null, signalReply: null }
  expect(await draw(MeasureFacts, { measure: hidden as never })).toContain('который вашей роли не виден')
})
