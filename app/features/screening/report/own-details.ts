import type { BunchingBoundary, JournalComparison } from '@objektiv/forensics'
import { html, type Markup } from '../../../documents/html/html.ts'
import { profileFigure } from '../figures/marker-figure.ts'
import type { ScreenedMarker, ScreenedSchool, Screening } from '../types.ts'
import { figure } from './figure.ts'
import type { Wording } from './wording.ts'

/** What stands behind a descriptive value: boundaries one by one, the journal's four numbers, the profile of tasks. */
export function ownDetails(
  marker: ScreenedMarker,
  school: ScreenedSchool,
  screening: Screening,
  id: string,
  words: Wording,
): Markup | null {
  if (marker.marker === 'boundary-bunching') return html`${boundariesText(marker, words)}`
  if (marker.marker === 'journal-gap')
    return html`${journalText(marker.details as unknown as JournalComparison, words)}`
  return profile(marker, school, screening, id, words)
}

type Boundary = BunchingBoundary & { readonly p: number | null }

function boundariesText({ details }: ScreenedMarker, { say, probability }: Wording): string {
  const { boundaries } = details as { boundaries: readonly Boundary[] }
  return boundaries
    .flatMap(({ mark, below, at, p, pNeutral }) =>
      p === null || pNeutral === null
        ? []
        : [
            say('report.own.boundary', {
              mark,
              below,
              at,
              p: probability(p),
              neutral: probability(pNeutral),
            }),
          ],
    )
    .join('; ')
}

function journalText(comparison: JournalComparison, { say, number, probability }: Wording): string {
  const { lowered, confirmed, raised, far, kappa, stuartMaxwell } = comparison
  const counts = say('report.own.journal', { lowered, confirmed, raised, far, kappa: number(kappa, 2) })
  return stuartMaxwell === null
    ? counts
    : `${counts}; ${say('report.own.margins', { p: probability(stuartMaxwell.p) })}`
}

/** Hundreds of pictures would drown the report: a profile is drawn where it leans to the hard tasks. */
const WORTH_DRAWING = 0.05

function profile(
  marker: ScreenedMarker,
  school: ScreenedSchool,
  { sets }: Screening,
  id: string,
  words: Wording,
): Markup | null {
  const [at] = marker.at
  const tasks = school.profiles.get(at)
  if (!tasks || marker.p === null || marker.p >= WORTH_DRAWING) return null
  return figure(profileFigure(sets[at], tasks, marker.n), id, words)
}
