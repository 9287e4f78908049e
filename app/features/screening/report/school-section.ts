import type { MarkerId, Message, SchoolFinding } from '@objektiv/forensics'
import { html, type Markup } from '../../../documents/html/html.ts'
import { formatNumber } from '../../../messages/numbers.ts'
import type { ScreenedMarker, ScreenedSchool, Screening } from '../types.ts'
import { markerFigure } from './marker-figure.ts'
import { methodsById } from './methods.ts'
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
    school.registered ? null : say('report.school.unregistered'),
  ].filter(part => part !== null)
  const marked = markers.filter(one => one.marked)
  const own = markers.filter(one => one.marked === null && one.value !== null)
  return html`<section class="school" id="${anchor}"><h3>${schoolName(school)}</h3><p class="muted">${about.join(' · ')}</p>
${marked.map((one, i) => markedFinding(one, school, screening, `${anchor}-${i}`, words))}
${own.length > 0 && html`<details><summary>${say('report.school.own-title')} (${own.length})</summary><ul class="note">${own.map(one => ownFinding(one, words))}</ul></details>`}
</section>`
}

function markedFinding(
  marker: ScreenedMarker,
  school: ScreenedSchool,
  screening: Screening,
  id: string,
  words: Wording,
): Markup {
  const { say } = words
  const method = methodsById.get(marker.marker)!
  const innocent = method.innocent.filter(cause => fits(cause, marker, school))
  const list = (title: string, messages: readonly Message[]) =>
    html`<h4>${say(title)}</h4><ul class="note">${messages.map(one => html`<li>${words.message(one)}</li>`)}</ul>`
  return html`<div class="finding"><div>
<h4>${heading(marker, words)} <span class="ask">${say('report.table.sign')}</span></h4>
<p class="sentence">${words.message(method.explain(asFinding(marker)))}</p>
<p class="note">${numbersOf(marker, words)}${!marker.official && ` ${say('report.marker.outside')}`}</p>
${marker.notes.length > 0 && html`<p class="note">${marker.notes.map(note => words.message(note)).join(' ')}</p>`}
${list('report.marker.innocent', innocent)}
</div><div>${markerFigure(marker, school, screening, id, words)}</div>
<div>${list('report.marker.confirm', method.confirm)}</div><div>${list('report.marker.refute', method.refute)}</div></div>`
}

function ownFinding(marker: ScreenedMarker, words: Wording): Markup {
  const method = methodsById.get(marker.marker)!
  const p = words.say('report.marker.p', { p: words.number(marker.p, 3), q: words.number(marker.q, 3) })
  return html`<li><b>${heading(marker, words)}.</b> ${words.message(method.explain(asFinding(marker)))} ${marker.p !== null && p}</li>`
}

function heading({ marker, sets, version }: ScreenedMarker, words: Wording): string {
  const title = words.message(methodsById.get(marker)!.title)
  return words.say('report.marker.in-set', {
    title,
    set: sets.map(set => words.setName({ ...set, version })).join(' → '),
  })
}

/** Causes that cannot fit are left out: a village school is no gymnasium, a school of eighty no small class. */
function fits({ id }: Message, { n }: ScreenedMarker, { kind }: ScreenedSchool): boolean {
  if (id === 'innocent.gymnasium') return kind === null || /гимназ|лице|углубл/i.test(kind)
  if (id === 'innocent.small-class') return n < SMALL_CLASS
  return true
}

/** Below this many works a few pupils move the whole result. */
const SMALL_CLASS = 15

const DIGITS: Readonly<Record<MarkerId, number>> = {
  'high-mean': 2,
  'journal-mismatch': 3,
  'cohort-rise': 2,
  'cohort-fall': 2,
  'boundary-bunching': 3,
  'task-inversion': 3,
  'journal-gap': 3,
}

function numbersOf(
  { marker, n, value, lower, upper, reference }: ScreenedMarker,
  { say, locale }: Wording,
): string {
  const text = (one: number | null) => (one === null ? '—' : formatNumber(locale, one, DIGITS[marker]))
  const kind = marker.startsWith('cohort') ? 'fences' : 'interval'
  const interval =
    lower === null ? '' : say(`report.marker.${kind}`, { lower: text(lower), upper: text(upper) })
  return say('report.marker.numbers', { n, value: text(value), interval, reference: text(reference) })
}

/** The finding as the method's sentence wants it; the school's number plays no part in a sentence. */
function asFinding(marker: ScreenedMarker): SchoolFinding {
  const { n, value, lower, upper, reference, marked, p, q, notes, details } = marker
  return { school: 0, n, value, lower, upper, reference, marked, p, q, notes, details }
}
