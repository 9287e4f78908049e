import { type Atom, type Group, monthsOf } from './date-atoms.ts'
import { partsOf } from './dates.ts'
import { yearOfMonth } from './period.ts'
import type { Doubt, Period } from './term.ts'

const SCHOOL_YEAR_BEGINS = 8

/**
 * Gives a year to every atom that has none: from its neighbours («Март-апрель 2021 года», «декабрь – январь 2021»: the
 * first is of the year before), else from the period of the plan. Returns what is not sure, and whether the words
 * themselves say a year.
 */
export function giveYears(
  groups: readonly Group[],
  period: Period | null,
): { doubts: Doubt[]; stated: boolean } {
  const atoms = groups
    .flatMap(({ from, to }) => (to ? [from, to] : [from]))
    .filter(({ type }) => type !== 'year')
  const school = period?.school ?? false
  const first = (atom: Atom) => monthsOf(atom, school || atom.school)[0]
  for (const atom of atoms) {
    if (atom.year === null || !atom.school || atom.type === 'edge') continue
    if (first(atom) < SCHOOL_YEAR_BEGINS) atom.year += 1
  }
  const leading = groups[0]?.from
  if (leading?.type === 'year' && groups.length > 1) lendYear(leading, atoms, first)
  const stated = atoms.some(({ year }) => year !== null)
  for (let at = atoms.length - 2; at >= 0; at--) {
    const [atom, next] = [atoms[at], atoms[at + 1]]
    if (atom.year === null && next.year !== null && atom.type !== 'edge')
      atom.year = first(atom) > first(next) && next.type !== 'edge' ? next.year - 1 : next.year
  }
  const pairs = new Map(groups.flatMap(({ from, to }) => (to ? [[to, from] as const] : [])))
  const doubts = new Set<Doubt>()
  for (const [at, atom] of atoms.entries()) {
    if (atom.year !== null || atom.type === 'edge') continue
    const before = stated ? atoms[at - 1] : pairs.get(atom)
    if (before && before.year !== null) {
      atom.year = first(atom) < monthsOf(before, school)[1] ? before.year + 1 : before.year
      continue
    }
    const found = before
      ? null
      : (thirdQuarter(atom, atoms[at + 1], period) ?? yearOfMonth(first(atom), period))
    if (!found) {
      doubts.add('year-unknown')
      continue
    }
    atom.year = found.year
    if (found.doubt) doubts.add(found.doubt)
  }
  return { doubts: [...doubts], stated }
}

/** A school year has September of one third quarter, and the summer of the next; up to the fourth it is the former. */
function thirdQuarter(
  { type, number }: Atom,
  next: Atom | undefined,
  period: Period | null,
): { year: number; doubt: Doubt | null } | null {
  if (!period?.school || type !== 'quarter' || number !== 3) return null
  const year = partsOf(period.start).year
  const goesOn = next?.type === 'quarter' && next.number === 4
  return goesOn ? { year, doubt: null } : { year: year + 1, doubt: 'year-ambiguous' }
}

/** «2022 год: январь, март»: a year in front serves the months behind it. */
function lendYear(year: Atom, atoms: readonly Atom[], first: (atom: Atom) => number): void {
  for (const atom of atoms) {
    if (atom.year !== null) return
    const inSecond = (year.school || year.lastYear === year.year! + 1) && first(atom) < SCHOOL_YEAR_BEGINS
    atom.year = inSecond ? year.year! + 1 : year.year
  }
}
