import { type MarkerId, type SchoolFinding, signs } from '@objektiv/forensics'
import type { Roster } from './roster.ts'
import { screenCohorts } from './screen-cohorts.ts'
import type { SetResult } from './screen-set.ts'
import type { SetFindings } from './territory-index.ts'
import { toMarker } from './to-marker.ts'
import type { ScreenedMarker } from './types.ts'

/** The findings of a run with schools named, and as the index of the territory needs them. */
export interface NamedFindings {
  /** By set, then cohort; within them by marker and school. */
  readonly markers: readonly ScreenedMarker[]
  readonly setFindings: readonly SetFindings[]
}

/** Runs the cohort methods over the sets and names the schools of every finding. */
export function nameFindings(results: readonly SetResult[], roster: Roster): NamedFindings {
  const markers: ScreenedMarker[] = []
  const add = (found: SetResult['findings'], sets: readonly SetResult[]): void => {
    const assessments = sets.map(result => ({ ...result.set, at: results.indexOf(result) }))
    for (const [marker, findings] of found)
      for (const finding of findings) {
        const official = isSign(marker, assessments.at(-1)!)
        markers.push(toMarker(finding, marker, official, assessments, roster))
      }
  }
  const bySet = new Map(
    results.map(result => [result, new Map<MarkerId, readonly SchoolFinding[]>(result.findings)]),
  )
  for (const result of results) add(result.findings, [result])
  for (const { earlier, later, findings } of screenCohorts(results)) {
    add(findings, [earlier, later])
    for (const [marker, found] of findings) bySet.get(later)!.set(marker, found)
  }
  // The 14 signs know no versions of a paper; a set of a version does not stand in for them.
  const setFindings = [...bySet]
    .filter(([{ set }]) => set.version === null)
    .map(([{ set, journal }, findings]) => ({ ...set, journal, findings }))
  return { markers, setFindings }
}

/** Whether the marker in this set (for a cohort: the later set) is one of the 14 signs of 2019. */
function isSign(marker: MarkerId, { procedure, version, grade, subject }: SetResult['set']): boolean {
  return (
    version === null &&
    signs.some(
      sign =>
        sign.marker === marker &&
        sign.procedure === procedure &&
        sign.grade === grade &&
        sign.subject === subject,
    )
  )
}
