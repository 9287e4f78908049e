import { html, type Markup } from '../../../documents/html/html.ts'
import type { ScreenedMarker } from '../types.ts'
import type { Wording } from './wording.ts'

/** Pairs of sets that follow the same pupils: one line each, marked schools have sections of their own. */
export function cohortSections(markers: readonly ScreenedMarker[], words: Wording): Markup[] {
  const pairs = Map.groupBy(
    markers.filter(({ sets }) => sets.length === 2),
    ({ version, sets: [before, after] }) => `${before.subject} ${version} ${before.year} ${after.grade}`,
  )
  return [...pairs.values()].map(found => cohortSection(found, words))
}

function cohortSection(markers: readonly ScreenedMarker[], { say }: Wording): Markup {
  const [before, after] = markers[0].sets
  const { lower, upper } = markers[0]
  const place = ({ grade, year }: typeof before) =>
    say('report.cohort.grade-year', { grade, year: String(year) })
  const title = say('report.cohort.title', {
    subject: before.subject,
    before: place(before),
    after: place(after),
  })
  const params = {
    schools: new Set(markers.map(({ school }) => school)).size,
    lower: lower ?? 0,
    upper: upper ?? 0,
    marked: new Set(markers.filter(({ marked }) => marked).map(({ school }) => school)).size,
  }
  return html`<section><h3>${title}</h3><p>${say('report.cohort.lead', params)}</p></section>`
}
