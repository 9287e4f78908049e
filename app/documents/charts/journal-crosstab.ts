import * as Plot from '@observablehq/plot'
import type { Locale } from '../../messages/format.ts'
import { formatNumber } from '../../messages/numbers.ts'
import { type ChartText, drawChart } from './chart.ts'
import { ink } from './theme.ts'

export interface JournalCrosstab extends ChartText {
  readonly locale: Locale
  /** Works by journal mark 1…5 (rows) and primary score (columns). */
  readonly table: readonly (readonly number[])[]
  readonly words: { readonly x: string; readonly y: string }
}

/** Journal mark against primary score: a circle's area is the number of works, written inside where there are several. */
export function drawJournalCrosstab({ table, words, locale, ...text }: JournalCrosstab): string {
  const cells = table.flatMap((row, index) =>
    row.flatMap((works, score) => (works > 0 ? [{ mark: index + 1, score, works }] : [])),
  )
  const marks = [...new Set(cells.map(({ mark }) => mark)), 2, 5]
  const scores = cells.map(({ score }) => score)
  const most = Math.max(...cells.map(({ works }) => works))
  return drawChart(text, {
    width: 440,
    height: 190,
    marginTop: 34,
    marginRight: 14,
    marginBottom: 42,
    marginLeft: 48,
    x: { domain: [Math.min(...scores) - 1, Math.max(...scores) + 1], axis: null },
    y: { domain: [Math.min(...marks) - 0.5, Math.max(...marks) + 0.5], axis: null },
    r: { domain: [0, most], range: [0, 9] },
    marks: [
      Plot.dot(cells, { x: 'score', y: 'mark', r: 'works', ...ink('accentSoft', 'accent') }),
      Plot.text(
        cells.filter(({ works }) => works > 1),
        {
          x: 'score',
          y: 'mark',
          text: (d: { works: number }) => formatNumber(locale, d.works),
          fontSize: 10,
          ...ink('text'),
        },
      ),
      Plot.axisX({ tickSize: 4, ticks: 6, label: null, tickFormat: (x: number) => formatNumber(locale, x) }),
      Plot.axisY([2, 3, 4, 5], { tickSize: 0, label: null, tickFormat: (y: number) => `«${y}»` }),
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
