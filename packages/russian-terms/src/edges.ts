import type { Atom } from './date-atoms.ts'
import { addDays, isoDate, partsOf } from './dates.ts'
import type { Doubt, IsoDate, Period } from './term.ts'

/** The last day that «до конца учебного года», «к началу учебного года» and the like allow. */
export function edgeDay(
  { edge, of, year, school }: Atom,
  period: Period | null,
): { day: IsoDate; doubts: Doubt[] } | null {
  const stated = year !== null
  const firstYear = year ?? (period ? partsOf(period.start).year : null)
  if (firstYear === null) return null
  const inSchool = of === 'school-year' || (of === 'year' && !stated && Boolean(period?.school))
  if (edge === 'begin') {
    const day = inSchool ? isoDate(firstYear, 9, 1) : isoDate(firstYear, 1, 1)
    return { day: addDays(day, -1), doubts: [] }
  }
  if (of === 'half-year') return null
  if (!inSchool) return { day: isoDate(firstYear, 12, 31), doubts: [] }
  // Lessons end in May; the year on paper ends in August. One year alone («до конца 2022 учебного года») ends in it.
  const last = stated && !school ? firstYear : !stated && period && !period.school ? firstYear : firstYear + 1
  return { day: isoDate(last, 5, 31), doubts: ['school-calendar'] }
}
