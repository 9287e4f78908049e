import {
  DETECTION_CHANNELS,
  type DetectOptions,
  detectSchools,
  flagsForBudget,
  type SchoolDegrees,
  type Silence,
} from '@objektiv/forensics'
import type { Roster } from '../roster.ts'
import type { CollectedWorks } from './collect-works.ts'
import { linkCohorts } from './link-cohorts.ts'
import { externalsBySchool, readingsBySchool } from './school-readings.ts'
import type { SetThreads } from './set-threads.ts'
import type { ChannelNoise, ChannelSilence, DetectedSchool, Detection } from './types.ts'

/**
 * Runs every channel over the sets, combines them to one degree per school and flags what the budget allows. Schools
 * and sets keep the order of the roster and of `sets`.
 *
 * @param budget false alarms per 100 honest schools, above 0 and below 50
 * @param threads those that the works of every set were given to; null: everything is done here
 */
export async function detectRegion(
  sets: readonly CollectedWorks[],
  roster: Roster,
  budget: number,
  threads: SetThreads | null = null,
  onSet?: (done: number, all: number) => void,
): Promise<Detection> {
  const options: DetectOptions = {
    covariates: covariatesOf(roster),
    controlled: controlledOf(roster),
    cohorts: linkCohorts(sets),
    writtenAt: sets.map(({ writtenAt }) => writtenAt),
    examinations: sets.map(({ examination }) => examination ?? null),
  }
  const degrees = threads
    ? await threads.degrees(
        sets.map(({ set }) => set),
        options,
        onSet,
      )
    : detectSchools(
        sets.map(({ works }) => works),
        options,
      )
  const flags = flagsForBudget(degrees.combined, budget)
  const flagged = new Set(flags.flagged)
  const readings = readingsBySchool(degrees, sets, school => flagged.has(school))
  const externals = externalsBySchool(degrees, sets)
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
        externals: externals.get(index) ?? [],
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
    silent: silentOf(degrees, sets),
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

function noiseOf({ sets: results }: SchoolDegrees, sets: readonly CollectedWorks[]): ChannelNoise[] {
  return results.flatMap(({ calibrations, silent }, set) =>
    DETECTION_CHANNELS.filter(channel => !isUnfed(silent.get(channel))).map(channel => {
      const { source, reason, groups } = calibrations[channel].noise
      return { set: sets[set].set, channel, source, reason, groups }
    }),
  )
}

/** A channel that was given nothing to hold the works against has no noise to speak of. */
function isUnfed(reason: Silence | undefined): boolean {
  return reason === 'no-cohort' || reason === 'no-examination'
}

function silentOf({ sets: results }: SchoolDegrees, sets: readonly CollectedWorks[]): ChannelSilence[] {
  return results.flatMap(({ silent }, k) => {
    const { set, writtenAt } = sets[k]
    const found = [...silent].map(([channel, reason]): ChannelSilence => ({ set, channel, reason }))
    return writtenAt === null
      ? [...found, { set, channel: 'leak' as const, reason: 'no-dates' as const }]
      : found
  })
}
