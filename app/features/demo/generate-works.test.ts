import { describe, expect, it } from 'vitest'
import { generateWorks, type WorksOptions } from './generate-works.ts'

const OPTIONS: WorksOptions = {
  schools: 300,
  works: 30_000,
  taskMaxima: [1, 1, 2, 3, 1, 2, 1, 4, 1, 2, 1, 1],
  seed: 4,
}

/** All chunks put together. */
function collect(options: WorksOptions) {
  const whole = {
    school: [] as number[],
    class: [] as number[],
    total: [] as number[],
    journal: [] as number[],
  }
  const scores: number[][] = options.taskMaxima.map(() => [])
  for (const chunk of generateWorks(options)) {
    expect(chunk.first).toBe(whole.school.length)
    whole.school.push(...chunk.school)
    whole.class.push(...chunk.class)
    whole.total.push(...chunk.total)
    whole.journal.push(...chunk.journal)
    chunk.scores.forEach((column, task) => {
      expect(column.length).toBe(chunk.count)
      scores[task].push(...column)
    })
  }
  return { ...whole, scores }
}

describe('generateWorks', () => {
  it('gives exactly the works and schools asked for, sorted, totals equal to sums', () => {
    const { school, class: classes, total, journal, scores } = collect(OPTIONS)
    expect(school).toHaveLength(OPTIONS.works)
    expect(new Set(school).size).toBe(OPTIONS.schools)
    expect(school.every((value, i) => i === 0 || value >= school[i - 1])).toBe(true)
    expect(
      classes.every((value, i) => i === 0 || value === classes[i - 1] || value === classes[i - 1] + 1),
    ).toBe(true)
    total.forEach((value, i) => {
      if (value !== scores.reduce((sum, column) => sum + column[i], 0)) throw new Error(`total of work ${i}`)
    })
    expect(new Set(journal)).toEqual(new Set([2, 3, 4, 5]))
  })

  it('does not depend on the size of chunks, and does on the seed', () => {
    const reference = collect(OPTIONS)
    expect(collect({ ...OPTIONS, chunkWorks: 1000 })).toEqual(reference)
    expect(collect({ ...OPTIONS, seed: 5 }).total).not.toEqual(reference.total)
  })

  it('puts a class of a school into one chunk', () => {
    const seen = new Set<number>()
    for (const chunk of generateWorks({ ...OPTIONS, chunkWorks: 500 }))
      for (const number of new Set(chunk.class)) {
        expect(seen.has(number)).toBe(false)
        seen.add(number)
      }
  })

  it('can give every school a single work, and refuses fewer', () => {
    expect(new Set(collect({ ...OPTIONS, works: 300 }).school).size).toBe(300)
    expect(() => [...generateWorks({ ...OPTIONS, works: 299 })]).toThrow(RangeError)
  })
})
