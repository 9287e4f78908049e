import { sayDate } from '../../messages/dates.ts'
import { say } from '../../messages/format.ts'
import { html, type Markup, trusted } from '../html/html.ts'
import { renderPage } from '../html/page.ts'
import { cellText } from './cell-text.ts'
import { type Laid, layOutBlocks } from './lay-out-blocks.ts'
import type { Block, Cell, Column, Figure, Report, Section, Table } from './report.ts'

/** The report as a page of one file that fetches nothing and runs nothing. */
export function renderReportHtml(report: Report): string {
  const { locale, kind, title, lead, date, sections } = report
  return renderPage({
    locale,
    title: `${kind}. ${title}`,
    body: html`<article class="report"><p class="muted">${kind} · ${sayDate(locale, date)}</p>
<h1>${title}</h1><p class="lead">${lead}</p>
${sections.map(section => renderSection(report, section))}</article>`,
  })
}

function renderSection(report: Report, { id, title, blocks }: Section): Markup {
  return html`<section id="${id}"><h2>${title}</h2>
${layOutBlocks(blocks).map(laid => renderLaid(report, laid))}</section>
`
}

function renderLaid(report: Report, laid: Laid<Block>): Markup {
  switch (laid.kind) {
    case 'heading':
      return html`<h3>${laid.text}</h3>`
    case 'sentence':
      return html`<p class="tone-${laid.tone}">${laid.text}</p>`
    case 'facts':
      return html`<dl class="facts">${laid.rows.map(
        ({ label, value }) => html`<dt>${label}</dt><dd>${cellText(report.locale, value)}</dd>`,
      )}</dl>`
    case 'tables':
      return laid.tables.length === 1
        ? renderTable(report, laid.tables[0])
        : renderTables(report, laid.tables[0], laid.tables)
    case 'figures':
      return html`<div class="figures">${laid.figures.map(figure => renderFigure(report, figure))}</div>`
  }
}

function renderFigure(report: Report, { heading, title, description, svg, note, data }: Figure): Markup {
  return html`<div>${heading === undefined ? '' : html`<h3>${heading}</h3>`}<figure><figcaption><b>${title}</b></figcaption><div class="scroll">${trusted(svg)}</div>
<p class="note">${description}</p>${note === undefined ? '' : html`<p class="note">${note}</p>`}<details><summary>${say(report.locale, 'document.data')}</summary>${renderTable(report, data)}</details></figure></div>`
}

function renderTable(report: Report, table: Pick<Table, 'caption' | 'columns' | 'rows'>) {
  const { caption, columns, rows } = table
  return html`<div class="scroll"><table><caption>${caption}</caption>
${renderHead(columns)}
<tbody>${renderRows(report, { columns, rows })}</tbody></table></div>`
}

/** Tables under one head, each with its name above its rows. */
function renderTables(report: Report, { columns }: Pick<Table, 'columns'>, tables: readonly Table[]): Markup {
  return html`<div class="scroll"><table>
${renderHead(columns)}
${tables.map(
  ({ caption, rows }) => html`<tbody><tr><th scope="rowgroup" colspan="${columns.length}">${caption}</th></tr>
${renderRows(report, { columns, rows })}</tbody>
`,
)}</table></div>`
}

function renderHead(columns: readonly Column[]): Markup {
  return html`<thead><tr>${columns.map(column => html`<th scope="col"${numeric(column)}>${column.title}</th>`)}</tr></thead>`
}

function renderRows(report: Report, { columns, rows }: Pick<Table, 'columns' | 'rows'>): Markup[] {
  return rows.map(
    row => html`<tr>${row.map((cell, i) => renderCell(report, columns[i], cell, i))}</tr>
`,
  )
}

function renderCell({ locale }: Report, column: Column, cell: Cell, index: number): Markup {
  const words = cellText(locale, cell)
  // The first column says what the row speaks of.
  return index === 0 && column.align === 'left'
    ? html`<th scope="row">${words}</th>`
    : html`<td${numeric(column)}>${words}</td>`
}

function numeric({ align }: Column): Markup | false {
  return align === 'right' && html` class="number"`
}
