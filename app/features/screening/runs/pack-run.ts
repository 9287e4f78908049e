import { type FoundSign, signsOf } from '../findings/signs-of-screening.ts'
import type { BehindSigns } from '../signals-port.ts'
import type { RunSummary } from '../tables.ts'
import type { RunRecord, Screening, TerritoryIndex } from '../types.ts'
import { type SchoolRow, type SchoolSetRow, schoolRows, schoolSetRows, summaryOf } from './run-rows.ts'

/** A row whose values of many parts are JSON already. */
type Packed<Row, Names extends keyof Row> = Omit<Row, Names> & Readonly<Record<Names, string>>

/**
 * What the database takes of a screening. A screening of a region is a million small objects: to copy them from thread to
 * thread and to write them down as JSON takes a second that everybody who asks the service waits for. Here they are strings,
 * made in the thread that screened.
 */
export interface PackedRun {
  readonly record: RunRecord
  readonly summary: RunSummary
  readonly schoolSets: readonly Packed<SchoolSetRow, 'profile' | 'markers'>[]
  readonly schools: readonly Packed<SchoolRow, 'facts'>[]
  readonly index: readonly TerritoryIndex[]
  readonly signs: readonly FoundSign[]
  readonly behindSigns: BehindSigns
}

export function packRun(screening: Screening): PackedRun {
  const signs = signsOf(screening)
  return {
    record: screening.run,
    summary: summaryOf(screening),
    schoolSets: Array.from(schoolSetRows(screening), ({ profile, markers, ...row }) => ({
      ...row,
      profile: JSON.stringify(profile),
      markers: JSON.stringify(markers),
    })),
    schools: Array.from(schoolRows(screening), ({ facts, ...row }) => ({
      ...row,
      facts: JSON.stringify(facts),
    })),
    index: screening.index,
    signs,
    behindSigns: behind(signs, screening),
  }
}

function behind(
  signs: readonly FoundSign[],
  { run, sets, markers, schools, detection }: Screening,
): BehindSigns {
  const asked = new Set(signs.map(({ school }) => school))
  return {
    run,
    sets,
    markers: markers.filter(({ marked }) => marked).map(({ school, at }) => ({ school, at })),
    schools: schools
      .filter(({ school }) => asked.has(school))
      .map(({ school, name, kind, locality, distributions }) => ({
        school,
        name,
        kind,
        locality,
        distributions,
      })),
    detection: detection && {
      budget: detection.budget,
      flagged: detection.flagged,
      expectedFalse: detection.expectedFalse,
    },
  }
}
