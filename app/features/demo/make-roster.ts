import { createRandom } from './random.ts'
import type { DemoClass, DemoSchool } from './types.ts'

/** Pupils of one cohort in class order, school after school, and how able they are. */
export interface Roster {
  readonly count: number
  readonly classes: readonly DemoClass[]
  readonly school: Int32Array
  readonly class: Int32Array
  readonly pupil: Int32Array
  readonly gender: Uint8Array
  /** General ability beside the other pupils of the school, standard normal: the part subjects and years share. */
  readonly general: Float64Array
  /** Per school: what its pupils are above the region, in standard deviations of pupils. */
  readonly schoolEffect: Float64Array
}

/** A class is split when it would have more pupils. */
const CLASS_LIMIT = 28
const LETTERS = 'АБВГДЕЖЗИК'

/*
 * Standard deviations of the school effect, in units of the spread of pupils. Together with the gymnasiums and the
 * class effects of make-works.ts they give an intraclass correlation of totals near 0.10, as in real regions.
 */
const SCHOOL_SD = 0.23
const COHORT_SD = 0.14
const KIND_EFFECT = { СОШ: 0, ООШ: -0.08, НОШ: 0, гимназия: 0.5, лицей: 0.45 } as const

/**
 * One cohort of pupils. `cohort` names it («entered 2017»): a cohort keeps its pupils, classes and abilities from
 * one year to the next, so that its results in grade 4 and in grade 5 belong together.
 */
export function makeRoster(seed: number, cohort: string, schools: readonly DemoSchool[]): Roster {
  const lasting = createRandom(seed, 'school-effect')
  const own = createRandom(seed, `school-effect ${cohort}`)
  const sizes = createRandom(seed, `sizes ${cohort}`)
  const pupils = createRandom(seed, `pupils ${cohort}`)
  const schoolEffect = Float64Array.from(
    schools,
    ({ kind }) => KIND_EFFECT[kind] + SCHOOL_SD * lasting.normal() + COHORT_SD * own.normal(),
  )
  const classes: DemoClass[] = []
  const rows: { school: number; class: number; pupil: number }[] = []
  schools.forEach((one, school) => {
    const drawn = Math.round(one.size * Math.exp(0.12 * sizes.normal()))
    const size = Math.min(CLASS_LIMIT * LETTERS.length, Math.max(1, drawn))
    const count = Math.ceil(size / CLASS_LIMIT)
    for (let i = 0, pupil = 0; i < count; i++) {
      const upTo = Math.round(((i + 1) * size) / count)
      while (pupil < upTo) rows.push({ school, class: classes.length, pupil: ++pupil })
      classes.push({ school, letter: LETTERS[i] })
    }
  })
  return {
    count: rows.length,
    classes,
    school: Int32Array.from(rows, row => row.school),
    class: Int32Array.from(rows, row => row.class),
    pupil: Int32Array.from(rows, row => row.pupil),
    gender: Uint8Array.from(rows, () => pupils.bits() & 1),
    general: Float64Array.from(rows, () => pupils.normal()),
    schoolEffect,
  }
}

/** The pupils of the roster whose school passes the test (a primary school has no grade 5). */
export function keepSchools(roster: Roster, keep: (school: number) => boolean): Roster {
  const passes = (_: unknown, row: number) => keep(roster.school[row])
  return {
    ...roster,
    count: roster.school.filter(keep).length,
    school: roster.school.filter(keep),
    class: roster.class.filter(passes),
    pupil: roster.pupil.filter(passes),
    gender: roster.gender.filter(passes),
    general: roster.general.filter(passes),
  }
}

/** Where each class of the roster begins and ends: rows `from … to − 1`, in order. */
export function* classRuns(classes: Int32Array): Generator<{ from: number; to: number; class: number }> {
  for (let from = 0; from < classes.length; ) {
    let to = from + 1
    while (to < classes.length && classes[to] === classes[from]) to++
    yield { from, to, class: classes[from] }
    from = to
  }
}
