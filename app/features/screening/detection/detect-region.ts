import {
  detectSchools,
  flagsForBudget,
  LEAST_WORKS,
  POWER_CHANNELS,
  type SchoolDegrees,
} from '@objektiv/forensics'
import type { Roster } from '../roster.ts'
import type { CollectedWorks } from './collect-works.ts'
import type { ChannelNoise, ChannelReading, DetectedSchool, Detection } from './types.ts'

/** Readings shown for a school; the rest are near what honest classes show. */
const READINGS = 12
/** A reading below this many standard deviations explains nothing. */
const TELLING = 1.5

/**
 * Runs every channel over the sets, combines them to one degree per school and flags what the budget allows. Schools
 * and sets keep the order of the roster and of `sets`.
 *
 * @param budget false alarms per 100 honest schools, above 0 and below 50
 */
export function detectRegion(sets: readonly CollectedWorks[], roster: Roster, budget: number): Detection {
  const degrees = detectSchools(
    sets.map(({ works }) => works),
    { covariates: covariatesOf(roster), controlled: controlledOf(roster) },
  )
  const flags = flagsForBudget(degrees.combined, budget)
  const flagged = new Set(flags.flagged)
  const readings = readingsBySchool(degrees, sets)
  const schools = roster.schools.flatMap(({ index, login, registered }): DetectedSchool[] => {
    const { z, p, fdr, q, fisher, cauchy, units } = degrees.combined
    if (Number.isNaN(z[index])) return []
    return [
      {
        school: login,
        name: registered?.name ?? null,
        municipality: registered?.municipality?.name ?? null,
        kind: registered?.kind ?? null,
        degree: z[index],
        p: p[index],
        fdr: fdr[index],
        q: q[index],
        fisher: fisher[index],
        cauchy: cauchy[index],
        units: units[index],
        flagged: flagged.has(index),
        readings: readings.get(index) ?? [],
      },
    ]
  })
  return {
    budget,
    threshold: flags.threshold,
    schoolsMeasured: flags.groups,
    flagged: flags.flagged.length,
    expectedFalse: flags.expectedFalse,
    budgetInterval: flags.perHundred ? [flags.perHundred.lower, flags.perHundred.upper] : null,
    schools,
    noise: noiseOf(degrees, sets),
  }
}

/** Kind and locality explain part of the level; without a registry there is nothing to explain it by. */
export function covariatesOf({ schools }: Roster) {
  return (['kind', 'locality'] as const).flatMap(name => {
    const words = schools.map(({ registered }) => registered?.[name] ?? '')
    const known = [...new Set(words)].sort()
    if (known.length < 2) return []
    return [
      {
        by: 'school' as const,
        kind: 'category' as const,
        values: Uint8Array.from(words, word => known.indexOf(word)),
      },
    ]
  })
}

/** Schools «с контролем объективности» are the reference where there are enough of them. */
export function controlledOf({ schools }: Roster): Uint8Array {
  return Uint8Array.from(schools, ({ registered }) => Number(registered?.controlled ?? false))
}

function readingsBySchool({ sets: results }: SchoolDegrees, sets: readonly CollectedWorks[]) {
  const bySchool = new Map<number, ChannelReading[]>()
  for (const [set, { prepared, calibrations }] of results.entries())
    for (let group = 0; group < prepared.groupCount; group++) {
      const works = prepared.groupStart[group + 1] - prepared.groupStart[group]
      if (works < LEAST_WORKS) continue
      const label = sets[set].classOfGroup[group] ?? null
      const school = prepared.schoolOfGroup[group]
      const list = bySchool.get(school) ?? []
      for (const channel of POWER_CHANNELS) {
        const { z, p } = calibrations[channel]
        if (z[group] >= TELLING)
          list.push({ channel, set: sets[set].set, class: label, n: works, z: z[group], p: p[group] })
      }
      bySchool.set(school, list)
    }
  for (const [school, list] of bySchool)
    bySchool.set(school, list.sort((a, b) => b.z - a.z).slice(0, READINGS))
  return bySchool
}

function noiseOf({ sets: results }: SchoolDegrees, sets: readonly CollectedWorks[]): ChannelNoise[] {
  return results.flatMap(({ calibrations }, set) =>
    POWER_CHANNELS.map(channel => {
      const { source, reason, groups } = calibrations[channel].noise
      return { set: sets[set].set, channel, source, reason, groups }
    }),
  )
}
