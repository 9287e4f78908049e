import { type ColourRole, palette } from '../palette.ts'

/**
 * Colours inside a chart are literal attributes (the light ones), so that a chart also stands alone, in Word or in
 * PDF. Each mark carries a class besides, and a page lays its own colours, light or dark, over the literals.
 */
const fills = [
  'text',
  'accent',
  'accentSoft',
  'ask',
  'askGround',
  'region',
  'regionFill',
  'band',
  'card',
  'second',
  'muted',
] as const
const strokes = ['text', 'accent', 'ask', 'region', 'line', 'card', 'muted'] as const

type Fill = (typeof fills)[number]
type Stroke = (typeof strokes)[number]

/** Plot options for a mark with the given fill and stroke: literals and the classes that a page colours. */
export function ink(fill: Fill | 'none', stroke: Stroke | 'none' = 'none') {
  const classes = [fill === 'none' ? '' : `f-${fill}`, stroke === 'none' ? '' : `s-${stroke}`]
  return {
    fill: fill === 'none' ? 'none' : palette[fill].light,
    stroke: stroke === 'none' ? 'none' : palette[stroke].light,
    className: classes.filter(Boolean).join(' '),
  }
}

/** CSS that paints the charts of a page with its variables (`--accent` …). */
export function chartStyles(): string {
  const rule = (prefix: string, property: string) => (role: ColourRole) =>
    `.chart .${prefix}-${role}{${property}:var(--${role})}`
  return [
    '.chart{color:var(--text)}',
    ...fills.map(rule('f', 'fill')),
    ...strokes.map(rule('s', 'stroke')),
  ].join('')
}
