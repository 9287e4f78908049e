import type { MarkerId } from '../method.ts'

type Official = Extract<MarkerId, 'high-mean' | 'journal-mismatch' | 'cohort-rise' | 'cohort-fall'>

/** One of the 14 signs of the 2019 method. */
export interface Sign {
  readonly number: number
  readonly marker: Official
  readonly procedure: 'ВПР' | 'ОГЭ'
  /** Grade of the set; for a cohort the grade of the second year, the first year is one grade below. */
  readonly grade: number
  readonly subject: 'Русский язык' | 'Математика'
}

function sign(
  number: number,
  marker: Official,
  procedure: Sign['procedure'],
  grade: number,
  subject: Sign['subject'],
): Sign {
  return { number, marker, procedure, grade, subject }
}

/**
 * The 14 signs of stage 1. Sign 9 is printed «русский 4» a second time, evidently for grade 5: the other three of
 * its group are математика 4 and 5 and русский 4.
 */
export const signs: readonly Sign[] = [
  sign(1, 'high-mean', 'ВПР', 4, 'Русский язык'),
  sign(2, 'high-mean', 'ВПР', 4, 'Математика'),
  sign(3, 'high-mean', 'ВПР', 5, 'Русский язык'),
  sign(4, 'high-mean', 'ВПР', 5, 'Математика'),
  sign(5, 'high-mean', 'ОГЭ', 9, 'Русский язык'),
  sign(6, 'high-mean', 'ОГЭ', 9, 'Математика'),
  sign(7, 'journal-mismatch', 'ВПР', 4, 'Русский язык'),
  sign(8, 'journal-mismatch', 'ВПР', 4, 'Математика'),
  sign(9, 'journal-mismatch', 'ВПР', 5, 'Русский язык'),
  sign(10, 'journal-mismatch', 'ВПР', 5, 'Математика'),
  sign(11, 'cohort-rise', 'ВПР', 5, 'Русский язык'),
  sign(12, 'cohort-rise', 'ВПР', 5, 'Математика'),
  sign(13, 'cohort-fall', 'ВПР', 5, 'Русский язык'),
  sign(14, 'cohort-fall', 'ВПР', 5, 'Математика'),
]

/** What is known of a set when asking which signs it allows. */
export interface AvailableSet {
  readonly procedure: string
  readonly year: number
  readonly grade: number
  readonly subject: string
  /** Whether its protocols carry marks of the school journal. */
  readonly journal: boolean
}

/** A sign and the sets that allow it in a year: one, or for a cohort the earlier and the later; empty where none do. */
export interface SignAvailability<Set extends AvailableSet = AvailableSet> {
  readonly sign: Sign
  readonly allowed: boolean
  readonly sets: readonly Set[]
}

/**
 * Which of the 14 signs the sets allow for a year. A cohort belongs to the year of its second work: grade 4 of the
 * year before and grade 5 of this year.
 *
 * @param sets every set at hand, of any year, with counted works
 */
export function signsOfYear<Set extends AvailableSet>(
  year: number,
  sets: readonly Set[],
): readonly SignAvailability<Set>[] {
  return signs.map(sign => {
    const find = (back: number) =>
      sets.find(
        set =>
          set.procedure === sign.procedure &&
          set.subject === sign.subject &&
          set.year === year - back &&
          set.grade === sign.grade - back,
      )
    const own = find(0)
    const earlier = find(1)
    if (sign.marker === 'cohort-rise' || sign.marker === 'cohort-fall')
      return own && earlier ? allowed(sign, [earlier, own]) : allowed(sign, [])
    if (sign.marker === 'journal-mismatch') return allowed(sign, own?.journal ? [own] : [])
    return allowed(sign, own ? [own] : [])
  })
}

function allowed<Set extends AvailableSet>(sign: Sign, sets: readonly Set[]): SignAvailability<Set> {
  return { sign, allowed: sets.length > 0, sets }
}
