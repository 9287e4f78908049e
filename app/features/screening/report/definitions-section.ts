import { html, type Markup } from '../../../documents/html/html.ts'
import { defined } from '../findings/methods.ts'
import type { Wording } from './wording.ts'

/** «Как это посчитано»: formula in words and source of every method and measure in the report. */
export function definitionsSection(words: Wording): Markup {
  const { say } = words
  return html`<section id="definitions"><h2>${say('report.definitions.title')}</h2>
<p>${say('report.definitions.p')}</p><p>${say('report.definitions.q')}</p>
${defined.map(
  ({ id, title, sources }) => html`<div id="how-${id}"><h4>${words.message(title)}</h4>
<p>${say(`report.definitions.how.${id}`)}</p>
<p class="note">${say('report.method.source')}: ${sources.map(source => words.message(source.title)).join(' ')}</p></div>`,
)}</section>`
}
