import { readFile } from 'node:fs/promises'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoScreening } from '../testing/demo-screening.ts'
import type { Screening } from '../types.ts'
import { serialiseSignals } from './serialise-signals.ts'
import { type SignalsJson, toSignalsJson } from './to-signals-json.ts'

const SCHEMA = new URL('../../../../docs/schemas/signals.schema.json', import.meta.url)

describe('signals.json', () => {
  let screening: Screening
  let signals: SignalsJson
  let validate: ValidateFunction

  beforeAll(async () => {
    screening = await demoScreening()
    signals = toSignalsJson(screening, 'ru')
    // A union like number | null is plain JSON Schema; ajv asks to allow it.
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
    validate = ajv.compile(JSON.parse(await readFile(SCHEMA, 'utf8')))
  })

  const reread = () => JSON.parse(serialiseSignals(signals))

  it('is what the published schema describes', () => {
    validate(reread())
    expect(validate.errors).toBeNull()
  })

  it.each<[string, (broken: ReturnType<typeof reread>) => void]>([
    ['a missing part', broken => delete broken.index],
    ['a year as text', broken => (broken.sets[0].year = '2021')],
    ['a marker without its mark', broken => delete broken.markers[0].marked],
    ['an unknown marker', broken => (broken.markers[0].marker = 'guess')],
    ['a marker twice in a school', broken => (broken.schools[0].markers = ['high-mean', 'high-mean'])],
    ['a field nobody described', broken => (broken.sets[0].median = 3)],
    ['a hash that is none', broken => (broken.run.dataHash = 'abc')],
    ['an index above 100', broken => (broken.index[0].index = 101)],
    ['our own signals left out without a word', broken => delete broken.detection],
    ['an unknown channel', broken => (broken.detection.noise[0].channel = 'guess')],
    ['a reason nobody described', broken => (broken.detection.noise[0].reason = 'luck')],
    ['a p above 1', broken => (broken.detection.schools[0].p = 1.5)],
    ['a set by its number', broken => (broken.detection.noise[0].set = 0)],
    ['a reading without its class', broken => delete withReadings(broken).readings[0].class],
  ])('refuses %s', (_, breakIt) => {
    const broken = reread()
    breakIt(broken)
    expect(validate(broken)).toBe(false)
  })

  it('loses no marker, set, school or number', () => {
    const { markers, sets, schools, run } = reread()
    expect(markers.map(valuesOf)).toEqual(screening.markers.map(valuesOf))
    expect(sets).toHaveLength(screening.sets.length)
    expect(schools).toHaveLength(screening.schools.length)
    expect(run).toEqual(screening.run)
  })

  it('lists for a school exactly the markers that are marked somewhere', () => {
    for (const { school, markers } of signals.schools) {
      const marked = screening.markers.filter(one => one.school === school && one.marked)
      expect([...markers].sort()).toEqual([...new Set(marked.map(({ marker }) => marker))].sort())
    }
  })

  it('names the set of every reading and of every noise, and keeps their numbers', () => {
    const { detection } = reread()
    const named = (index: number) => {
      const { year, grade, subject, version } = screening.sets[index]
      return { year, grade, subject, version }
    }
    const expected = screening.detection!
    expect(detection.schools).toEqual(
      expected.schools.map(school => ({
        ...school,
        readings: school.readings.map(({ picture: _, ...reading }) => ({
          ...reading,
          inDegree: reading.channel !== 'tail' && reading.channel !== 'external',
          set: named(reading.set),
        })),
      })),
    )
    expect(detection.noise).toEqual(expected.noise.map(noise => ({ ...noise, set: named(noise.set) })))
    expect(detection.silent).toEqual(expected.silent.map(one => ({ ...one, set: named(one.set) })))
    expect(detection.silent.some(({ reason }: { reason: string }) => reason === 'no-examination')).toBe(true)
    expect(detection).toMatchObject({ budget: 5, flagged: expected.flagged, threshold: expected.threshold })
    expect(new Set(expected.noise.map(({ set }) => set)).size).toBe(screening.sets.length)
  })

  it('writes a figure of our own signals that does not exist as null, and allows it', () => {
    const [first, ...others] = screening.detection!.schools
    const schools = [{ ...first, fdr: Number.NaN, cauchy: Number.NaN }, ...others]
    const detection = { ...screening.detection!, schools, budgetInterval: null }
    const written = JSON.parse(serialiseSignals(toSignalsJson({ ...screening, detection }, 'ru')))
    expect(written.detection.schools[0]).toMatchObject({ fdr: null, cauchy: null, p: first.p })
    expect(written.detection.budgetInterval).toBeNull()
    validate(written)
    expect(validate.errors).toBeNull()
  })

  it('has a reply beside each sign and nowhere else where replies are known, as the schema describes it', () => {
    const replyOf = (school: string, set: number | 'own') => `${school} ${set}`
    const written = JSON.parse(serialiseSignals(toSignalsJson(screening, 'ru', replyOf)))
    validate(written)
    expect(validate.errors).toBeNull()
    for (const [i, { marked, school, at }] of screening.markers.entries())
      expect(written.markers[i].reply).toBe(marked ? `${school} ${at.at(-1)}` : undefined)
    expect(reread().repliesOn).toBeUndefined()
    expect(JSON.stringify(reread())).not.toContain('"reply"')
  })

  it('says null where our own signals were not asked for', () => {
    const written = JSON.parse(serialiseSignals(toSignalsJson({ ...screening, detection: null }, 'ru')))
    expect(written.detection).toBeNull()
    expect(validate(written)).toBe(true)
  })

  it('says notes in the language asked for, with the same ids', () => {
    const small = signals.markers.findIndex(({ noteIds }) => noteIds[0] === 'note.small-sample')
    expect(signals.markers[small].notes[0]).toMatch(/^Малая выборка: \d работ/)
    const english = toSignalsJson(screening, 'en').markers[small]
    expect(english.notes[0]).not.toMatch(/[а-яё]/i)
    expect(english.noteIds).toEqual(signals.markers[small].noteIds)
  })

  it('quotes no cell of the source files', () => {
    expect(screening.files.some(({ dirt }) => dirt.some(({ examples }) => examples.length > 0))).toBe(true)
    expect(serialiseSignals(signals)).not.toContain('"examples"')
  })

  it('stands on one line per marker, so that two runs can be compared', () => {
    const lines = serialiseSignals(signals).split('\n')
    expect(lines.filter(line => line.includes('"marker":'))).toHaveLength(signals.markers.length)
    expect(lines.filter(line => line.includes('"degree":'))).toHaveLength(signals.detection!.schools.length)
  })

  it('refuses a number that is not finite instead of writing null', () => {
    const [first, ...others] = signals.markers
    const broken = { ...signals, markers: [{ ...first, details: { z: Number.NaN } }, ...others] }
    expect(() => serialiseSignals(broken)).toThrow(RangeError)
  })
})

function withReadings({ detection }: { detection: { schools: { readings: { class?: string }[] }[] } }) {
  return detection.schools.find(({ readings }) => readings.length > 0)!
}

function valuesOf({
  school,
  marker,
  n,
  value,
  lower,
  upper,
  reference,
  marked,
  p,
  q,
}: Screening['markers'][number]) {
  return { school, marker, n, value, lower, upper, reference, marked, p, q }
}
