import type { JournalComparison, MarkerId } from '@objektiv/forensics'
import type { SchoolSetRow, StoredMarker } from '../screening/index.ts'

/** The marker of a school in a set; for a cohort the set is its later one. */
export function markerOf({ markers }: Pick<SchoolSetRow, 'markers'>, id: MarkerId): StoredMarker | null {
  return markers.find(({ marker }) => marker === id) ?? null
}

/** Marks of the works against marks of the journal; null without a scale or a journal. */
export function journalOf(row: Pick<SchoolSetRow, 'markers'>): JournalComparison | null {
  const found = markerOf(row, 'journal-gap')
  return found && (found.details as unknown as JournalComparison)
}

/** Mean shares of the maximum of one cohort in two years. */
export interface CohortDetails {
  readonly before: number
  readonly after: number
  readonly worksBefore: number
  readonly worksAfter: number
}

export function cohortOf(
  row: Pick<SchoolSetRow, 'markers'>,
): (StoredMarker & { readonly cohort: CohortDetails }) | null {
  const found = markerOf(row, 'cohort-rise')
  return found && { ...found, cohort: found.details as unknown as CohortDetails }
}
