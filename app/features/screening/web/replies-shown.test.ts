import { beforeAll, expect, it } from 'vitest'
import { draw, pageOf, speakRussian } from '../../../web/testing/draw.ts'
import { ComparedSchools } from './compared-schools.tsx'
import { IndexTable } from './index-table.tsx'
import { MarkedSchools } from './marked-schools.tsx'
import { RunView } from './run-view.tsx'
import { SchoolSets } from './school-sets.tsx'

beforeAll(speakRussian)

const REPLY = 'ждём до 15 июня 2021 г.'
const OWN = 'снято после пояснения'
const reply = { signalId: 7, state: 'asked', outcome: null, overdueDays: null }
const row = {
  ...{ key: 'a 0', school: { id: 3, name: 'Школа № 1' }, name: 'Школа № 1', login: 'edu1', kind: 'СОШ' },
  ...{ municipality: 'Западный район', position: 0, set: 'Математика, 4 класс, 2021', n: 40, mean: 14 },
  ...{ interval: null, regionMean: 11, hidden: false, smallSample: false, degree: 3, flagged: true },
  markers: [{ id: 'high-mean', text: 'Высокий средний балл' }],
  replies: [
    { ...reply, source: 'official', reply: REPLY },
    { ...reply, source: 'own', reply: OWN },
  ],
}
const run = { params: { id: 1 } }

it('schools of an analysis have it beside each sign, and those that the funnel marks under the picture', async () => {
  const list = await draw(
    SchoolSets,
    { run: 1, position: 0, under: undefined, kind: undefined, level: 'region' },
    [['GET /api/runs/:id/schools', { ...run, query: { set: 0 } }, pageOf([row])]],
  )
  expect(list).toMatch(new RegExp(`Высокий средний балл[\\s\\S]*${REPLY}[\\s\\S]*${OWN}`))
  const query = { set: 0, sign: 'high-mean', limit: 200 }
  const marked = await draw(MarkedSchools, { run: 1, position: 0, under: undefined, kind: undefined }, [
    ['GET /api/runs/:id/schools', { ...run, query }, pageOf([row]).pages[0]],
  ])
  expect(marked).toMatch(new RegExp(`Школа № 1[\\s\\S]*${REPLY}`))
})

it('counts of signs have it, of a territory and in the index', async () => {
  const words = 'ждём пояснения: 2; снято: 1'
  const scope = {
    ...{ unit: { id: 2, name: 'Западный район' }, level: 'municipality', sets: [0], kinds: [] },
    ...{ schools: 10, marked: 3, flagged: 1, replies: words },
  }
  const known = { id: 1, sets: [{ position: 0, name: 'Математика' }], findings: [], notes: [] }
  const found = await draw(RunView, { run: known as never }, [
    ['GET /api/runs/:id/scope', { ...run, query: {} }, scope],
  ])
  expect(found).toContain(`Ответы на признаки — ${words}.`)
  const line = {
    ...{ unit: { id: 2, name: 'Западный район' }, level: 'municipality', year: 2021, signs: 8, schools: 10 },
    ...{ marked: 3, index: 70, interval: null, smallSample: false, replies: words },
  }
  const above = { ...line, unit: { id: 1, name: 'Область' }, replies: null }
  const index = await draw(IndexTable, { run: 1 }, [
    ['GET /api/runs/:id/index', run, { items: [above, line] }],
  ])
  expect(index).toMatch(
    new RegExp(`Область[\\s\\S]*видны не все признаки[\\s\\S]*Западный район[\\s\\S]*${words}`),
  )
})

it('a comparison has it for each school that stands otherwise', async () => {
  const counts = {
    newlyMarked: 1,
    noLongerMarked: 0,
    newlyFlagged: 0,
    noLongerFlagged: 0,
    measured: 1,
    moved: 1,
  }
  const school = {
    ...{ key: 'a', school: null, name: 'Школа № 1', municipality: 'Западный район' },
    ...{ newlyMarked: ['Математика'], noLongerMarked: [], flagged: { before: false, after: false } },
    ...{ degree: { before: 1, after: 3 }, replies: [`Математика — ${REPLY}`] },
  }
  const comparison = { counts, schools: [school] }
  const text = await draw(ComparedSchools, { comparison: comparison as never })
  expect(text).toContain(`Математика — ${REPLY}`)
})
