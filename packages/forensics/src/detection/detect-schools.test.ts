import { expect, test } from 'vitest'
import { dictate, honestRegion, spreadOf } from '../../test/planted-region.ts'
import type { GroupedWorks } from '../channels/prepare-works.ts'
import { DETECTION_CHANNELS } from './channels.ts'
import { detectSchools } from './detect-schools.ts'

const SCHOOLS = 100
const earlier = honestRegion({ seed: 71, schools: SCHOOLS, classSd: 0.5 })
/** Every twentieth class was helped in the later year alone. */
const odd = (group: number) => group % 20 === 3
const later = dictate(earlier, 10, odd)
const same = Int32Array.from({ length: earlier.groupCount }, (_, g) => g)

test('the same classes of another year speak, and raise the class that had no such result there', () => {
  const cohorts = [
    { set: 1, other: 0, classOf: same },
    { set: 0, other: 1, classOf: same },
  ]
  const { sets } = detectSchools([earlier, later], { cohorts })
  const drift = sets[1].calibrations['cohort-drift'].z.subarray(0, earlier.groupCount)
  expect(spreadOf(drift.filter((_, g) => odd(g))).mean).toBeGreaterThan(3)
  expect(Math.abs(spreadOf(drift.filter((_, g) => !odd(g))).mean)).toBeLessThan(0.4)
  // Read from the other end, the honest year of the helped classes is lower than the later one lets expect.
  const back = sets[0].calibrations['cohort-drift'].z.subarray(0, earlier.groupCount)
  expect(spreadOf(back.filter((_, g) => odd(g))).mean).toBeLessThan(-1)
  expect(sets[1].silent.has('cohort-drift')).toBe(false)
  expect(sets[1].combined.channels).toContain('cohort-drift')
}, 60_000)

test('a class that is not there in the other year is silent; a remainder of unknown class is no cohort', () => {
  const unknownRest = (works: GroupedWorks): GroupedWorks => ({
    ...works,
    group: works.group!.map((g, i) => (works.school[i] === 5 || (g === 16 && i % 2 === 0) ? -1 : g)),
  })
  const classOf = same.map(g => (g === 4 ? -1 : g))
  const { sets } = detectSchools([earlier, unknownRest(later)], { cohorts: [{ set: 1, other: 0, classOf }] })
  const { z } = sets[1].calibrations['cohort-drift']
  expect(z[4]).toBeNaN()
  expect(z[5]).not.toBeNaN()
  // School 5 names no class: its works are the cohort. School 8 names some: its remainder is not.
  expect(z[earlier.groupCount + 5]).not.toBeNaN()
  expect(z[earlier.groupCount + 8]).toBeNaN()
}, 60_000)

test('classes of one misspelt work are no measure of the noise of classes', () => {
  const misspelt = (works: GroupedWorks): GroupedWorks => {
    const group = works.group!.slice()
    let next = works.groupCount
    for (let i = 0; i < works.count; i += 170) group[i] = next++
    return { ...works, group, groupCount: next }
  }
  const spoilt = misspelt(earlier)
  const [clean, dirty] = [earlier, spoilt].map(works => detectSchools([works]).sets[0])
  const touched = new Set(
    Array.from(spoilt.group!.keys())
      .filter(i => i % 170 === 0)
      .map(i => earlier.group![i]),
  )
  for (const id of ['boundary', 'level', 'journal', 'leniency'] as const) {
    for (let g = earlier.groupCount; g < spoilt.groupCount; g++) expect(dirty.calibrations[id].z[g]).toBeNaN()
    for (let g = 0; g < earlier.groupCount; g++)
      if (!touched.has(g))
        expect(Math.abs(dirty.calibrations[id].z[g] - clean.calibrations[id].z[g]), id).toBeLessThan(0.6)
  }
}, 60_000)

test('an examination stands beside the degree and does not move it', () => {
  const examination = {
    mean: Float64Array.from({ length: SCHOOLS }, (_, s) => (s * 37) % 100),
    n: new Int32Array(SCHOOLS).fill(40),
    sdWithin: 15,
  }
  const without = detectSchools([later])
  const beside = detectSchools([later], { examinations: [examination] })
  expect(beside.sets[0].calibrations.external.z.some(z => !Number.isNaN(z))).toBe(true)
  expect(beside.combined.z).toEqual(without.combined.z)
  expect(without.sets[0].silent.get('external')).toBe('no-examination')
  expect(beside.sets[0].silent.has('external')).toBe(false)
}, 60_000)

test('what has no data says why', () => {
  const bare = {
    ...earlier,
    boundaries: null,
    journal: new Uint8Array(earlier.count),
  }
  const { silent, calibrations } = detectSchools([bare]).sets[0]
  expect([
    silent.get('boundary'),
    silent.get('journal'),
    silent.get('omission'),
    silent.get('cohort-drift'),
  ]).toEqual(['no-scale', 'no-journal', 'no-blanks', 'no-cohort'])
  for (const id of DETECTION_CHANNELS)
    expect(
      calibrations[id].z.some(z => !Number.isNaN(z)),
      id,
    ).toBe(!silent.has(id))
}, 60_000)
