import { sayDate } from '../../messages/dates.ts'
import { say } from '../../messages/format.ts'
import { cellText } from './cell-text.ts'
import { type Laid, layOutBlocks } from './lay-out-blocks.ts'
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
      blocks: layOutBlocks(section.blocks).map(laid => wordLaid(report, laid)),
    })),
  }
}

function wordLaid({ locale }: Report, laid: Laid<Block>) {
  switch (laid.kind) {
    case 'facts':
      return {
        kind: laid.kind,
        rows: laid.rows.map(({ label, value }) => ({ label, value: cellText(locale, value) })),
      }
    case 'tables': {
      const [first] = laid.tables
      return {
        ...{ kind: laid.kind, wide: first.wide, columns: withWidths(first) },
        tables: laid.tables.map(table => ({ caption: table.caption, rows: wordRows({ locale }, table) })),
      }
    }
    case 'figures':
      return {
        kind: laid.kind,
        figures: laid.figures.map(({ heading = null, title, description, svg, note = null }) => ({
          ...{ heading, title, description, svg, note },
          width: (100 * widthOf(svg)) / TEXT_WIDTH,
        })),
      }
    default:
      return laid
  }
}

function withWidths({ columns }: Pick<Table, 'columns'>) {
  return columns.map(column => ({ ...column, width: column.width ?? 1 }))
}

/** Rows of a table in words. */
export function wordRows({ locale }: Pick<Report, 'locale'>, { rows }: Pick<Table, 'rows'>): string[][] {
  return rows.map(row => row.map(cell => cellText(locale, cell)))
}
