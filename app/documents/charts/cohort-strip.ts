import * as Plot from '@observablehq/plot'
import type { Locale } from '../../messages/format.ts'
import { formatNumber } from '../../messages/numbers.ts'
import { type ChartText, drawChart } from './chart.ts'
import { ink } from './theme.ts'

export interface CohortStrip extends ChartText {
  readonly locale: Locale
  /** K of every school. */
  readonly ratios: readonly number[]
  /** K of this school, accented. */
  readonly own: number
  /** Fences Q1 − 3·IQR and Q3 + 3·IQR. */
  readonly fences: readonly [number, number]
  readonly words: { readonly x: string; readonly lower: string; readonly upper: string }
}

/** Ratios of two years as a strip: a tick a school, the expected band between the fences, this school a diamond. */
export function drawCohortStrip(chart: CohortStrip): string {
  const { locale, ratios, own, fences, words } = chart
  const low = Math.min(...ratios, own, fences[0])
  const high = Math.max(...ratios, own, fences[1])
  const margin = (high - low) * 0.05
  return drawChart(chart, {
    width: 440,
    height: 130,
    marginTop: 34,
    marginRight: 14,
    marginBottom: 42,
    marginLeft: 14,
    x: { domain: [low - margin, high + margin], axis: null },
    y: { domain: [0, 1], axis: null },
    marks: [
      Plot.rect([fences], { x1: '0', x2: '1', y1: 0, y2: 1, ...ink('band') }),
      Plot.ruleX(ratios, { y1: 0.3, y2: 0.7, ...ink('none', 'region'), strokeOpacity: 0.5 }),
      Plot.ruleX(fences, { ...ink('none', 'text'), strokeDasharray: '4,3' }),
      Plot.dot([own], { x: own, y: 0.5, r: 6, symbol: 'diamond', ...ink('accent', 'card') }),
      Plot.text([words.lower], { x: fences[0], y: 1, dy: -10, textAnchor: 'start', ...ink('muted') }),
      Plot.text([words.upper], { x: fences[1], y: 1, dy: -10, textAnchor: 'end', ...ink('muted') }),
      Plot.axisX({
        tickSize: 4,
        ticks: 6,
        label: null,
        tickFormat: (x: number) => formatNumber(locale, x, 1),
      }),
      Plot.text([words.x], { frameAnchor: 'bottom-right', dy: 34, textAnchor: 'end', ...ink('muted') }),
    ],
  })
}
