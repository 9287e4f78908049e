import * as Plot from '@observablehq/plot'
import type { Locale } from '../../messages/format.ts'
import { formatNumber, formatPercent } from '../../messages/numbers.ts'
import { type ChartText, drawChart } from './chart.ts'
import { ink } from './theme.ts'

export interface MarksCrosstab extends ChartText {
  readonly locale: Locale
  /** Works by mark of the journal 2 … 5 (rows) and mark of the work 2 … 5 (columns); null: too few to be shown. */
  readonly table: readonly (readonly (number | null)[])[]
  /** Works in all, also those not shown. */
  readonly n: number
  readonly words: { readonly x: string; readonly y: string; readonly few: string }
}

const MARKS = [2, 3, 4, 5]

/**
 * Mark of the journal against mark of the work: a circle's area is the number of works, its share of all is written below.
 * Works whose two marks agree lie on the diagonal, which is a band.
 */
export function drawMarksCrosstab({ table, n, words, locale, ...text }: MarksCrosstab): string {
  const cells = table.flatMap((row, y) =>
    row.map((works, x) => ({ journal: y + 2, work: x + 2, works, agree: x === y })),
  )
  const shown = cells.flatMap(cell => (cell.works ? [{ ...cell, works: cell.works }] : []))
  const most = Math.max(1, ...shown.map(({ works }) => works))
  const share = (works: number) => formatPercent(locale, works / n, works / n < 0.1 ? 1 : 0)
  return drawChart(text, {
    width: 440,
    height: 340,
    marginTop: 34,
    marginRight: 14,
    marginBottom: 42,
    marginLeft: 48,
    x: { domain: [1.5, 5.5], axis: null },
    y: { domain: [1.5, 5.5], axis: null },
    r: { domain: [0, most], range: [0, 22] },
    marks: [
      Plot.rect(MARKS, {
        x1: m => m - 0.5,
        x2: m => m + 0.5,
        y1: m => m - 0.5,
        y2: m => m + 0.5,
        ...ink('band'),
      }),
      Plot.dot(
        shown.filter(({ agree }) => agree),
        { x: 'work', y: 'journal', r: 'works', dy: -7, ...ink('regionFill', 'region') },
      ),
      Plot.dot(
        shown.filter(({ agree }) => !agree),
        { x: 'work', y: 'journal', r: 'works', dy: -7, ...ink('accentSoft', 'accent') },
      ),
      Plot.text(shown, {
        x: 'work',
        y: 'journal',
        dy: 24,
        fontSize: 11,
        text: (d: { works: number }) => share(d.works),
        ...ink('text'),
      }),
      Plot.text(
        cells.filter(({ works }) => works === null),
        { x: 'work', y: 'journal', text: () => words.few, fontSize: 11, ...ink('muted') },
      ),
      Plot.axisX(MARKS, {
        tickSize: 0,
        label: null,
        tickFormat: (x: number) => `«${formatNumber(locale, x)}»`,
      }),
      Plot.axisY(MARKS, {
        tickSize: 0,
        label: null,
        tickFormat: (y: number) => `«${formatNumber(locale, y)}»`,
      }),
      Plot.text([words.x], { frameAnchor: 'bottom-right', dy: 34, textAnchor: 'end', ...ink('muted') }),
      Plot.text([words.y], {
        frameAnchor: 'top-left',
        dx: -44,
        dy: -24,
        textAnchor: 'start',
        ...ink('muted'),
      }),
    ],
  })
}
