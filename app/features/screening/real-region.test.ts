import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { screenFiles } from './testing/screen-files.ts'
import { computeAgain, differences, hasPython } from './testing/second-computation.ts'
import type { Screening } from './types.ts'

const shared = join(import.meta.dirname, '../../../../shared')
const folder = join(shared, 'real-region')
const present = existsSync(folder)

describe.skipIf(!present)('real region (skipped where ../shared/real-region is absent)', () => {
  const files = present
    ? readdirSync(folder)
        .filter(name => /^\d{4} .*\.xlsx$/.test(name))
        .map(name => join(folder, name))
    : []
  let screening: Screening

  beforeAll(async () => {
    screening = await screenFiles({ protocols: files, registry: join(folder, 'school-registry.xlsx') })
  })

  it('counts what the description of the region says', () => {
    expect(screening.files.reduce((sum, file) => sum + file.rows, 0)).toBe(159_116)
    expect(screening.schools).toHaveLength(639)
    expect(screening.schools.every(({ registered }) => registered)).toBe(true)
  })

  it('marks 246 schools by high mean over the four sets of 2021', () => {
    const marked = screening.markers.filter(
      ({ marker, marked, sets }) => marker === 'high-mean' && marked && sets[0].year === 2021,
    )
    expect(new Set(marked.map(({ school }) => school)).size).toBe(246)
  })

  it('finds the region bunching at the first passing score of mathematics 5', () => {
    const set = screening.sets.find(
      ({ year, grade, subject }) => year === 2021 && grade === 5 && subject === 'Математика',
    )
    expect(set?.bunching[0]).toEqual({ mark: 3, score: 7, below: 469, at: 4010 })
  })

  it.skipIf(!hasPython)('agrees with the independent computation in every number', () => {
    const again = computeAgain(join(shared, 'facts/vpr-specifications.json'), files)
    expect(differences(screening, again)).toEqual([])
  })
})
