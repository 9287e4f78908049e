import * as Plot from '@observablehq/plot'
import type { Locale } from '../../messages/format.ts'
import { formatNumber, formatPercent } from '../../messages/numbers.ts'
import { type ChartText, drawChart } from './chart.ts'
import { ink } from './theme.ts'

export interface Distribution extends ChartText {
  readonly locale: Locale
  /** Works per primary score, 0 … maximum, of the region or another reference. */
  readonly reference: ArrayLike<number>
  /** First score of marks 3, 4 and 5; null where there is no scale. */
  readonly boundaries: readonly [number, number, number] | null
  readonly words: { readonly x: string; readonly y: string }
}

/**
 * Distribution of primary scores as shares of works, with mark boundaries dashed and the mark written on top of its own range.
 */
export function drawDistribution(chart: Distribution): string {
  const { locale, words } = chart
  const reference = sharesOf(chart.reference)
  const top = Math.max(...reference.map(d => d.share), 0.01) * 1.08
  const last = reference.length - 1
  const ticks = reference.filter(({ score }) => score % 5 === 0).map(({ score }) => score)

  return drawChart(chart, {
    width: 760,
    height: 320,
    marginTop: 34,
    marginRight: 12,
    marginBottom: 42,
    marginLeft: 48,
    x: { domain: [-0.6, last + 0.6], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      Plot.rectY(reference, {
        x1: d => d.score - 0.46,
        x2: d => d.score + 0.46,
        y: 'share',
        ...ink('regionFill', 'region'),
        strokeWidth: 0.6,
      }),
      Plot.ruleX(
        (chart.boundaries ?? []).map(score => score - 0.5),
        { ...ink('none', 'text'), strokeDasharray: '4,3', strokeWidth: 1 },
      ),
      Plot.text(marksOf(chart.boundaries, last), {
        x: 'x',
        y: top,
        text: 'mark',
        dy: -8,
        fontWeight: 600,
        ...ink('text'),
      }),
      Plot.axisX(ticks, { tickSize: 4, label: null, tickFormat: (x: number) => formatNumber(locale, x) }),
      Plot.axisY({
        tickSize: 0,
        ticks: 5,
        label: null,
        tickFormat: (y: number) => formatPercent(locale, y, top < 0.1 ? 1 : 0),
      }),
      Plot.ruleY([0], { ...ink('none', 'region') }),
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

function sharesOf(works: ArrayLike<number>): { score: number; share: number }[] {
  const counts = Array.from(works)
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count, score) => ({ score, share: all === 0 ? 0 : count / all }))
}

/** Where the marks 2–5 are written: over the middle of their ranges. */
function marksOf(boundaries: Distribution['boundaries'], last: number): { x: number; mark: string }[] {
  if (!boundaries) return []
  const edges = [-0.5, ...boundaries.map(score => score - 0.5), last + 0.5]
  return ['«2»', '«3»', '«4»', '«5»'].map((mark, i) => ({ mark, x: (edges[i] + edges[i + 1]) / 2 }))
}
