import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { POWER_CHANNELS } from '@objektiv/forensics'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoFiles, type DemoRegion, generateRegion, writeRegion } from '../../demo/index.ts'
import { screenFiles } from '../testing/screen-files.ts'
import { BESIDE, type Detection } from './types.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objektiv-detection-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let written = 0
const write = (region: DemoRegion): Promise<DemoFiles> => writeRegion(region, join(folder, String(++written)))

async function detect(region: DemoRegion): Promise<Detection> {
  return (await screenFiles({ ...(await write(region)), settings: { budget: 1 } })).detection!
}

/** `sch` and `edu` logins of one school share their digits. */
const digitsOf = (login: string): string => login.slice(3)

const flaggedIn = ({ schools }: Detection): Set<string> =>
  new Set(schools.filter(({ flagged }) => flagged).map(({ school }) => digitsOf(school)))

/**
 * A budget of 1 in 100 on 195 honest schools: two flags are expected, more than five come once in seventy regions
 * (binomial).
 */
const MOST_FALSE = 5

describe('own signals on the demo region', () => {
  const region = generateRegion()
  let detection: Detection
  let honest: Detection
  beforeAll(async () => {
    detection = await detect(region)
    honest = await detect(generateRegion({ plants: false }))
  }, 300_000)

  it('flag most schools that had a class alike or dictated', () => {
    const strong = region.truth.plants.filter(({ kind }) => kind === 'alike' || kind === 'dictate')
    const flagged = flaggedIn(detection)
    const found = strong.filter(({ school }) => flagged.has(digitsOf(school)))
    expect(strong.length).toBeGreaterThan(3)
    expect(found.length / strong.length).toBeGreaterThanOrEqual(0.6)
  })

  it('flag few schools of a region where nothing was planted', () => {
    expect(honest.schoolsMeasured).toBeGreaterThan(150)
    expect(honest.flagged).toBeLessThanOrEqual(MOST_FALSE)
    expect(honest.expectedFalse).toBeLessThan(2)
  })

  it('flag few of the schools that were left alone beside the planted ones', () => {
    const planted = new Set(region.truth.plants.map(({ school }) => digitsOf(school)))
    expect([...flaggedIn(detection)].filter(school => !planted.has(school)).length).toBeLessThanOrEqual(
      MOST_FALSE,
    )
  })

  it('flag exactly the schools whose degree reaches the threshold, and count them', () => {
    const odd = detection.schools.filter(({ degree }) => degree >= detection.threshold)
    expect(new Set(odd.map(({ school }) => digitsOf(school)))).toEqual(flaggedIn(detection))
    expect(detection.flagged).toBe(odd.length)
    expect(detection.schoolsMeasured).toBe(detection.schools.length)
  })

  it('explain every flagged school by readings, oddest first', () => {
    for (const { readings } of detection.schools.filter(({ flagged }) => flagged)) {
      expect(readings.length).toBeGreaterThan(0)
      for (const beside of [false, true]) {
        const z = readings.filter(({ channel }) => BESIDE.has(channel) === beside).map(one => one.z)
        expect(z).toEqual(z.toSorted((a, b) => b - a))
      }
      const drawn = readings.filter(({ picture }) => picture !== null)
      expect(drawn.length).toBe(new Set(readings.map(({ channel }) => channel)).size)
    }
  })

  it('say for every set and channel what the ordinary spread was taken from', () => {
    const keys = detection.noise.map(({ set, channel }) => `${set} ${channel}`)
    // The tail speaks of every set; the other year of a cohort is there for 4 of 2021 and 5 of 2022, in two subjects.
    const sets = region.sets.length
    expect(keys.length).toBe(new Set(keys).size)
    expect(keys.length).toBe(sets * (POWER_CHANNELS.length + 1) + 4)
    const silent = (reason: string) => detection.silent.filter(one => one.reason === reason).length
    expect([silent('no-cohort'), silent('no-examination')]).toEqual([sets - 4, sets])
    // Protocols of 2022 have the date of upload, those of 2021 have not.
    expect(silent('no-dates')).toBe(region.sets.filter(({ year }) => year === 2021).length)
    expect(
      detection.noise.filter(({ channel, source }) => channel === 'level' && source === 'model'),
    ).toEqual([])
  })
})

