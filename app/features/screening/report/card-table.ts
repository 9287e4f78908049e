import { html, type Markup } from '../../../documents/html/html.ts'

export interface CardColumn {
  readonly title: string
  readonly number?: boolean
}

type Cell = string | Markup | null

/**
 * A table that becomes a card a row on a phone, in the same order: the first column heads the card, the others stand
 * under it with their titles. `number` columns are set right and kept on one line.
 */
export function cardTable(columns: readonly CardColumn[], rows: readonly (readonly Cell[])[]): Markup {
  const [, ...others] = columns
  const style = ({ number }: CardColumn) => number && html` class="number"`
  return html`<div class="scroll"><table class="cards"><thead><tr>${columns.map(
    column => html`<th scope="col"${style(column)}>${column.title}</th>`,
  )}</tr></thead>
<tbody>${rows.map(
    ([name, ...cells]) =>
      html`<tr><th scope="row">${name}</th>${cells.map(
        (cell, i) => html`<td${style(others[i])} data-title="${others[i].title}">${cell}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`
}
