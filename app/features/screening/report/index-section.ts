import { html, type Markup } from '../../../documents/html/html.ts'
import type { Screening, TerritoryIndex } from '../types.ts'
import type { Wording } from './wording.ts'

/** Stage 3 of the 2019 method: the region, and its municipalities folded below in the order of their names. */
export function indexSection({ index }: Screening, words: Wording): Markup {
  const { say } = words
  const regions = index.filter(({ level }) => level === 'region')
  const others = index.filter(({ level }) => level === 'municipality')
  const signs = regions
    .map(({ year, signs }) => say('report.index.signs-of-year', { year: String(year), signs }))
    .join(', ')
  return html`<section id="index"><h2>${say('report.index.title')}</h2>
<p>${say('report.index.explained', { signs })}</p>
${indexTable(regions, words)}
${
  others.length > 0 &&
  html`<details><summary>${say('report.index.municipalities', { count: new Set(others.map(({ unit }) => unit)).size })}</summary>${indexTable(others, words)}</details>`
}</section>`
}

function indexTable(rows: readonly TerritoryIndex[], { say, number }: Wording): Markup {
  const head = ['unit', 'year', 'schools', 'marked', 'index']
  return html`<div class="scroll"><table><thead><tr>${head.map(
    (name, i) => html`<th scope="col"${i > 0 && html` class="number"`}>${say(`report.index.${name}`)}</th>`,
  )}</tr></thead><tbody>${rows.map(
    row =>
      html`<tr><th scope="row">${row.unit}</th><td class="number">${String(row.year)}</td><td class="number">${number(row.schools, 0)}</td><td class="number">${number(row.marked, 0)}</td><td class="number">${row.index === null ? say('report.index.none') : number(row.index, 1)}</td></tr>`,
  )}</tbody></table></div>`
}
