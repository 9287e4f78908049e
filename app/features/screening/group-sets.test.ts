import { expect, test } from 'vitest'
import { loadSpecifications, type Specification, type Specifications } from '../procedures/index.ts'
import type { AssessmentKey, BatchManifest } from '../results/index.ts'
import { groupSets } from './group-sets.ts'

const bundled = await loadSpecifications()
const MATHS = { procedure: 'ВПР', version: null, year: 2021, grade: 4, subject: 'Математика' }

function bundledOf(assessment: AssessmentKey): Specification {
  for (const one of bundled.bundled.values())
    if (one.year === assessment.year && one.grade === assessment.grade && one.subject === assessment.subject)
      return one
  throw new Error('No such paper')
}

/** A batch as the reader leaves it in the store, with what matters to grouping. */
function batchOf(assessment: AssessmentKey, changes: Partial<BatchManifest> = {}): BatchManifest {
  const { maxPrimary, tasks } = bundledOf(assessment)
  return {
    id: 'партия',
    layout: 'vpr2021',
    assessment,
    maxScore: maxPrimary,
    tasks: (tasks ?? []).map(({ task, max, level }) => ({ name: task, max, level })),
    source: { file: 'файл.xlsx', sha256: 'a', bytes: 1 },
    ...changes,
  } as BatchManifest
}

function withOwn(changes: Partial<Specification>): Specifications {
  const [key] = [...bundled.bundled].find(([, one]) => one === bundledOf(MATHS))!
  return { ...bundled, file: 'шкалы.json', own: new Map([[key, { ...bundledOf(MATHS), ...changes }]]) }
}

const codes = (batches: BatchManifest[], specifications: Specifications) =>
  groupSets(batches, specifications).problems.map(({ code }) => code)

test('a stored set is screened with the scale of its paper', () => {
  const { groups, problems, warnings } = groupSets([batchOf(MATHS)], bundled)
  expect(groups).toMatchObject([{ maxScore: 20, specification: { bands: { '5': [15, 20] } } }])
  expect([problems, warnings]).toEqual([[], []])
})

test('a faulty scale of the user is a problem for stored data too, with its place in the file', () => {
  const bands = { '2': [0, 5], '3': [6, 10], '4': [10, 14], '5': [15, 20] } as const
  expect(groupSets([batchOf(MATHS)], withOwn({ bands })).problems).toMatchObject([
    { code: 'scale-overlap', params: { from: 10 }, place: { file: 'шкалы.json', entry: 1 } },
  ])
})

test('the fault of an official scale is told for stored data too, once for all files of the set', () => {
  const geography = { ...MATHS, grade: 8, subject: 'География' }
  const two = ['a', 'b'].map(id => batchOf(geography, { id }))
  expect(groupSets(two, bundled).warnings).toMatchObject([
    { code: 'official-scale-overlap', params: { set: 'ВПР 2021 · География · 8' } },
  ])
})

test('a batch read by another maximum or other tasks than the paper has now is refused', () => {
  const tasks = bundledOf(MATHS).tasks!
  const bands = { '2': [0, 5], '3': [6, 9], '4': [10, 14], '5': [15, 21] } as const
  expect(codes([batchOf(MATHS)], withOwn({ maxPrimary: 21, bands }))).toEqual(['stored-otherwise'])
  const renamed = tasks.map((task, i) => (i === 0 ? { ...task, task: '1К1' } : task))
  expect(codes([batchOf(MATHS)], withOwn({ tasks: renamed }))).toEqual(['stored-otherwise'])
  expect(codes([batchOf(MATHS)], withOwn({ tasks: null }))).toEqual(['stored-otherwise'])
  // Headers of 2022 state the tasks themselves: only the maximum comes from the specification.
  expect(codes([batchOf(MATHS, { layout: 'vpr2022' })], withOwn({ tasks: renamed }))).toEqual([])
})
