import { officialMethods } from '@objektiv/forensics'
import type { RunSummary, SchoolFacts, StoredMarker, StoredTask } from '../tables.ts'
import type { ScreenedMarker, ScreenedSchool, Screening } from '../types.ts'

/** One school in one set, as it is kept. */
export interface SchoolSetRow {
  readonly position: number
  readonly login: string
  readonly n: number
  readonly mean: number | null
  readonly marked: boolean
  readonly distribution: readonly number[]
  readonly profile: readonly StoredTask[]
  readonly markers: readonly StoredMarker[]
}

/** One school of the run. */
export interface SchoolRow {
  readonly login: string
  readonly name: string | null
  readonly municipality: string | null
  readonly kind: string | null
  readonly locality: string | null
  readonly registered: boolean
  readonly degree: number | null
  readonly p: number | null
  readonly fdr: number | null
  readonly flagged: boolean
  readonly facts: SchoolFacts | Record<string, never>
}

const OFFICIAL = new Set<string>(officialMethods.map(({ id }) => id))

/** Whether the method of 2019 marks the school here, inside the 14 signs or outside. */
export function isMarked({ marker, marked }: Pick<ScreenedMarker, 'marker' | 'marked'>): boolean {
  return marked === true && OFFICIAL.has(marker)
}

/** Whether it marks the mean score: what the funnel of means shows. */
export function hasHighMean(markers: readonly Pick<ScreenedMarker, 'marker' | 'marked'>[]): boolean {
  return markers.some(one => one.marker === 'high-mean' && isMarked(one))
}

/** A screening at a glance. */
export function summaryOf({ sets, schools, markers, detection, files, notes }: Screening): RunSummary {
  const marked = markers.filter(isMarked)
  const count = (found: readonly ScreenedMarker[]) => new Set(found.map(({ school }) => school)).size
  return {
    works: sets.reduce((sum, { works }) => sum + works, 0),
    schools: schools.length,
    sets: sets.length,
    marked: count(marked),
    markedInIndex: count(marked.filter(({ official }) => official)),
    own: detection && {
      budget: detection.budget,
      threshold: detection.threshold,
      measured: detection.schoolsMeasured,
      flagged: detection.flagged,
      expectedFalse: known(detection.expectedFalse),
      budgetInterval: detection.budgetInterval,
      silent: detection.silent,
    },
    files: files.map(({ file, rows, works }) => ({ file, rows, works })),
    notes,
  }
}

/** Every school × set with at least one work; a cohort's markers stand under its later set. */
export function* schoolSetRows({ sets, schools, markers }: Screening): Generator<SchoolSetRow> {
  const bySchool = Map.groupBy(markers, ({ school, at }) => `${at[at.length - 1]} ${school}`)
  for (const school of schools)
    for (const position of sets.keys()) {
      const own = bySchool.get(`${position} ${school.school}`) ?? []
      const row = schoolSetRow(school, position, own)
      if (row.n > 0 || row.markers.length > 0) yield row
    }
}

function schoolSetRow(
  { school, distributions, profiles }: ScreenedSchool,
  position: number,
  markers: readonly ScreenedMarker[],
): SchoolSetRow {
  const distribution = [...(distributions.get(position) ?? [])]
  const mean = markers.find(({ marker }) => marker === 'high-mean')
  return {
    position,
    login: school,
    n: distribution.reduce((sum, works) => sum + works, 0),
    mean: mean?.value ?? null,
    marked: markers.some(isMarked),
    distribution,
    profile: (profiles.get(position) ?? []).map(({ task, n, share, difference, lower, upper }) => [
      task,
      n,
      share,
      difference,
      lower,
      upper,
    ]),
    markers: markers.map(
      ({ school: _, name: __, municipality: ___, version: ____, sets: _____, ...rest }) => rest,
    ),
  }
}

/** Every school of the run with its degree, where it has one. */
export function* schoolRows({ schools, detection }: Screening): Generator<SchoolRow> {
  const detected = new Map(detection?.schools.map(school => [school.school, school]))
  for (const { school: login, name, municipality, kind, locality, registered } of schools) {
    const found = detected.get(login)
    yield {
      ...{ login, name, municipality, kind, locality, registered },
      degree: known(found?.degree),
      p: known(found?.p),
      fdr: known(found?.fdr),
      flagged: found?.flagged ?? false,
      facts: found
        ? {
            q: known(found.q),
            fisher: known(found.fisher),
            cauchy: known(found.cauchy),
            units: found.units,
            // Pictures are large, and stand in the signals.
            readings: found.readings.map(({ picture: _, ...reading }) => reading),
            externals: found.externals,
          }
        : {},
    }
  }
}

/** A number that does not exist is null. */
function known(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null
}
