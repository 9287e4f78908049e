import { html, type Markup } from '../../../documents/html/html.ts'
import type { Screening } from '../types.ts'
import type { Wording } from './wording.ts'

/** How text cells and lower-case classes are spelt concerns nobody but a programmer: last in the table. */
const QUIET = new Set(['number-as-text', 'class-spelling'])

/** Every kind of dirt over all files: how often, what was done, examples folded. */
export function dirtSection({ files }: Screening, words: Wording): Markup {
  const { say, number } = words
  const kinds = Map.groupBy(
    files.flatMap(({ file, dirt }) => dirt.map(one => ({ ...one, file }))),
    ({ kind }) => kind,
  )
  const rows = [...kinds]
    .map(([kind, found]) => ({ kind, found, count: found.reduce((sum, one) => sum + one.count, 0) }))
    .sort((a, b) => Number(QUIET.has(a.kind)) - Number(QUIET.has(b.kind)) || b.count - a.count)
  const example = (file: string) => (one: (typeof rows)[0]['found'][0]['examples'][0]) =>
    html`<li>${say('report.dirt.example', { file, ...one, row: String(one.row) })}</li>`
  return html`<section id="dirt"><h2>${say('report.dirt.title')}</h2>
${
  rows.length === 0
    ? html`<p>${say('report.dirt.none')}</p>`
    : html`<p>${say('report.dirt.explained')}</p>
<div class="scroll"><table><thead><tr><th scope="col">${say('report.dirt.kind')}</th><th scope="col" class="number">${say('report.dirt.count')}</th><th scope="col">${say('report.dirt.done')}</th><th scope="col">${say('report.dirt.examples')}</th></tr></thead>
<tbody>${rows.map(
        ({ kind, found, count }) =>
          html`<tr><th scope="row">${say(`dirt.${kind}`)}</th><td class="number">${number(count, 0)}</td><td>${say(`dirt.${kind}.done`)}</td><td>${
            found.some(({ examples }) => examples.length > 0) &&
            html`<details><summary>${say('report.dirt.examples')}</summary><ul>${found.flatMap(({ file, examples }) => examples.slice(0, 2).map(example(file)))}</ul></details>`
          }</td></tr>`,
      )}</tbody></table></div>`
}</section>`
}
