import type { Locale } from '../../messages/format.ts'
import { formatNumber } from '../../messages/numbers.ts'
import { escapeText } from '../html/html.ts'
import { fontFamily, palette } from '../palette.ts'
import type { ChartText } from './chart.ts'

export interface SmallProfile extends ChartText {
  readonly locale: Locale
  /** Tasks from the easiest of the region to the hardest: school minus region, share of the maximum, 95 % interval. */
  readonly tasks: readonly {
    readonly name: string
    readonly difference: number
    readonly lower: number | null
    readonly upper: number | null
  }[]
  readonly words: { readonly x: string }
}

const WIDTH = 440
const HEIGHT = 150
const PLOT = { left: 48, right: 432, top: 10, bottom: 108 }
/** Half the height of the scale at least: a quiet profile must look quiet. */
const LEAST = 0.2
/** More names than this would run into each other. */
const MOST_NAMES = 12

/** A school's tasks against the region, drawn as text for the same reason as the small distribution. */
export function drawSmallProfile(chart: SmallProfile): string {
  const { tasks, locale } = chart
  const values = tasks.flatMap(one => [one.difference, one.lower ?? 0, one.upper ?? 0])
  // Two shares differ by no more than the whole: an interval of three pupils is cut there.
  const reach = Math.min(1, Math.max(LEAST, ...values.map(Math.abs)))
  const slot = (PLOT.right - PLOT.left) / tasks.length
  const x = (index: number) => round(PLOT.left + (index + 0.5) * slot)
  const clip = (value: number) => Math.max(-reach, Math.min(reach, value))
  const y = (value: number) =>
    round(PLOT.top + ((reach - clip(value)) / (2 * reach)) * (PLOT.bottom - PLOT.top))
  const bars = tasks
    .map(({ lower, upper }, i) =>
      lower === null || upper === null ? '' : `M${x(i)},${y(lower)}V${y(upper)}`,
    )
    .join('')
  const points = tasks.map(({ difference }, i) => `M${x(i)},${y(difference)}h0`).join('')
  const percent = (share: number) => `${share > 0 ? '+' : ''}${formatNumber(locale, share * 100)} %`
  const edge = Math.floor(reach * 10) / 10
  return [
    `<svg class="chart" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${chart.id}-t ${chart.id}-d"`,
    ` width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${fontFamily.replaceAll('"', "'")}" font-size="12">`,
    `<title id="${chart.id}-t">${escapeText(chart.title)}</title><desc id="${chart.id}-d">${escapeText(chart.description)}</desc>`,
    `<path class="s-region" stroke="${palette.region.light}" d="M${PLOT.left},${y(0)}H${PLOT.right}"/>`,
    `<path class="s-accent" stroke="${palette.accent.light}" d="${bars}"/>`,
    `<path class="s-accent" stroke="${palette.accent.light}" stroke-width="6" stroke-linecap="round" d="${points}"/>`,
    ...[edge, 0, -edge].map(value => label(PLOT.left - 6, y(value) + 4, percent(value), 'text', 'end')),
    // Every task is named where there is room, every second one elsewhere.
    ...tasks.flatMap(({ name }, i) =>
      i % Math.ceil(tasks.length / MOST_NAMES) === 0
        ? [label(x(i), PLOT.bottom + 14, escapeText(name), 'text', 'middle')]
        : [],
    ),
    label(PLOT.right, HEIGHT - 4, escapeText(chart.words.x), 'muted', 'end'),
    '</svg>',
  ].join('')
}

function label(x: number, y: number, text: string, role: 'text' | 'muted', anchor: string): string {
  return `<text class="f-${role}" fill="${palette[role].light}" x="${x}" y="${round(y)}" text-anchor="${anchor}">${text}</text>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
