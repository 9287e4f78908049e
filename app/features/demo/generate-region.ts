import { soil } from './dirt.ts'
import { keepSchools, makeRoster } from './make-roster.ts'
import { makeMunicipalities, makeSchools } from './make-schools.ts'
import { makeWorks } from './make-works.ts'
import { REGION_NAME } from './names.ts'
import { paperOf } from './papers.ts'
import { plantAll } from './plan-plants.ts'
import type { DemoOptions, DemoRegion, DemoSet, DemoTruth } from './types.ts'

/** The sets of the region: spring of two years; the cohort of grade 4 of 2021 is grade 5 of 2022. */
const SETS = [
  { year: 2021, grade: 4, cohort: 'grade 4 of 2021' },
  { year: 2021, grade: 5, cohort: 'grade 5 of 2021' },
  { year: 2022, grade: 4, cohort: 'grade 4 of 2022' },
  { year: 2022, grade: 5, cohort: 'grade 4 of 2021' },
].flatMap(one => ['Русский язык', 'Математика'].map(subject => ({ ...one, subject })))

/**
 * A fictional region of about 20 municipalities and 200 schools, two years of ВПР in русский язык and математика:
 * works by an item-response model with school and class effects, honest rounding at mark boundaries, and — unless
 * refused — manipulations and dirt in places that `truth` names. Pure: equal options give equal regions.
 */
export function generateRegion(options: DemoOptions = {}): DemoRegion {
  const { seed = 98, schools: schoolCount = 200, plants: withPlants = true, dirt: withDirt = true } = options
  if (!Number.isSafeInteger(seed)) throw new RangeError('seed must be an integer')
  if (!Number.isInteger(schoolCount) || schoolCount < 40 || schoolCount > 5000)
    throw new RangeError('schools must be an integer from 40 to 5000')
  const schools = makeSchools(seed, schoolCount)
  const rosters = new Map(
    [...new Set(SETS.map(set => set.cohort))].map(cohort => [cohort, makeRoster(seed, cohort, schools)]),
  )
  const clean = SETS.map(({ year, grade, subject, cohort }) => {
    const whole = rosters.get(cohort)!
    const roster = grade === 4 ? whole : keepSchools(whole, school => schools[school].kind !== 'НОШ')
    const paper = paperOf(grade, subject)
    const works = makeWorks(seed, `${year} ${grade} ${subject}`, paper, roster, schools)
    return { year, grade, subject, paper, classes: roster.classes, works }
  })
  const plants = withPlants ? plantAll(seed, schools, clean) : []
  const sets = clean.map((set): DemoSet => {
    const planted = new Set(
      plants.map(one => schools.findIndex(school => one.school.endsWith(school.digits))),
    )
    return { ...set, dirt: withDirt ? soil(seed, set, schools, planted) : [] }
  })
  const truth = {
    format: 1,
    seed,
    region: REGION_NAME,
    schools: schoolCount,
    plants,
    dirt: countDirt(sets),
  } as const
  return { seed, name: REGION_NAME, municipalities: makeMunicipalities(), schools, sets, truth }
}

function countDirt(sets: readonly DemoSet[]): DemoTruth['dirt'] {
  return sets.flatMap(({ year, grade, subject, dirt }) =>
    [...Map.groupBy(dirt, edit => edit.kind)]
      .map(([kind, edits]) => ({ year, grade, subject, kind, count: edits.length }))
      .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
  )
}
