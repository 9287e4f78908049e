import { drawCohortStrip } from '../../../documents/charts/cohort-strip.ts'
import { drawJournalCrosstab } from '../../../documents/charts/journal-crosstab.ts'
import { drawSmallDistribution } from '../../../documents/charts/small-distribution.ts'
import type { Markup } from '../../../documents/html/html.ts'
import type { ScreenedMarker, ScreenedSchool, ScreenedSet, Screening } from '../types.ts'
import { figure } from './set-figures.ts'
import type { Wording } from './wording.ts'

/** The picture that belongs to a marked marker; null where there is nothing to draw. */
export function markerFigure(
  marker: ScreenedMarker,
  school: ScreenedSchool,
  { sets, markers }: Screening,
  id: string,
  words: Wording,
): Markup | null {
  if (marker.marker.startsWith('cohort')) return cohortFigure(marker, markers, id, words)
  if (marker.marker === 'journal-mismatch') return crosstabFigure(marker, id, words)
  const index = sets.findIndex(set => set.version === marker.version && isSameSet(set, marker.sets[0]))
  const scores = school.distributions.get(index)
  return scores ? schoolFigure(sets[index], scores, marker, id, words) : null
}

export function isSameSet(a: ScreenedMarker['sets'][0], b: ScreenedMarker['sets'][0]): boolean {
  return a.year === b.year && a.grade === b.grade && a.subject === b.subject
}

function schoolFigure(
  set: ScreenedSet,
  school: Uint32Array,
  { n, value }: ScreenedMarker,
  id: string,
  { say, locale }: Wording,
): Markup {
  const title = say('report.figure.school-title', { school: value!, region: set.mean! })
  const description = say(
    set.boundaries ? 'report.figure.school-description' : 'report.figure.school-description-no-scale',
    { n },
  )
  const svg = drawSmallDistribution({
    id,
    title,
    description,
    locale,
    reference: set.distribution,
    school,
    boundaries: set.boundaries,
    words: { x: say('report.distribution.x') },
  })
  return figure(svg, title, description)
}

function crosstabFigure({ n, details }: ScreenedMarker, id: string, { say, locale }: Wording): Markup | null {
  const { table } = details as { table?: number[][] }
  if (!table) return null
  const title = say('report.figure.crosstab-title')
  const description = say('report.figure.crosstab-description', { n })
  const words = { x: say('report.distribution.x'), y: say('report.figure.crosstab-y') }
  return figure(drawJournalCrosstab({ id, title, description, locale, table, words }), title, description)
}

function cohortFigure(
  marker: ScreenedMarker,
  markers: readonly ScreenedMarker[],
  id: string,
  { say, locale }: Wording,
): Markup | null {
  const { value, lower, upper } = marker
  if (value === null || lower === null || upper === null) return null
  const [before, after] = marker.sets
  const ratios = markers
    .filter(
      one => one.marker === marker.marker && isSameSet(one.sets[0], before) && isSameSet(one.sets[1], after),
    )
    .flatMap(one => (one.value === null ? [] : [one.value]))
  const title = say('report.figure.cohort-title')
  const description = say('report.figure.cohort-description', { lower, upper })
  const svg = drawCohortStrip({
    id,
    title,
    description,
    locale,
    ratios,
    own: value,
    fences: [lower, upper],
    words: {
      x: say('report.figure.cohort-x'),
      lower: say('report.figure.cohort-rise'),
      upper: say('report.figure.cohort-fall'),
    },
  })
  return figure(svg, title, description)
}
