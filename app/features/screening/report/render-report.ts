import { html, type Markup } from '../../../documents/html/html.ts'
import { renderPage } from '../../../documents/html/page.ts'
import type { Locale } from '../../../messages/format.ts'
import { REPLY_DAY, type ReplyOf } from '../outputs/reply-slots.ts'
import type { ScreenedMarker, ScreenedSchool, Screening } from '../types.ts'
import { cohortSections } from './cohort-section.ts'
import { definitionsSection } from './definitions-section.ts'
import { detectionSection } from './detection-section.ts'
import { dirtSection } from './dirt-section.ts'
import { indexSection } from './index-section.ts'
import { runSection } from './run-section.ts'
import { schoolSection } from './school-section.ts'
import { byPlace } from './school-table.ts'
import { setSection } from './set-section.ts'
import { anchorOf, schoolName, type Wording, wordingOf } from './wording.ts'

/**
 * The report of a screening as one self-contained page: how it was made, the territory, the files' dirt, each set,
 * each marked school, definitions. The same screening gives the same bytes.
 */
export function renderReport(screening: Screening, locale: Locale, replyOf?: ReplyOf): string {
  const words = wordingOf(locale, replyOf)
  const { region, sets, markers, schools } = screening
  const bySchool = Map.groupBy(markers, ({ school }) => school)
  const asked = schools.filter(school => school.markers.length > 0).sort(byPlace)
  const official = schoolsWithSign(markers)
  const title = words.say('report.title', { region })
  const body = html`<header><h1>${title}</h1><p class="lead">${lead(screening, words)}</p></header>
${runSection(screening, words)}
<div class="card preface"><p>${words.say('report.preface.sign')}</p><p>${words.say('report.preface.limits')}</p><p style="margin:0">${replyOf ? words.say('report.preface.replies', { day: REPLY_DAY }) : words.say('report.preface.no-replies')}</p></div>
${contents(screening, asked, words)}
${indexSection(screening, words)}
${dirtSection(screening, words)}
${sets.map((set, i) => setSection(set, markersOfSet(markers, i), i + 1, words))}
${cohortSections(markers, words)}
${detectionSection(screening, words)}
<section id="schools"><h2>${words.say('report.schools.title')}</h2>
<p>${asked.length > 0 ? words.say('report.schools.lead', { outside: asked.length - official.size }) : words.say('report.schools.none')}</p>
${asked.map(school => schoolSection(school, bySchool.get(school.school) ?? [], screening, words))}
</section>
${definitionsSection(words)}`
  return renderPage({ locale, title, body })
}

function markersOfSet(markers: readonly ScreenedMarker[], set: number): ScreenedMarker[] {
  return markers.filter(({ at }) => at.length === 1 && at[0] === set)
}

function lead({ sets, schools, markers }: Screening, { say }: Wording): string {
  return say('report.lead', {
    works: sets.reduce((sum, { works }) => sum + works, 0),
    schools: schools.length,
    sets: sets.length,
    marked: schoolsWithSign(markers).size,
  })
}

/** Schools with at least one of the 14 signs, which alone feed the index. */
function schoolsWithSign(markers: readonly ScreenedMarker[]): Set<string> {
  return new Set(markers.filter(({ marked, official }) => marked && official).map(({ school }) => school))
}

function contents(screening: Screening, asked: readonly ScreenedSchool[], words: Wording): Markup {
  const { say } = words
  const { sets } = screening
  const links = [
    ['index', say('report.index.title')],
    ['dirt', say('report.dirt.title')],
    ...sets.map((set, i) => [`set-${i + 1}`, words.setName(set)]),
    ...(screening.detection ? [['detection', say('detection.title')]] : []),
    ['schools', `${say('report.schools.title')} (${asked.length})`],
    ['definitions', say('report.definitions.title')],
  ]
  return html`<nav aria-label="${say('report.contents')}"><h2>${say('report.contents')}</h2>
<ol>${links.map(([anchor, text]) => html`<li><a href="#${anchor}">${text}</a></li>`)}</ol>
${
  asked.length > 0 &&
  html`<details><summary>${say('report.schools.title')} (${asked.length})</summary><ol>${asked.map(
    school =>
      html`<li><a href="#${anchorOf(school.school)}">${schoolName(school)}</a>${school.municipality && html`, ${school.municipality}`}</li>`,
  )}</ol></details>`
}</nav>`
}
