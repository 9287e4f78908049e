import * as Plot from '@observablehq/plot'
import type { Locale } from '../../messages/format.ts'
import { formatNumber } from '../../messages/numbers.ts'
import { type ChartText, drawChart } from './chart.ts'
import { ink } from './theme.ts'

export interface TaskProfileChart extends ChartText {
  readonly locale: Locale
  /** Tasks from the easiest of the region to the hardest: region's share of the maximum, 0 … 1. */
  readonly tasks: readonly { readonly name: string; readonly share: number; readonly level: string | null }[]
  readonly words: { readonly x: string; readonly y: string }
}

/** The region's share of the possible points per task, easiest first; the level of a task is a letter, not a colour. */
export function drawTaskProfile({ tasks, words, locale, ...text }: TaskProfileChart): string {
  const order = tasks.map((task, index) => ({ ...task, index }))
  return drawChart(text, {
    width: 760,
    height: 260,
    marginTop: 34,
    marginRight: 12,
    marginBottom: 54,
    marginLeft: 48,
    x: { domain: [-0.6, tasks.length - 0.4], axis: null },
    y: { domain: [0, 1], axis: null },
    marks: [
      Plot.rectY(order, {
        x1: d => d.index - 0.38,
        x2: d => d.index + 0.38,
        y: 'share',
        ...ink('regionFill', 'region'),
        strokeWidth: 0.6,
      }),
      Plot.text(order, { x: 'index', y: 0, text: 'name', dy: 12, ...ink('text') }),
      Plot.text(order, { x: 'index', y: 0, text: d => d.level ?? '', dy: 26, fontSize: 10, ...ink('muted') }),
      Plot.axisY([0, 0.25, 0.5, 0.75, 1], {
        tickSize: 0,
        label: null,
        tickFormat: (y: number) => `${formatNumber(locale, y * 100)} %`,
      }),
      Plot.ruleY([0], { ...ink('none', 'region') }),
      Plot.text([words.x], { frameAnchor: 'bottom-right', dy: 46, textAnchor: 'end', ...ink('muted') }),
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
