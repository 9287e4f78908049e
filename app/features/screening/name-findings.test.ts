import { createTally, tallyWorks } from '@objektiv/forensics'
import { describe, expect, it } from 'vitest'
import { nameFindings } from './name-findings.ts'
import { makeRoster } from './roster.ts'
import { screenSet } from './screen-set.ts'

/** Two schools of a set of grade 4; school 1 is marked by its mean. */
function setOf(version: string | null, grade = 4) {
  const totals = [1, 2, 3, 4, 5, 2, 3, 9, 10, 9, 10]
  const tally = createTally({ schoolCount: 2, maxScore: 10, taskMaxima: new Uint8Array(), boundaries: null })
  tallyWorks(tally, {
    count: totals.length,
    school: Int32Array.from(totals, total => (total > 8 ? 1 : 0)),
    total: Uint16Array.from(totals),
    journal: new Uint8Array(totals.length),
    scores: [],
  })
  const assessment = { procedure: 'ВПР', version, year: 2021, grade, subject: 'Математика' }
  return screenSet({ assessment, batches: [], maxScore: 10, tasks: [], specification: null }, tally)
}

const met = new Map([
  [100001, 'sch100001'],
  [100002, 'sch100002'],
])
const noteIds = (findings: ReturnType<typeof nameFindings>) =>
  findings.markers.flatMap(({ notes }) => notes.map(({ id }) => id))

describe('findings with schools named', () => {
  it('calls a school missing from the registry only when there is one', () => {
    expect(noteIds(nameFindings([setOf(null)], makeRoster(met, null)))).not.toContain('note.unregistered')
    const known = { key: '100001', login: 'sch100001', name: 'Школа 1' }
    const registry = new Map([['100001', known]]) as never
    const { markers } = nameFindings([setOf(null)], makeRoster(met, registry))
    const missing = markers.filter(({ notes }) => notes.some(({ id }) => id === 'note.unregistered'))
    expect(missing.map(({ school }) => school)).toEqual(['sch100002'])
  })

  it('keeps a set of a version out of the index, and says so beside its marks', () => {
    const roster = makeRoster(met, null)
    const plain = nameFindings([setOf(null)], roster)
    expect(plain.setFindings).toHaveLength(1)
    expect(plain.markers.map(({ marked, official }) => [marked, official])).toEqual([
      [false, true],
      [true, true],
    ])
    expect(noteIds(plain)).not.toContain('note.outside-the-14-signs')

    const advanced = nameFindings([setOf('повышенный уровень')], roster)
    expect(advanced.setFindings).toEqual([])
    expect(advanced.markers.map(({ marked, official }) => [marked, official])).toEqual([
      [false, false],
      [true, false],
    ])
    expect(noteIds(advanced)).toContain('note.outside-the-14-signs')
  })

  it('says of a grade outside the 14 signs that it is outside', () => {
    const seventh = nameFindings([setOf(null, 7)], makeRoster(met, null))
    expect(seventh.markers.every(({ official }) => !official)).toBe(true)
    expect(noteIds(seventh)).toContain('note.outside-the-14-signs')
  })
})
