import type { Tone } from '../../../web/components/state-badge.tsx'
import style from './timeline-view.module.css'

/** Heights of the head with the months and of one line, px; the names beside the drawing keep to them too. */
export const HEAD = 56
export const ROW = 36

/** Differing shapes, so that grey printing still tells them apart. */
const OUTLINES: Record<Tone, string> = {
  // A ring for what has not begun, a filled diamond for what goes on, a square for accepted, a triangle for what asks.
  unknown: 'M0 -6a6 6 0 1 0 0.01 0Z',
  going: 'M0 -7.5 7.5 0 0 7.5 -7.5 0Z',
  accepted: 'M-6 -6H6V6H-6Z',
  asks: 'M0 -7.5 7.5 6H-7.5Z',
  confirmed: 'M-6 -6H6V6H-6Z',
  error: 'M-6 -6H6V6H-6Z',
}

/** The last day of a term, drawn around (0, middle of the line). */
export function Point({ tone, title }: { tone: Tone; title?: string }) {
  return (
    <path className={style.point} data-tone={tone} d={OUTLINES[tone]} transform={`translate(0 ${ROW / 2})`}>
      {title && <title>{title}</title>}
    </path>
  )
}

export function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className={style.hatch} x1="0" y1="0" x2="0" y2="8" />
      </pattern>
    </defs>
  )
}
