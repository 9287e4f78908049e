import type { z } from 'zod'
import { type Cell, cellText, type Report } from '../../documents/report/index.ts'
import type { Locale } from '../../messages/format.ts'
import type { portraitsContract } from './contract.ts'

type Shown = z.input<(typeof portraitsContract)['GET /api/portraits/:run/:unit']['response']>['report']
type Table = Omit<
  Extract<Shown['sections'][number]['blocks'][number], { kind: 'table' }>,
  'kind' | 'id' | 'wide' | 'goesOn'
>

/** A report for the page: every value in the words that PDF and Word have too. */
export function presentReport({ locale, kind, title, lead, date, sections }: Report): Shown {
  return {
    ...{ kind, title, lead, date },
    sections: sections.map(({ id, title, blocks }) => ({
      id,
      title,
      blocks: blocks.map(block => {
        switch (block.kind) {
          case 'facts':
            return {
              kind: block.kind,
              rows: block.rows.map(({ label, value }) => ({ label, value: presentCell(locale, value) })),
            }
          case 'table':
            return {
              ...{ kind: block.kind, id: block.id, wide: block.wide },
              ...(block.goesOn ? { goesOn: true } : {}),
              ...presentTable(locale, block),
            }
          case 'figure':
            return { ...block, data: presentTable(locale, block.data) }
          default:
            return { ...block }
        }
      }),
    })),
  }
}

function presentTable(
  locale: Locale,
  {
    caption,
    columns,
    rows,
  }: Pick<
    Extract<Report['sections'][number]['blocks'][number], { kind: 'table' }>,
    'caption' | 'columns' | 'rows'
  >,
): Table {
  return {
    caption,
    columns: columns.map(column => ({ ...column })),
    rows: rows.map(row => row.map(cell => presentCell(locale, cell))),
  }
}

function presentCell(locale: Locale, cell: Cell) {
  return { kind: cell.kind, text: cellText(locale, cell) }
}
