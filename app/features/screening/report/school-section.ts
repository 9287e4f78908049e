import type { MarkerId, Message } from '@objektiv/forensics'
import { html, type Markup } from '../../../documents/html/html.ts'
import { markerFigure } from '../figures/marker-figure.ts'
import { causeFits } from '../findings/cause-fits.ts'
import { comparedSets, markerNumbers, markerSentence } from '../findings/marker-texts.ts'
import { methodsById } from '../findings/methods.ts'
import type { ScreenedMarker, ScreenedSchool, Screening } from '../types.ts'
import { figure } from './figure.ts'
import { ownDetails } from './own-details.ts'
import { anchorOf, schoolName, type Wording } from './wording.ts'

/** A marked school: each marked marker with sentence, numbers, picture and causes; descriptive values apart. */
export function schoolSection(
  school: ScreenedSchool,
  markers: readonly ScreenedMarker[],
  screening: Screening,
  words: Wording,
): Markup {
  const { say } = words
  const anchor = anchorOf(school.school)
  const about = [
    school.municipality,
    school.kind,
    school.locality,
    school.school,
    isUnregistered(markers) ? say('report.school.unregistered') : null,
  ].filter(part => part !== null)
  const marked = Map.groupBy(
    markers.filter(one => one.marked),
    ({ marker }) => marker,
  )
  const own = markers.filter(one => one.marked === null && one.value !== null)
  return html`<section class="school" id="${anchor}"><h3>${schoolName(school)}</h3><p class="muted">${about.join(' · ')}</p>
${[...marked].map(([marker, found]) => markedFindings(marker, found, school, screening, `${anchor}-${marker}`, words))}
${own.length > 0 && html`<details><summary>${say('report.school.own-title')} (${own.length})</summary>${ownTable(own, school, screening, anchor, words)}</details>`}
</section>`
}

/** The note stands only where a registry was given and does not know the school. */
function isUnregistered(markers: readonly ScreenedMarker[]): boolean {
  return markers.some(({ notes }) => notes.some(({ id }) => id === 'note.unregistered'))
}

/** A marker in every set it is marked in, each with its own numbers and picture; causes once for all of them. */
function markedFindings(
  id: MarkerId,
  found: readonly ScreenedMarker[],
  school: ScreenedSchool,
  screening: Screening,
  anchor: string,
  words: Wording,
): Markup {
  const method = methodsById.get(id)!
  const innocent = method.innocent.filter(cause =>
    found.some(({ n }) => causeFits(cause.id, { n, schoolKind: school.kind })),
  )
  const list = (title: string, messages: readonly Message[]) =>
    html`<div><h5>${words.say(title)}</h5><ul class="note">${messages.map(one => html`<li>${words.message(one)}</li>`)}</ul></div>`
  return html`<h4>${words.message(method.title)} <span class="ask">${words.say('report.table.sign')}</span></h4>
${found.map((marker, i) => findingOf(marker, school, screening, `${anchor}-${i}`, words))}
<div class="causes">${list('report.marker.innocent', innocent)}${list('report.marker.confirm', method.confirm)}${list('report.marker.refute', method.refute)}</div>`
}

function findingOf(
  marker: ScreenedMarker,
  school: ScreenedSchool,
  screening: Screening,
  id: string,
  words: Wording,
): Markup {
  return html`<div class="finding"><div class="picture">${figure(markerFigure(marker, school, screening), id, words)}</div><div>
<h5>${setsOf(marker, words)}</h5>
<p class="sentence">${markerSentence(words.locale, marker)}</p>
${replyTo(marker, words)}
<p class="note">${markerNumbers(words.locale, marker)}${!marker.official && ` ${words.say('report.marker.outside')}`}</p>
${marker.notes.length > 0 && html`<p class="note">${marker.notes.map(note => words.message(note)).join(' ')}</p>`}
</div></div>`
}

/** Beside the sign itself: neither is read without the other. */
function replyTo({ school, at }: ScreenedMarker, { say, replyOf }: Wording): Markup | null {
  return replyOf && html`<p>${say('report.reply', { reply: replyOf(school, at[at.length - 1]) })}</p>`
}

function ownTable(
  own: readonly ScreenedMarker[],
  school: ScreenedSchool,
  screening: Screening,
  anchor: string,
  words: Wording,
): Markup {
  const { say, number, probability } = words
  const cell = (text: string) => html`<td class="number">${text}</td>`
  const head = ['sets', 'value', 'interval', 'reference'].map(
    (name, i) => html`<th scope="col"${i > 0 && html` class="number"`}>${say(`report.own.${name}`)}</th>`,
  )
  const rows = [...Map.groupBy(own, ({ marker }) => marker)].map(
    ([id, found]) =>
      html`<tr><th colspan="7" scope="rowgroup"><a href="#how-${id}">${words.message(methodsById.get(id)!.title)}</a></th></tr>${found.map(
        (one, i) => {
          const details = ownDetails(one, school, screening, `${anchor}-${id}-${i}`, words)
          return html`<tr><td>${setsOf(one, words)}</td>${cell(number(one.value, 3))}${cell(`${number(one.lower, 3)} … ${number(one.upper, 3)}`)}${cell(number(one.reference, 3))}${cell(number(one.n, 0))}${cell(probability(one.p))}${cell(probability(one.q))}</tr>${details && html`<tr><td colspan="7" class="note">${details}</td></tr>`}`
        },
      )}`,
  )
  return html`<div class="scroll"><table><thead><tr>${head}<th scope="col" class="number">n</th><th scope="col" class="number">p</th><th scope="col" class="number">q</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

function setsOf({ sets, version }: ScreenedMarker, { locale }: Wording): string {
  return comparedSets(locale, sets, version)
}
