import { describe, expect, it } from 'vitest'
import { worksOf } from '../../test/taught-region.ts'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { prepareWorks } from './prepare-works.ts'
import { dependentTasks, joinTasks } from './testlets.ts'

/** Sixteen tasks; tasks 3 and 4 share `common` of what they have beside ability, and so do 11 and 12. */
function works(common: number) {
  const random = seededRandom(8)
  const rows = Array.from({ length: 4000 }, () => {
    const [theta, first, second, ...own] = normalNumbers(19, random)
    return own.map((e, j) => {
      const shared = j === 3 || j === 4 ? first : j === 11 || j === 12 ? second : null
      const beside = shared === null ? e : Math.sqrt(common) * shared + Math.sqrt(1 - common) * e
      return Number(theta + beside > (j - 8) / 8)
    })
  })
  return prepareWorks(
    worksOf(
      rows,
      rows.map((_, i) => Math.floor(i / 20)),
      1,
    ),
  )
}

describe('tasks that depend on one another', () => {
  it('are found and joined, and no others', () => {
    const parts = dependentTasks(works(0.7))
    expect(parts.filter(tasks => tasks.length > 1)).toEqual([
      [3, 4],
      [11, 12],
    ])
    expect(parts.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, j) => j))
    expect(dependentTasks(works(0)).every(tasks => tasks.length === 1)).toBe(true)
  })

  it('become one task of all their points; a work that lacks one of them lacks it', () => {
    const joined = joinTasks(
      {
        count: 3,
        maxima: Uint8Array.of(2, 1, 3),
        scores: [Uint8Array.of(2, 1, 0), Uint8Array.of(1, 0, 1), Uint8Array.of(3, 255, 0)],
      },
      [[0, 2], [1]],
    )
    expect([...joined.maxima]).toEqual([5, 1])
    expect(joined.scores.map(column => [...column])).toEqual([
      [5, 255, 0],
      [1, 0, 1],
    ])
  })
})
