import { DETECTION_CHANNELS, LEAST_WORKS, type SchoolDegrees } from '@objektiv/forensics'
import type { CollectedWorks } from './collect-works.ts'
import { pictureOf } from './picture.ts'
import { BESIDE, type ChannelReading, type ExternalReading } from './types.ts'

/** Readings shown for a school; the rest are near what honest classes show. */
const READINGS = 12
/** A reading below this many standard deviations explains nothing. */
const TELLING = 1.5

/** What each school's degree rests on: readings in the degree first, then those beside it, oddest first. */
export function readingsBySchool(
  { sets: results }: SchoolDegrees,
  sets: readonly CollectedWorks[],
  isFlagged: (school: number) => boolean,
): Map<number, ChannelReading[]> {
  const bySchool = new Map<number, ChannelReading[]>()
  const groups: { set: number; group: number; school: number }[] = []
  for (const [set, { prepared }] of results.entries())
    for (let group = 0; group < prepared.groupCount; group++)
      groups.push({ set, group, school: prepared.schoolOfGroup[group] })
  for (const [school, own] of Map.groupBy(groups, one => one.school)) {
    if (school < 0) continue
    const found = own
      .flatMap(({ set, group }) => readingsOfGroup(results[set], sets[set], group))
      .filter(firstOfSchool())
      .sort((a, b) => Number(BESIDE.has(a.channel)) - Number(BESIDE.has(b.channel)) || b.z - a.z)
      .slice(0, READINGS)
    const drawn = isFlagged(school) ? withPictures(found, results, sets) : found
    bySchool.set(
      school,
      drawn.map(({ group: _, ...reading }) => reading),
    )
  }
  return bySchool
}

/** What examinations say of each school, set by set; a school without enough works has none. */
export function externalsBySchool(
  { sets: results }: SchoolDegrees,
  sets: readonly CollectedWorks[],
): Map<number, ExternalReading[]> {
  const bySchool = new Map<number, ExternalReading[]>()
  for (const [at, { prepared, calibrations }] of results.entries()) {
    const { z, n } = calibrations.external
    const told = new Set<number>()
    for (const [group, school] of Array.from(prepared.schoolOfGroup).entries()) {
      // All classes of a school repeat what is said of it.
      if (school < 0 || told.has(school) || !Number.isFinite(z[group]) || n[group] < LEAST_WORKS) continue
      told.add(school)
      const found = bySchool.get(school) ?? []
      found.push({ set: sets[at].set, n: n[group], z: z[group] })
      bySchool.set(school, found)
    }
  }
  return bySchool
}

type Found = ChannelReading & { readonly group: number }

function readingsOfGroup(
  { prepared, calibrations, leak }: SchoolDegrees['sets'][number],
  { set, classOfGroup }: CollectedWorks,
  group: number,
): Found[] {
  const works = prepared.groupStart[group + 1] - prepared.groupStart[group]
  if (works < LEAST_WORKS) return []
  return DETECTION_CHANNELS.flatMap(channel => {
    const { z, p, n } = calibrations[channel]
    if (!(z[group] >= TELLING)) return []
    const whole = channel === 'external'
    return {
      channel,
      set,
      class: whole ? null : (classOfGroup[group] ?? null),
      n: whole ? n[group] : works,
      z: z[group],
      p: p[group],
      late: channel === 'leak' && (leak.profiles[leak.profileOf[group]]?.late ?? false),
      picture: null,
      group,
    }
  })
}

/** An examination says one thing of a school, which all its classes repeat. */
function firstOfSchool(): (reading: Found) => boolean {
  const told = new Set<number>()
  return ({ channel, set }) => {
    if (channel !== 'external') return true
    const first = !told.has(set)
    told.add(set)
    return first
  }
}

/** A picture for the oddest reading of each channel: the report explains one reading a channel. */
function withPictures(
  found: readonly Found[],
  results: SchoolDegrees['sets'],
  sets: readonly CollectedWorks[],
): Found[] {
  const drawn = new Set<string>()
  return found.map(reading => {
    if (drawn.has(reading.channel)) return reading
    drawn.add(reading.channel)
    const result = results[sets.findIndex(({ set }) => set === reading.set)]
    return { ...reading, picture: pictureOf(reading.channel, result, reading.group) }
  })
}
