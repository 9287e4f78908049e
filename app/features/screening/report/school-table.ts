import type { MarkerId } from '@objektiv/forensics'
import { html, type Markup } from '../../../documents/html/html.ts'
import type { ScreenedMarker } from '../types.ts'
import { anchorOf, schoolName, type Wording } from './wording.ts'

/** The markers of one school in one set. */
type Row = ReadonlyMap<MarkerId, ScreenedMarker>

const HEAD = ['school', 'municipality', 'n', 'mean', 'rank', 'bunching', 'gap', 'inversion'] as const

/** One line a school: the 2019 method on the left, descriptive values on the right; marked schools first. */
export function schoolTable(markers: readonly ScreenedMarker[], words: Wording): Markup {
  const rows = [...Map.groupBy(markers, ({ school }) => school).values()]
    .map((found): Row => new Map(found.map(one => [one.marker, one])))
    .sort((a, b) => byPlace(first(a), first(b)))
  const marked = rows.filter(row => [...row.values()].some(one => one.marked))
  const others = rows.filter(row => !marked.includes(row))
  const { say } = words
  return html`<h4>${say('report.table.title')}</h4><p class="note">${say('report.table.caption')}</p>
${marked.length > 0 ? html`<p>${say('report.table.marked')}:</p>${table(marked, words)}` : html`<p>${say('report.table.none')}</p>`}
${others.length > 0 && html`<details><summary>${say('report.table.others', { count: others.length })}</summary>${table(others, words)}</details>`}`
}

/** By municipality and name: never by the size of a sign. */
export function byPlace(a: Pick<ScreenedMarker, 'municipality' | 'name' | 'school'>, b: typeof a): number {
  return (
    COLLATOR.compare(a.municipality ?? '', b.municipality ?? '') ||
    COLLATOR.compare(schoolName(a), schoolName(b)) ||
    COLLATOR.compare(a.school, b.school)
  )
}

const COLLATOR = new Intl.Collator('ru', { numeric: true })

function first(row: Row): ScreenedMarker {
  return row.values().next().value!
}

function table(rows: readonly Row[], words: Wording): Markup {
  return html`<div class="scroll"><table><thead><tr>${HEAD.map(
    (name, i) =>
      html`<th scope="col"${i > 1 && html` class="${name === 'bunching' ? 'number group' : 'number'}"`}>${words.say(`report.table.${name}`)}</th>`,
  )}</tr></thead><tbody>${rows.map(row => tableRow(row, words))}</tbody></table></div>`
}

function tableRow(row: Row, words: Wording): Markup {
  const { number } = words
  const one = first(row)
  const name = schoolName(one)
  const isMarked = [...row.values()].some(({ marked }) => marked)
  const mean = row.get('high-mean')
  const rank = row.get('journal-mismatch')
  const share = (marker: ScreenedMarker | undefined) =>
    marker?.value == null
      ? '—'
      : `${number(marker.value * 100, 0)} / ${number(marker.reference === null ? null : marker.reference * 100, 0)} % (${marker.n})`
  const slope = row.get('task-inversion')
  return html`<tr><th scope="row">${isMarked ? html`<a href="#${anchorOf(one.school)}">${name}</a>` : name}</th><td>${one.municipality ?? '—'}</td><td class="number">${number(mean?.n ?? null, 0)}</td><td class="number wrap">${mean && html`${number(mean.value, 2)}${mean.lower !== null && ` (${number(mean.lower, 2)}–${number(mean.upper, 2)})`}${sign(mean, words)}`}</td><td class="number">${rank ? html`${number(rank.value, 2)} (${number(rank.n, 0)})${sign(rank, words)}` : '—'}</td><td class="number group">${share(row.get('boundary-bunching'))}</td><td class="number">${share(row.get('journal-gap'))}</td><td class="number">${number(slope?.value ?? null, 3)}</td></tr>`
}

function sign({ marked, school, at }: ScreenedMarker, { say, replyOf }: Wording): Markup | null {
  if (!marked) return null
  const reply = replyOf && html`<br><span class="quiet">${replyOf(school, at[at.length - 1])}</span>`
  return html` <span class="ask">${say('report.table.sign')}</span>${reply}`
}
