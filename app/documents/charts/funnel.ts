import * as Plot from '@observablehq/plot'
import type { Locale } from '../../messages/format.ts'
import { formatNumber } from '../../messages/numbers.ts'
import { type ChartText, drawChart } from './chart.ts'
import { ink } from './theme.ts'

export interface FunnelPoint {
  readonly n: number
  readonly mean: number
  /** Drawn as a filled diamond with its label on hover; the others are hollow circles. */
  readonly asks: boolean
  readonly label?: string
  /** «Эта школа»: accent and larger, whatever else it is. */
  readonly own?: boolean
}

export interface Funnel extends ChartText {
  readonly locale: Locale
  readonly points: readonly FunnelPoint[]
  readonly mean: number
  /** Limits of a school mean at n works, innermost first; empty: none are drawn. The outermost is filled. */
  readonly limits: readonly FunnelLimit[]
  readonly maxScore: number
  readonly words: { readonly x: string; readonly y: string; readonly territory: string }
}

export interface FunnelLimit {
  /** Coverage in percent, as written at the end of the curve. */
  readonly coverage: number
  /** Half-width of the limits at n works, in points. */
  halfWidth(n: number): number
}

/** School mean against the number of works, on a logarithmic axis: a school of three can be read as well. */
export function drawFunnel(funnel: Funnel): string {
  const { locale, points, mean, words } = funnel
  const biggest = Math.max(20, ...points.map(point => point.n))
  const right = biggest * 1.12
  const [bottom, top] = verticalRange(funnel)
  const clamp = (value: number) => Math.min(top, Math.max(bottom, value))
  const curves = limitCurves(funnel, right)
  const ticks = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].filter(tick => tick <= right)
  const end = [{ n: right }]

  return drawChart(funnel, {
    width: 760,
    height: 400,
    marginTop: 34,
    marginRight: 74,
    marginBottom: 46,
    marginLeft: 44,
    x: { type: 'log', domain: [0.9, right], axis: null },
    y: { domain: [bottom, top], axis: null },
    marks: [
      ...curves.slice(-1).map(curve =>
        Plot.areaY(curve.path, {
          x: 'n',
          y1: d => clamp(mean - d.half),
          y2: d => clamp(mean + d.half),
          ...ink('band'),
        }),
      ),
      ...curves.flatMap(({ path }, order) =>
        [-1, 1].map(side =>
          Plot.lineY(
            path.filter(d => clamp(mean + side * d.half) === mean + side * d.half),
            {
              x: 'n',
              y: d => mean + side * d.half,
              ...ink('none', 'region'),
              strokeWidth: 1,
              ...(order < curves.length - 1 ? { strokeDasharray: '2,3' } : {}),
            },
          ),
        ),
      ),
      Plot.ruleY([mean], { ...ink('none', 'region'), strokeWidth: 1.5 }),
      Plot.dot(
        points.filter(point => !point.asks && !point.own),
        { x: 'n', y: 'mean', r: 2.6, ...ink('card', 'region'), fillOpacity: 0.7 },
      ),
      Plot.dot(
        points.filter(point => point.asks && !point.own),
        {
          x: 'n',
          y: 'mean',
          r: 4.2,
          symbol: 'diamond',
          title: 'label',
          ...ink('ask', 'card'),
          strokeWidth: 0.75,
        },
      ),
      ...points
        .filter(point => point.own)
        .map(point =>
          Plot.dot([point], {
            x: 'n',
            y: 'mean',
            r: 7,
            symbol: point.asks ? 'diamond' : 'circle',
            ...ink('accent', 'card'),
            strokeWidth: 1.5,
          }),
        ),
      // A logarithmic axis of Plot leaves out the labels of 5 and 50; these are written one by one.
      Plot.ruleX(ticks, { y1: bottom, y2: bottom, insetBottom: -4, ...ink('none', 'region') }),
      Plot.text(ticks, { x: n => n, y: bottom, dy: 14, text: n => formatNumber(locale, n), ...ink('text') }),
      Plot.axisY({ tickSize: 0, ticks: 6, label: null, tickFormat: y => formatNumber(locale, y) }),
      Plot.text(end, {
        x: 'n',
        y: mean,
        text: () => `${words.territory}\n${formatNumber(locale, mean, 1)}`,
        ...beside,
        ...ink('text'),
      }),
      ...curves.flatMap(({ coverage, path }) =>
        [-1, 1]
          .map(side => mean + side * path.at(-1)!.half)
          .filter(y => clamp(y) === y)
          .map(y =>
            Plot.text(end, {
              x: 'n',
              y,
              text: () => `${formatNumber(locale, coverage, Number.isInteger(coverage) ? 0 : 1)} %`,
              ...beside,
              ...ink('muted'),
              fontSize: 11,
            }),
          ),
      ),
      Plot.text([words.x], { frameAnchor: 'bottom-right', dy: 36, textAnchor: 'end', ...ink('muted') }),
      Plot.text([words.y], {
        frameAnchor: 'top-left',
        dx: -36,
        dy: -24,
        textAnchor: 'start',
        ...ink('muted'),
      }),
    ],
  })
}

const beside = { textAnchor: 'start', dx: 6 } as const

/** Points and the limits from ten works on are always in sight; a point of one work may stretch the axis. */
function verticalRange({ points, mean, limits, maxScore }: Funnel): [number, number] {
  const half = Math.max(0, ...limits.map(({ halfWidth }) => halfWidth(10)))
  const values = [mean - half, mean + half, ...points.map(point => point.mean)]
  return [
    Math.max(0, Math.floor(Math.min(...values) - 0.5)),
    Math.min(maxScore, Math.ceil(Math.max(...values) + 0.5)),
  ]
}

function limitCurves({ limits }: Funnel, right: number) {
  const steps = 80
  return limits.map(({ coverage, halfWidth }) => ({
    coverage,
    path: Array.from({ length: steps + 1 }, (_, i) => {
      const n = 0.9 * (right / 0.9) ** (i / steps)
      return { n, half: halfWidth(n) }
    }),
  }))
}
