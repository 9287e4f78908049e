import { sayDate } from '../../messages/dates.ts'
import { say } from '../../messages/format.ts'
import { cellText } from './cell-text.ts'
import type { Block, Report, Table } from './report.ts'
import { widthOf } from './svg.ts'

/** Width of the text of an upright A4 page with fields of 30 and 10 mm, px of a chart (96 to the inch). */
const TEXT_WIDTH = (170 / 25.4) * 96

/** The report with every cell in words, as plain JSON: what the template of the printed page takes. */
export function wordReport(report: Report) {
  const { locale, kind, title, lead, date, sections } = report
  const [year, month, day] = date.split('-').map(Number)
  return {
    ...{ locale, kind, title, lead, year, month, day },
    'day-in-words': sayDate(locale, date),
    page: say(locale, 'document.page', { page: '{page}', pages: '{pages}' }),
    sections: sections.map(section => ({
      title: section.title,
      blocks: section.blocks.map(block => wordBlock(report, block)),
    })),
  }
}

function wordBlock({ locale }: Report, block: Block) {
  switch (block.kind) {
    case 'facts':
      return {
        kind: block.kind,
        rows: block.rows.map(({ label, value }) => ({ label, value: cellText(locale, value) })),
      }
    case 'table':
      return { ...block, columns: withWidths(block), rows: wordRows({ locale }, block) }
    case 'figure': {
      const { kind, title, description, svg } = block
      return { kind, title, description, svg, width: (100 * widthOf(svg)) / TEXT_WIDTH }
    }
    default:
      return block
  }
}

function withWidths({ columns }: Pick<Table, 'columns'>) {
  return columns.map(column => ({ ...column, width: column.width ?? 1 }))
}

/** Rows of a table in words. */
export function wordRows({ locale }: Pick<Report, 'locale'>, { rows }: Pick<Table, 'rows'>): string[][] {
  return rows.map(row => row.map(cell => cellText(locale, cell)))
}
