import { officialMethods } from '@objektiv/forensics'
import type { ChannelReading, DetectedSchool } from '../detection/types.ts'
import { markerFigure } from '../figures/marker-figure.ts'
import { readingFigure } from '../figures/reading-figure.ts'
import type { ScreenedMarker, ScreenedSchool, Screening } from '../types.ts'
import type { FindingData, MarkerFinding, ReadingFinding } from './finding-data.ts'

/** What asks for an explanation from one school: a marked set of the method of 2019, or our own degree over all sets. */
export interface FoundSign {
  readonly source: 'official' | 'own'
  /** Login as in Screening.schools. */
  readonly school: string
  /** Index in Screening.sets; of our own the set of the oddest reading, of a cohort the later one. */
  readonly position: number
  /** Markers or channels, the strongest first. */
  readonly channels: readonly string[]
  /** Works behind the strongest of them. */
  readonly n: number
  readonly degree: number | null
  /** How probable it is that a school with this degree is honest. */
  readonly fdr: number | null
  /** In the order of `channels`. */
  readonly findings: readonly FindingData[]
}

/**
 * Every sign of a run: one per school × set marked by the method of 2019, one per school flagged by the degree. The two
 * never merge. In the order of sets and schools of the run.
 */
export function signsOf(screening: Screening): FoundSign[] {
  return [...officialSigns(screening), ...ownSigns(screening)]
}

/** Order in which the method of 2019 lists its signs. */
const RANK = new Map<string, number>(officialMethods.map(({ id }, index) => [id, index]))

function officialSigns(screening: Screening): FoundSign[] {
  const schools = new Map(screening.schools.map(school => [school.school, school]))
  const marked = screening.markers.filter(one => one.marked && RANK.has(one.marker))
  const groups = Map.groupBy(marked, ({ at, school }) => `${at[at.length - 1]} ${school}`)
  const compared = Map.groupBy(
    screening.markers.filter(({ value }) => value !== null),
    comparisonOf,
  )
  return [...groups.values()].map(found => {
    const markers = found.toSorted((a, b) => RANK.get(a.marker)! - RANK.get(b.marker)!)
    const [{ school, at, n }] = markers
    return {
      source: 'official',
      school,
      position: at[at.length - 1],
      channels: markers.map(({ marker }) => marker),
      n,
      degree: null,
      fdr: null,
      findings: markers.map(marker => {
        const others = compared.get(comparisonOf(marker))?.length ?? 0
        return markerFinding(marker, schools.get(school)!, others, screening)
      }),
    }
  })
}

/** Markers of one kind in the same sets are held against one another. */
function comparisonOf({ marker, at }: ScreenedMarker): string {
  return `${marker} ${at}`
}

function markerFinding(
  marker: ScreenedMarker,
  school: ScreenedSchool,
  schools: number,
  screening: Screening,
): MarkerFinding {
  const { version, sets, n, value, lower, upper, reference, marked, p, q, official, notes, at } = marker
  const numbers = { n, value, lower, upper, reference, marked, p, q }
  const { works } = screening.sets[at[at.length - 1]]
  // The journal's table is in the figure already.
  const { table: _, ...details } = marker.details
  return {
    kind: 'marker',
    marker: marker.marker,
    ...{ version, sets, ...numbers, official, notes, details },
    region: { works, schools },
    schoolKind: school.kind,
    figure: markerFigure(marker, school, screening),
  }
}

function ownSigns(screening: Screening): FoundSign[] {
  const { detection, schools } = screening
  if (!detection) return []
  const distributions = new Map(schools.map(school => [school.school, school.distributions]))
  return detection.schools
    .filter(({ flagged }) => flagged)
    .map(school => {
      const strongest = strongestReadings(school)
      const wrote = distributions.get(school.school)?.keys().next().value ?? 0
      return {
        source: 'own',
        school: school.school,
        position: strongest[0]?.set ?? wrote,
        channels: strongest.map(({ channel }) => channel),
        n: strongest[0]?.n ?? 0,
        degree: Number.isFinite(school.degree) ? school.degree : null,
        fdr: Number.isFinite(school.fdr) ? school.fdr : null,
        findings: strongest.map(reading => readingFinding(reading, school, screening)),
      }
    })
}

/** The oddest reading of each channel; readings come oddest first, those beside the degree last. */
export function strongestReadings({ readings }: DetectedSchool): ChannelReading[] {
  return [...Map.groupBy(readings, ({ channel }) => channel).values()].map(([first]) => first)
}

function readingFinding(
  reading: ChannelReading,
  { kind }: DetectedSchool,
  screening: Screening,
): ReadingFinding {
  const { channel, n, z, p, late } = reading
  const { subject, grade, year, version } = screening.sets[reading.set]
  const noise = screening.detection?.noise.find(
    one => one.set === reading.set && one.channel === channel && one.source !== 'model',
  )
  return {
    kind: 'reading',
    channel,
    set: { subject, grade, year, version },
    class: reading.class,
    ...{ n, z, p, late },
    groups: noise?.groups ?? null,
    schoolKind: kind,
    figure: readingFigure(reading, screening),
  }
}
