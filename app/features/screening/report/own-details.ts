import type { BunchingBoundary, JournalComparison } from '@objektiv/forensics'
import { drawSmallProfile } from '../../../documents/charts/small-profile.ts'
import { html, type Markup } from '../../../documents/html/html.ts'
import type { ScreenedMarker, ScreenedSchool, Screening } from '../types.ts'
import { isSameSet } from './marker-figure.ts'
import { figure } from './set-figures.ts'
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
  return profileFigure(marker, school, screening, id, words)
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

function profileFigure(
  marker: ScreenedMarker,
  school: ScreenedSchool,
  { sets }: Screening,
  id: string,
  { say, locale }: Wording,
): Markup | null {
  const index = sets.findIndex(set => set.version === marker.version && isSameSet(set, marker.sets[0]))
  const tasks = school.profiles.get(index)
  if (!tasks || marker.p === null || marker.p >= WORTH_DRAWING) return null
  const title = say('report.figure.profile-title')
  const description = say('report.figure.profile-description', { n: marker.n })
  const svg = drawSmallProfile({
    id,
    title,
    description,
    locale,
    tasks: tasks.map(({ task, difference, lower, upper }) => ({
      name: sets[index].tasks[task].name,
      difference,
      lower,
      upper,
    })),
    words: { x: say('report.figure.profile-x') },
  })
  return figure(svg, title, description)
}
