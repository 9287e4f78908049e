import { describe, expect, it } from 'vitest'
import { normalNumbers, seededRandom, simulateScores } from '../measurement/index.ts'
import { type GroupedWorks, prepareWorks } from './prepare-works.ts'

const TASKS = [-1, -0.5, 0, 0.5, 1].map(step => ({ slope: 1.2, steps: [step] }))

function region(count = 400): GroupedWorks {
  const random = seededRandom(1)
  const scores = simulateScores(TASKS, normalNumbers(count, random), random)
  const total = new Uint16Array(count)
  for (const column of scores) for (let i = 0; i < count; i++) total[i] += column[i]
  const group = Int32Array.from({ length: count }, () => Math.floor(random() * 20))
  return {
    count,
    school: group.map(g => g >> 1),
    group,
    total,
    journal: new Uint8Array(count).fill(4),
    scores,
    schoolCount: 10,
    groupCount: 21,
    maxScore: 5,
    taskMaxima: new Uint8Array(5).fill(1),
    boundaries: null,
    openTasks: [4],
  }
}

describe('prepareWorks', () => {
  it('puts the works of a group together, in their order, every column alike', () => {
    const works = region()
    const prepared = prepareWorks(works)
    expect(prepared.groupStart[21]).toBe(works.count)
    for (let g = 0; g < 21; g++) {
      const rows = Array.from(prepared.order.subarray(prepared.groupStart[g], prepared.groupStart[g + 1]))
      const own = Array.from(works.group!.keys()).filter(i => works.group![i] === g)
      expect(rows).toEqual(own)
      expect(prepared.schoolOfGroup[g]).toBe(own.length === 0 ? -1 : g >> 1)
    }
    for (let i = 0; i < prepared.count; i++) {
      expect(prepared.total[i]).toBe(works.total[prepared.order[i]])
      expect(prepared.responses.scores[2][i]).toBe(works.scores[2][prepared.order[i]])
    }
  })

  it('gives a work the same ability wherever its row stands', () => {
    const works = region()
    const back = (column: Int32Array | Uint8Array | Uint16Array) => column.slice().reverse()
    const turned = {
      ...works,
      school: back(works.school) as Int32Array,
      group: back(works.group!) as Int32Array,
      total: back(works.total) as Uint16Array,
      scores: works.scores.map(column => back(column) as Uint8Array),
    }
    const [a, b] = [prepareWorks(works), prepareWorks(turned)]
    const byRow = new Map(Array.from(a.order, (row, i) => [row, a.ability[i]]))
    for (let i = 0; i < b.count; i++)
      expect(b.ability[i]).toBeCloseTo(byRow.get(works.count - 1 - b.order[i]) ?? Number.NaN, 6)
  })

  it('leaves out works of unknown class but can measure by a model of all works', () => {
    const works = region()
    const whole = prepareWorks({ ...works, group: null })
    expect(whole.groupCount).toBe(10)
    const group = works.group!.map((g, i) => (i % 5 === 0 ? -1 : g))
    const part = prepareWorks({ ...works, group }, { model: whole.model! })
    expect(part.count).toBe(320)
    expect(part.model).toBe(whole.model)
    const ability = new Map(Array.from(whole.order, (row, i) => [row, whole.ability[i]]))
    for (let i = 0; i < part.count; i++)
      expect(part.ability[i]).toBeCloseTo(ability.get(part.order[i]) ?? Number.NaN, 6)
  })

  it('reads «not attempted» as zero points and remembers it', () => {
    const works = region()
    works.scores[0][7] = 254
    const prepared = prepareWorks(works)
    const at = prepared.order.indexOf(7)
    expect(prepared.responses.scores[0][at]).toBe(0)
    expect(prepared.notAttempted?.map(column => column.reduce((a, b) => a + b, 0))).toEqual([1, 0, 0, 0, 0])
    expect(prepared.notAttempted?.[0][at]).toBe(1)
    expect(prepareWorks(region()).notAttempted).toBeNull()
  })

  it('says why there is no model, and measures nobody then', () => {
    const works = region()
    for (const column of works.scores) column.fill(1)
    const prepared = prepareWorks(works)
    expect(prepared).toMatchObject({ model: null, items: null, noModel: 'no-varying-task' })
    expect(prepared.ability.every(Number.isNaN)).toBe(true)
    expect(prepareWorks({ ...works, count: 0 })).toMatchObject({ count: 0, noModel: 'no-varying-task' })
  })
})
