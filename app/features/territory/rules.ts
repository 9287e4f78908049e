import type { LocalDate, UnitKind } from './tables.ts'

/** When a unit is there. Both days inclusive; null is open. */
export interface Validity {
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
  readonly withdrawn: boolean
}

export type UnitStateKind = 'active' | 'future' | 'closing' | 'closed' | 'merged' | 'withdrawn'

export interface UnitStateOnDay {
  readonly kind: UnitStateKind
  /** First day on which the unit no longer is, or at last is; null where nothing is dated. */
  readonly since: LocalDate | null
}

/** The day after or before a local date. */
export function shiftDay(day: LocalDate, by: number): LocalDate {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + by)
  return moved.toISOString().slice(0, 10)
}

/** Is the unit there on this day? store/present-on.ts says the same in SQL. */
export function isPresent({ validFrom, validTo, withdrawn }: Validity, day: LocalDate): boolean {
  return !withdrawn && (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day)
}

/**
 * Is a report expected of this unit on this day? It and everything above it must be there: a class of a closed school
 * owes nothing.
 */
export function isExpectedToReport(unitAndAbove: readonly Validity[], day: LocalDate): boolean {
  return unitAndAbove.length > 0 && unitAndAbove.every(unit => isPresent(unit, day))
}

/**
 * Can a unit stand below one whose last day is `lastDay`? One without an end of its own (`firstDay` null) needs a parent
 * without an end; a class, which lives for a year, needs one that is there on its first day.
 */
export function holds(lastDay: LocalDate | null, firstDay: LocalDate | null): boolean {
  return lastDay === null || (firstDay !== null && firstDay <= lastDay)
}

/** How a unit stands on a day. */
export function stateOn(unit: Validity & { readonly merged: boolean }, day: LocalDate): UnitStateOnDay {
  const { validFrom, validTo, withdrawn, merged } = unit
  if (withdrawn) return { kind: 'withdrawn', since: null }
  if (validFrom !== null && validFrom > day) return { kind: 'future', since: validFrom }
  if (validTo === null) return { kind: 'active', since: validFrom }
  const since = shiftDay(validTo, 1)
  if (validTo >= day) return { kind: 'closing', since }
  return { kind: merged ? 'merged' : 'closed', since }
}

/** Why a unit cannot be closed after `lastDay`, as a problem's code; null when it can. */
export function whyNotClose(
  unit: Validity & { readonly kind: UnitKind },
  lastDay: LocalDate,
  childrenLeft: number,
): string | null {
  if (unit.kind === 'region') return 'unit-is-region'
  if (unit.withdrawn) return 'unit-withdrawn'
  if (unit.validTo !== null) return 'unit-closed-already'
  if (unit.validFrom !== null && unit.validFrom > lastDay) return 'unit-closed-before-opened'
  // Classes end with their school; a municipality must first give its schools away.
  if (unit.kind === 'municipality' && childrenLeft > 0) return 'unit-has-children'
  return null
}

/**
 * Why a unit cannot be merged into another after `lastDay`; null when it can.
 *
 * @param targetChain ids of the units that the target's own work goes on in, so that no ring is made.
 */
export function whyNotMerge(
  unit: Validity & { readonly id: number; readonly kind: UnitKind },
  target: Validity & { readonly id: number; readonly kind: UnitKind },
  targetChain: readonly number[],
  lastDay: LocalDate,
): string | null {
  if (unit.id === target.id) return 'merge-into-itself'
  if (unit.kind !== target.kind) return 'merge-of-kinds'
  if (targetChain.includes(unit.id)) return 'merge-in-a-ring'
  if (!isPresent(target, shiftDay(lastDay, 1))) return 'merge-into-absent'
  return null
}

/** The school year of a day, by the year it begins in: 2025 is 2025/26. It begins on 1 September. */
export function schoolYearOf(day: LocalDate): number {
  const [year, month] = day.split('-').map(Number)
  return month >= 9 ? year : year - 1
}

/** A class lives for one school year. */
export function daysOfSchoolYear(schoolYear: number): { first: LocalDate; last: LocalDate } {
  return { first: `${schoolYear}-09-01`, last: `${schoolYear + 1}-08-31` }
}

/** «5А»; a class without letters is «5». */
export function className(grade: number, letter: string): string {
  return `${grade}${letter}`
}

/** A letter of a class as it is kept: one spelling for «а», «"А"», «А ». */
export function normaliseLetter(letter: string): string {
  return letter
    .normalize('NFKC')
    .replace(/["'«»“”„\s]/g, '')
    .toUpperCase()
}

/** Tags are a set: trimmed, without repeats, in the order of the alphabet. */
export function normaliseTags(tags: readonly string[]): string[] {
  const kept = new Map(tags.map(tag => [tag.trim().toLowerCase(), tag.trim()]))
  kept.delete('')
  return [...kept.values()].sort((a, b) => a.localeCompare(b, 'ru'))
}

/** An examination code as codes are compared: without the zeros in front, which a spreadsheet drops. */
export function examKey(code: string): string {
  return code.replace(/^0+/, '')
}
