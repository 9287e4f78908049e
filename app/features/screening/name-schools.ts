import { type MarkerId, type SchoolTask, schoolDistribution, schoolTasks } from '@objektiv/forensics'
import type { Roster } from './roster.ts'
import type { SetResult } from './screen-set.ts'
import type { ScreenedMarker, ScreenedSchool } from './types.ts'

/** Every school of the run, known to the registry or not, with its marked markers and its scores per set. */
export function nameSchools(
  roster: Roster,
  results: readonly SetResult[],
  markers: readonly ScreenedMarker[],
): ScreenedSchool[] {
  const marked = Map.groupBy(
    markers.filter(marker => marker.marked),
    ({ school }) => school,
  )
  return roster.schools.map(({ index, login, registered }) => ({
    school: login,
    name: registered?.name ?? null,
    municipality: registered?.municipality?.name ?? null,
    kind: registered?.kind ?? null,
    locality: registered?.locality ?? null,
    registered: registered !== null,
    markers: countByMarker(marked.get(login) ?? []),
    distributions: distributionsOf(index, results),
    profiles: profilesOf(index, results),
  }))
}

function countByMarker(markers: readonly ScreenedMarker[]): { marker: MarkerId; sets: number }[] {
  return [...Map.groupBy(markers, ({ marker }) => marker)].map(([marker, found]) => ({
    marker,
    sets: found.length,
  }))
}

function distributionsOf(school: number, results: readonly SetResult[]): Map<number, Uint32Array> {
  const distributions = new Map<number, Uint32Array>()
  for (const [set, { tally }] of results.entries()) {
    const distribution = schoolDistribution(tally, school)
    if (distribution.some(works => works > 0)) distributions.set(set, distribution)
  }
  return distributions
}

function profilesOf(school: number, results: readonly SetResult[]): Map<number, readonly SchoolTask[]> {
  const profiles = new Map<number, readonly SchoolTask[]>()
  for (const [set, { tally, profile }] of results.entries()) {
    const tasks = profile ? schoolTasks(tally, profile, school) : []
    if (tasks.length > 0) profiles.set(set, tasks)
  }
  return profiles
}