describe('own signals on a small region', () => {
  const whole = generateRegion({ seed: 7, schools: 40 })
  // Two sets are enough to depend on an order, and take a quarter of the time.
  const region = { ...whole, sets: whole.sets.slice(-2) }

  it('are the same whatever the order of files', async () => {
    const files = await write(region)
    const { detection } = await screenFiles({ ...files, settings: { budget: 1 } })
    const reversed = await screenFiles({
      ...files,
      protocols: files.protocols.toReversed(),
      settings: { budget: 1 },
    })
    expect(reversed.detection).toEqual(detection)
  }, 60_000)

  it('measure a school whose classes are unknown as one', async () => {
    const hidden = new Set(region.schools.keys().filter(school => school % 2 === 0))
    const { schools } = await detect(withoutClasses(region, hidden))
    const half = new Set([...hidden].map(school => region.schools[school].digits))
    const readings = schools.flatMap(({ school, readings }) =>
      readings.map(reading => ({ unknown: half.has(digitsOf(school)), label: reading.class })),
    )
    const hiddenOnes = readings.filter(({ unknown }) => unknown)
    expect(hiddenOnes.length).toBeGreaterThan(10)
    expect(hiddenOnes.filter(({ label }) => label !== null)).toEqual([])
    // A few of the others have files without classes of their own accord.
    expect(readings.filter(({ unknown, label }) => !unknown && label !== null).length).toBeGreaterThan(10)
  }, 60_000)
})

describe('own signals on a region of three schools', () => {
  const whole = generateRegion({ seed: 7, schools: 40, dirt: false })
  const region = onlySchools(whole, new Set([0, 1, 2]))

  it('rest on the model and say so', async () => {
    const detection = await detect(region)
    expect(detection.schoolsMeasured).toBeLessThanOrEqual(3)
    expect(detection.schoolsMeasured).toBeGreaterThan(0)
    expect(detection.budgetInterval).toBeNull()
    expect(detection.noise.length).toBeGreaterThanOrEqual(region.sets.length * POWER_CHANNELS.length)
    expect(detection.noise.filter(({ source }) => source !== 'model')).toEqual([])
    expect(detection.noise.filter(({ reason }) => reason === null)).toEqual([])
  }, 30_000)

  it('are left out at a budget of 0, and the run record says the budget', async () => {
    const { detection, run } = await screenFiles({ ...(await write(region)), settings: { budget: 0 } })
    expect(detection).toBeNull()
    expect(run.parameters.budget).toBe(0)
  }, 30_000)
})

/** The region with an empty cell for the class in every row of some schools, and no other dirt. */
function withoutClasses(region: DemoRegion, schools: ReadonlySet<number>): DemoRegion {
  return {
    ...region,
    sets: region.sets.map(set => ({
      ...set,
      dirt: Array.from(set.works.school.keys())
        .filter(row => schools.has(set.works.school[row]))
        .map(row => ({ kind: 'class-spelling', row, column: 'class', value: null }) as const),
    })),
  }
}

/** The region as if only these schools had written. */
function onlySchools(region: DemoRegion, schools: ReadonlySet<number>): DemoRegion {
  return {
    ...region,
    sets: region.sets.map(set => {
      const { works } = set
      const keep = (_: number, row: number) => schools.has(works.school[row])
      const school = works.school.filter(keep)
      return {
        ...set,
        works: {
          count: school.length,
          school,
          class: works.class.filter(keep),
          pupil: works.pupil.filter(keep),
          gender: works.gender.filter(keep),
          variant: works.variant.filter(keep),
          total: works.total.filter(keep),
          journal: works.journal.filter(keep),
          scores: works.scores.map(column => column.filter(keep)),
        },
      }
    }),
  }
}
