import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { generateRegion, writeExams, writeRegion } from '../../demo/index.ts'
import { screenFiles } from '../testing/screen-files.ts'
import type { Screening } from '../types.ts'

const whole = generateRegion({ seed: 7, schools: 60 })
/** Русский язык and математика of one year. */
const region = { ...whole, sets: whole.sets.slice(-2) }

let folder: string
let without: Screening
let beside: Screening
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objektiv-exams-'))
  const files = await writeRegion(region, folder)
  const exams = await writeExams(region, folder)
  const settings = { budget: 1 }
  without = await screenFiles({ ...files, settings })
  beside = await screenFiles({ ...files, protocols: [...exams, ...files.protocols], settings })
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

it('an examination in the run confirms, or does not, what schools have marked themselves', () => {
  const { noise, silent } = beside.detection!
  const subjects = noise
    .filter(({ channel }) => channel === 'external')
    .map(({ set }) => beside.sets[set].subject)
  expect(subjects.sort()).toEqual(['Математика', 'Русский язык'])
  expect(silent.filter(({ reason }) => reason === 'no-examination')).toEqual([])
  expect(without.detection!.silent.filter(({ reason }) => reason === 'no-examination')).toHaveLength(2)
  const readings = beside.detection!.schools.flatMap(one => one.readings)
  expect(readings.some(({ channel }) => channel === 'external')).toBe(true)
  // Every set of a school that has an examination is kept, not the odd ones alone.
  const { schools } = beside.detection!
  const kept = schools.flatMap(one => one.externals)
  expect(kept.length).toBeGreaterThan(schools.length)
  expect(kept.filter(({ z }) => z < 0).length).toBeGreaterThan(kept.length / 4)
  for (const { externals, readings: odd } of schools) {
    expect(new Set(externals.map(({ set }) => set)).size).toBe(externals.length)
    for (const { channel, set, n, z } of odd)
      if (channel === 'external') expect(externals).toContainEqual({ set, n, z })
  }
  expect(without.detection!.schools.flatMap(one => one.externals)).toEqual([])
  const note = beside.notes.find(({ id }) => id === 'run-note.examinations')
  expect(note?.params.pairs).toContain('Математика 5 (2022) — ОГЭ Математика 2022; ')
  expect(without.notes.some(({ id }) => id === 'run-note.examinations')).toBe(false)
})

it('it flags nobody, and is not screened for manipulations of schools itself', () => {
  const degrees = ({ detection }: Screening) =>
    detection!.schools.map(({ school, degree, flagged }) => [school, degree, flagged])
  const measured = new Set(degrees(without).map(([school]) => school))
  expect(degrees(beside).filter(([school]) => measured.has(school))).toEqual(degrees(without))
  const exams = beside.sets.flatMap(({ procedure }, set) => (procedure === 'ВПР' ? [] : [set]))
  expect(exams).toHaveLength(4)
  expect(beside.detection!.noise.filter(({ set }) => exams.includes(set))).toEqual([])
})

it('signs 5 and 6 of the method of 2019 are computed by it', () => {
  const marked = beside.markers.filter(
    ({ marker, at }) => marker === 'high-mean' && beside.sets[at[0]].procedure === 'ОГЭ',
  )
  expect(marked.length).toBeGreaterThan(0)
})
