import { html, type Markup } from '../../../documents/html/html.ts'
import { parameterText } from '../outputs/words.ts'
import type { Screening } from '../types.ts'
import type { Wording } from './wording.ts'

/** Run parameters first: with them and the same files anyone gets the same numbers. */
export function runSection({ run, files, notes }: Screening, words: Wording): Markup {
  const { say } = words
  const facts = [
    [say('report.run.method'), say(`report.run.${run.method}`)],
    [say('report.run.version'), run.version],
    [
      say('report.run.createdAt'),
      `${new Date(run.createdAt).toLocaleString(words.locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`,
    ],
    [say('report.run.dataHash'), run.dataHash],
  ]
  return html`<section class="card" id="run">
<h2 style="margin-top:0">${say('report.run.title')}</h2>
<dl class="facts">${facts.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
<details open><summary>${say('report.run.parameters')}</summary>
<dl class="facts">${Object.entries(run.parameters).map(
    ([name, value]) =>
      html`<dt>${say(`report.parameter.${name}`)}</dt><dd>${parameterText(words.locale, name, value)}</dd>`,
  )}</dl></details>
<details><summary>${say('report.run.files')} (${files.length})</summary>
<ul class="note">${files.map(({ file, rows, works }) => html`<li>${say('report.run.file', { file, rows, works })}</li>`)}</ul></details>
${notes.length > 0 && html`<h4>${say('report.run.notes')}</h4><ul>${notes.map(note => html`<li>${words.message(note)}</li>`)}</ul>`}
</section>`
}
