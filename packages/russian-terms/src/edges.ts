import type { Atom } from './date-atoms.ts'
import { addDays, isoDate, lastOf, partsOf } from './dates.ts'
import type { Doubt, IsoDate, Period } from './term.ts'

/** The last day that «до конца учебного года», «к началу учебного года» and the like allow. */
export function edgeDay(
  { edge, of, which, year, school }: Atom,
  period: Period | null,
): { day: IsoDate; doubts: Doubt[] } | null {
  const stated = year !== null
  const ofPeriod = period && partsOf(period.start).year + yearsOn({ edge, of, which }, period)
  const firstYear = year ?? ofPeriod
  if (firstYear === null) return null
  // «К началу нового учебного года» is said both of the plan's year and of the one behind it.
  const unsure: Doubt[] = which === 'new' && !stated ? ['year-ambiguous'] : []
  if (of === 'half-year') {
    // Which half is not said: the border that lies within the year is taken.
    const inYears = school || (!stated && Boolean(period?.school))
    return { day: lastOf(firstYear, inYears ? 12 : 6), doubts: [...unsure, 'approximate'] }
  }
  const inSchool = of === 'school-year' || (of === 'year' && !stated && Boolean(period?.school))
  if (edge === 'begin') {
    const day = inSchool ? isoDate(firstYear, 9, 1) : isoDate(firstYear, 1, 1)
    return { day: addDays(day, -1), doubts: unsure }
  }
  if (!inSchool) return { day: isoDate(firstYear, 12, 31), doubts: unsure }
  // Lessons end in May; the year on paper ends in August. One year alone («до конца 2022 учебного года») ends in it.
  const last = stated && !school ? firstYear : !stated && period && !period.school ? firstYear : firstYear + 1
  return { day: isoDate(last, 5, 31), doubts: [...unsure, 'school-calendar'] }
}

/** The next school year begins within a plan for a calendar year, behind a plan for a school year. */
function yearsOn({ edge, of, which }: Pick<Atom, 'edge' | 'of' | 'which'>, period: Period): number {
  if (which !== 'next') return 0
  return of === 'school-year' && edge === 'begin' && !period.school ? 0 : 1
}
