import { sayDate } from '../../messages/dates.ts'
import { say } from '../../messages/format.ts'
import { html, type Markup, trusted } from '../html/html.ts'
import { renderPage } from '../html/page.ts'
import { cellText } from './cell-text.ts'
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
${blocks.map(block => renderBlock(report, block))}</section>
`
}

function renderBlock(report: Report, block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3>`
    case 'sentence':
      return html`<p class="tone-${block.tone}">${block.text}</p>`
    case 'facts':
      return html`<dl class="facts">${block.rows.map(
        ({ label, value }) => html`<dt>${label}</dt><dd>${cellText(report.locale, value)}</dd>`,
      )}</dl>`
    case 'table':
      return renderTable(report, block)
    case 'figure':
      return renderFigure(report, block)
  }
}

function renderFigure(report: Report, { title, description, svg, data }: Figure): Markup {
  return html`<figure><figcaption><b>${title}</b></figcaption><div class="scroll">${trusted(svg)}</div>
<p class="note">${description}</p><details><summary>${say(report.locale, 'document.data')}</summary>${renderTable(report, data)}</details></figure>`
}

function renderTable(
  report: Report,
  { caption, columns, rows }: Pick<Table, 'caption' | 'columns' | 'rows'>,
) {
  return html`<div class="scroll"><table><caption>${caption}</caption>
<thead><tr>${columns.map(column => html`<th scope="col"${numeric(column)}>${column.title}</th>`)}</tr></thead>
<tbody>${rows.map(
    row => html`<tr>${row.map((cell, i) => renderCell(report, columns[i], cell, i))}</tr>
`,
  )}</tbody></table></div>`
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
