import { type Locale, say } from '../../messages/format.ts'
import { formatNumber, formatPercent } from '../../messages/numbers.ts'
import type { Cell } from './report.ts'

/** A cell as people read it, in every form of a report. */
export function cellText(locale: Locale, cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return formatNumber(locale, cell.value, cell.digits)
    case 'share':
      return formatPercent(locale, cell.value, cell.digits)
    case 'part': {
      const count = formatNumber(locale, cell.count, 0)
      return cell.share === null ? count : `${count} (${formatPercent(locale, cell.share, cell.digits)})`
    }
    case 'interval': {
      const { lower, upper, digits, share } = cell
      const from = formatNumber(locale, share ? lower * 100 : lower, digits)
      const to = share ? formatPercent(locale, upper, digits) : formatNumber(locale, upper, digits)
      // A range of negative numbers with a dash between them cannot be read.
      return lower < 0 || upper < 0
        ? say(locale, 'document.interval', { lower: from, upper: to })
        : `${from}–${to}`
    }
    case 'none':
      return cell.reason === 'few' ? say(locale, 'document.few') : '—'
  }
}
