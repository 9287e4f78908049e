import { daysBetween, monthOf, monthsBetween, shiftDay, shiftMonth } from './months.ts'

export interface Axis {
  readonly start: string
  /** The day after the last one. */
  readonly end: string
  readonly months: readonly string[]
}

/** Whole months around the days that are known; this month where none is. */
export function axisOf(days: readonly string[], today: string): Axis {
  const sorted = [...days].sort()
  const first = monthOf(sorted[0] ?? today)
  const last = monthOf(sorted.at(-1) ?? today)
  return { start: `${first}-01`, end: `${shiftMonth(last, 1)}-01`, months: monthsBetween(first, last) }
}

/** Where a day begins on the axis, as a percentage; `after` is where it ends. */
export function placeOf({ start, end }: Axis, day: string, after = false): string {
  const part = daysBetween(start, after ? shiftDay(day, 1) : day) / daysBetween(start, end)
  return `${(part * 100).toFixed(3)}%`
}

/** The middle of a day. */
export function middleOf({ start, end }: Axis, day: string): string {
  return `${(((daysBetween(start, day) + 0.5) / daysBetween(start, end)) * 100).toFixed(3)}%`
}
