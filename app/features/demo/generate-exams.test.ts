import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSpecifications } from '../procedures/index.ts'
import { type ProtocolBatch, readResults } from '../results/index.ts'
import { readRegistry } from '../territory/index.ts'
import { generateExams } from './generate-exams.ts'
import { generateRegion } from './generate-region.ts'
import { inventedPerson } from './invented-person.ts'
import { writeExams, writeRegion } from './write-region.ts'

const region = generateRegion({ schools: 150, plants: false, dirt: false })
const exams = generateExams(region)
let folder: string
let batches: ProtocolBatch[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objektiv-exams-'))
  const { registry } = await writeRegion({ ...region, sets: [] }, folder)
  const options = {
    specifications: await loadSpecifications(),
    examCodes: (await readRegistry(registry)).examCodes,
  }
  batches = []
  for (const path of await writeExams(region, folder)) batches.push(...(await readResults(path, options)))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('are two workbooks of two subjects each, read back whole and without a remark', () => {
  expect(batches.map(({ layout, assessment, dirt }) => [layout, assessment.subject, dirt])).toEqual([
    ['oge', 'Русский язык', []],
    ['oge', 'Математика', []],
    ['ege', 'Русский язык', []],
    ['ege', 'Математика (профильная)', []],
  ])
  for (const [index, { counts, columns, tasks }] of batches.entries()) {
    const { paper, works } = exams[index]
    expect(counts).toMatchObject({ rows: works.length, works: works.length, noSchool: 0 })
    expect(tasks.map(({ max }) => max)).toEqual([
      ...paper.short.map(() => 1),
      ...paper.long.map(({ max }) => max),
    ])
    expect([...columns.total]).toEqual(works.map(({ primary }) => primary))
    expect([...columns.scores]).toEqual(works.flatMap(({ scores }) => scores))
    const results = paper.exam === 'ОГЭ' ? columns.mark : columns.final!
    expect([...results]).toEqual(works.map(({ result }) => result))
    expect([...columns.school]).toEqual(works.map(({ school }) => Number(region.schools[school].digits)))
  }
})

it('keep no name and no document that stands in the file', () => {
  const kept = JSON.stringify(batches, (_, value) => (ArrayBuffer.isView(value) ? 0 : value))
  const people = Array.from({ length: 20 }, (_, i) =>
    inventedPerson(region.seed, `ОГЭ Русский язык ${i + 1}`),
  )
  for (const { name, document } of people)
    for (const word of [...name, document[1]]) expect(kept).not.toContain(word)
})

it('go with the level that the same schools have in ВПР', () => {
  const level = meansOf(region.sets[0].works.school, region.sets[0].works.total)
  for (const { works } of exams) {
    const means = meansOf(
      works.map(({ school }) => school),
      works.map(({ primary }) => primary),
    )
    const schools = [...means.keys()].filter(school => level.has(school))
    const r = correlation(
      schools.map(school => level.get(school)!),
      schools.map(school => means.get(school)!),
    )
    expect(r).toBeGreaterThan(0.3)
    expect(r).toBeLessThan(0.95)
  }
})

it('are the same for the same seed', () => {
  expect(generateExams(region)).toEqual(exams)
})

/** Schools with at least twenty works: smaller ones say little. */
function meansOf(school: ArrayLike<number>, total: ArrayLike<number>): Map<number, number> {
  const totals = Map.groupBy(Array.from(total).keys(), i => school[i])
  return new Map(
    [...totals]
      .filter(([, rows]) => rows.length >= 20)
      .map(([one, rows]) => [one, rows.reduce((sum, i) => sum + total[i], 0) / rows.length]),
  )
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const sum = (of: (i: number) => number) => x.reduce((all, _, i) => all + of(i), 0)
  return (
    sum(i => (x[i] - mx) * (y[i] - my)) / Math.sqrt(sum(i => (x[i] - mx) ** 2) * sum(i => (y[i] - my) ** 2))
  )
}
