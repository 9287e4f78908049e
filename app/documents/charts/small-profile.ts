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
    /** Letter of its level, set under its name. */
    readonly level?: string | null
    /** Less than is thought enough for its level: a diamond. */
    readonly low?: boolean
  }[]
  readonly words: { readonly x: string }
}

const WIDTH = 440
const HEIGHT = 150
/** A line of letters more. */
const LEVELS = 13
const PLOT = { left: 48, top: 10, bottom: 108 }
/** Half the height of the scale at least: a quiet profile must look quiet. */
const LEAST = 0.2
/** Between two names at least, px: nearer they would run into each other. */
const LEAST_BETWEEN = 32

/** A school's tasks against the region, drawn as text for the same reason as the small distribution. */
export function drawSmallProfile(chart: SmallProfile): string {
  const { tasks, locale } = chart
  const values = tasks.flatMap(one => [one.difference, one.lower ?? 0, one.upper ?? 0])
  // Two shares differ by no more than the whole: an interval of three pupils is cut there.
  const reach = Math.min(1, Math.max(LEAST, ...values.map(Math.abs)))
  const width = Math.min(WIDTH, chart.width ?? WIDTH)
  const right = width - 8
  const slot = (right - PLOT.left) / tasks.length
  const named = Math.ceil(LEAST_BETWEEN / slot)
  const x = (index: number) => round(PLOT.left + (index + 0.5) * slot)
  const clip = (value: number) => Math.max(-reach, Math.min(reach, value))
  const y = (value: number) =>
    round(PLOT.top + ((reach - clip(value)) / (2 * reach)) * (PLOT.bottom - PLOT.top))
  const bars = tasks
    .map(({ lower, upper }, i) =>
      lower === null || upper === null ? '' : `M${x(i)},${y(lower)}V${y(upper)}`,
    )
    .join('')
  const points = tasks.map(({ difference, low }, i) => (low ? '' : `M${x(i)},${y(difference)}h0`)).join('')
  const diamonds = tasks
    .map(({ difference, low }, i) => (low ? `M${x(i)},${round(y(difference) - 5)}l5,5l-5,5l-5,-5Z` : ''))
    .join('')
  const leveled = tasks.some(({ level }) => level)
  const height = leveled ? HEIGHT + LEVELS : HEIGHT
  const percent = (share: number) => `${share > 0 ? '+' : ''}${formatNumber(locale, share * 100)} %`
  const edge = Math.floor(reach * 10) / 10
  return [
    `<svg class="chart" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${chart.id}-t ${chart.id}-d"`,
    ` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily.replaceAll('"', "'")}" font-size="12">`,
    `<title id="${chart.id}-t">${escapeText(chart.title)}</title><desc id="${chart.id}-d">${escapeText(chart.description)}</desc>`,
    `<path class="s-region" stroke="${palette.region.light}" d="M${PLOT.left},${y(0)}H${right}"/>`,
    `<path class="s-accent" stroke="${palette.accent.light}" d="${bars}"/>`,
    `<path class="s-accent" stroke="${palette.accent.light}" stroke-width="6" stroke-linecap="round" d="${points}"/>`,
    ...(diamonds === '' ? [] : [`<path class="f-second" fill="${palette.second.light}" d="${diamonds}"/>`]),
    ...[edge, 0, -edge].map(value => label(PLOT.left - 6, y(value) + 4, percent(value), 'text', 'end')),
    // Every task is named where there is room, every second one elsewhere.
    ...tasks.flatMap(({ name, level }, i) =>
      i % named === 0
        ? [
            label(x(i), PLOT.bottom + 14, escapeText(name), 'text', 'middle'),
            ...(level ? [label(x(i), PLOT.bottom + 14 + LEVELS, escapeText(level), 'muted', 'middle')] : []),
          ]
        : [],
    ),
    label(right, height - 4, escapeText(chart.words.x), 'muted', 'end'),
    '</svg>',
  ].join('')
}

function label(x: number, y: number, text: string, role: 'text' | 'muted', anchor: string): string {
  return `<text class="f-${role}" fill="${palette[role].light}" x="${x}" y="${round(y)}" text-anchor="${anchor}">${text}</text>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
