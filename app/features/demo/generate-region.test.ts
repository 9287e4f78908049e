import { describe, expect, it } from 'vitest'
import { pointsOf } from './edit-work.ts'
import { generateRegion } from './generate-region.ts'
import { loginOf } from './login.ts'
import type { CleanSet, DemoRegion, DemoSet } from './types.ts'

const region = generateRegion()
const honest = generateRegion({ plants: false, dirt: false })

const nameOf = ({ year, grade, subject }: Pick<CleanSet, 'year' | 'grade' | 'subject'>) =>
  `${year} ${grade} ${subject}`
const setsByName = (one: DemoRegion) => new Map(one.sets.map(set => [nameOf(set), set]))
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

function written({ works }: CleanSet): number[] {
  return [...works.variant.keys()].filter(row => works.variant[row] > 0)
}

/** Intraclass correlation of totals by one-way analysis of variance (Donner 1986, unequal groups). */
function icc(set: CleanSet): number {
  const rows = written(set)
  const groups = [...Map.groupBy(rows, row => set.works.school[row]).values()]
  const grand = mean(rows.map(row => set.works.total[row]))
  let between = 0
  let within = 0
  let squares = 0
  for (const group of groups) {
    const own = mean(group.map(row => set.works.total[row]))
    between += group.length * (own - grand) ** 2
    for (const row of group) within += (set.works.total[row] - own) ** 2
    squares += group.length ** 2
  }
  const n = rows.length
  const meanBetween = between / (groups.length - 1)
  const meanWithin = within / (n - groups.length)
  const size = (n - squares / n) / (groups.length - 1)
  const variance = (meanBetween - meanWithin) / size
  return variance / (variance + meanWithin)
}

describe('the demo region', () => {
  it('is the same for the same seed, columns and truth, and another for another seed', () => {
    expect(generateRegion({ seed: 98 })).toEqual(region)
    expect(JSON.stringify(generateRegion().truth)).toBe(JSON.stringify(region.truth))
    const other = generateRegion({ seed: 99 })
    expect(other.sets[0].works.total).not.toEqual(region.sets[0].works.total)
    expect(other.truth.plants).not.toEqual(region.truth.plants)
  })

  it('keeps the works of untouched schools when plants and dirt are left out', () => {
    const before = setsByName(honest)
    for (const set of region.sets) {
      const planted = region.truth.plants.filter(one => nameOf(one) === nameOf(set)).map(one => one.school)
      const clean = before.get(nameOf(set))!
      for (let row = 0; row < set.works.count; row++) {
        if (planted.includes(loginOf(region.schools[set.works.school[row]], set.year))) continue
        if (set.works.total[row] !== clean.works.total[row]) throw new Error(`${nameOf(set)}, row ${row}`)
      }
      expect(clean.dirt).toEqual([])
    }
    expect(honest.truth.plants).toEqual([])
  })

  it('has eight sets over two years, 20 municipalities, each with schools, and valid unique logins', () => {
    expect(region.sets.map(nameOf).sort()).toEqual(
      [2021, 2022]
        .flatMap(year =>
          [4, 5].flatMap(grade => [`${year} ${grade} Математика`, `${year} ${grade} Русский язык`]),
        )
        .sort(),
    )
    expect(region.municipalities).toHaveLength(20)
    expect(new Set(region.schools.map(school => school.municipality)).size).toBe(20)
    const logins = region.schools.flatMap(school => [loginOf(school, 2021), loginOf(school, 2022)])
    for (const login of logins) expect(login).toMatch(/^(sch|edu)98\d{4}$/)
    expect(new Set(logins).size).toBe(2 * region.schools.length)
    expect(new Set(region.schools.map(school => school.name)).size).toBe(region.schools.length)
    expect(region.schools.filter(school => school.controlled)).toHaveLength(10)
  })

  it('has totals equal to sums, within the maximum, and nothing left of absent pupils', () => {
    for (const { works, paper } of region.sets)
      for (let row = 0; row < works.count; row++) {
        const sum = works.scores.reduce((points, column) => points + pointsOf(column[row]), 0)
        if (works.total[row] !== sum || sum > paper.maxPrimary) throw new Error(`row ${row}: ${sum}`)
        if (works.variant[row] === 0 && (sum > 0 || works.journal[row] > 0))
          throw new Error(`absent row ${row}`)
      }
  })

  it('looks like a real region: sizes, absence, correlation within schools, journal, tasks', () => {
    for (const set of honest.sets) {
      const rows = written(set)
      expect(rows.length).toBeGreaterThan(5000)
      expect(rows.length).toBeLessThan(8000)
      expect(1 - rows.length / set.works.count).toBeGreaterThan(0.055)
      expect(1 - rows.length / set.works.count).toBeLessThan(0.085)
      expect(icc(set)).toBeGreaterThan(0.06)
      expect(icc(set)).toBeLessThan(0.15)
      const sizes = [...Map.groupBy(rows, row => set.works.school[row]).values()].map(group => group.length)
      sizes.sort((a, b) => a - b)
      const median = sizes[sizes.length >> 1]
      expect(median).toBeGreaterThan(10)
      expect(median).toBeLessThan(25)
      expect(sizes.at(-1)).toBeGreaterThan(90)

      const graded = rows.filter(row => set.works.journal[row] > 0)
      const r = correlation(
        graded.map(row => set.works.journal[row]),
        graded.map(row => set.works.total[row]),
      )
      expect(r).toBeGreaterThan(0.5)
      expect(r).toBeLessThan(0.72)
      set.paper.tasks.forEach(({ max }, task) => {
        const taught = rows.filter(row => set.works.scores[task][row] !== 255)
        const share = mean(taught.map(row => pointsOf(set.works.scores[task][row]))) / max
        expect(Math.abs(share - set.paper.shares[task])).toBeLessThan(0.1)
      })
    }
  })

  it('has the intraclass correlation of real regions, about 0.10, over its sets', () => {
    const overall = mean(honest.sets.map(icc))
    expect(overall).toBeGreaterThan(0.08)
    expect(overall).toBeLessThan(0.12)
  })

  it('has no grade 5 in primary schools', () => {
    const kinds = (grade: number) =>
      new Set(
        honest.sets
          .filter(set => set.grade === grade)
          .flatMap(set => Array.from(set.works.school, school => honest.schools[school].kind)),
      )
    expect(kinds(4)).toContain('НОШ')
    expect(kinds(5)).not.toContain('НОШ')
  })

  it('spoils a row in one way at most, and never in a school with a plant', () => {
    const planted = region.truth.plants.map(one => one.school.slice(3))
    for (const { dirt, works } of region.sets) {
      expect(new Set(dirt.map(edit => edit.row)).size).toBe(dirt.length)
      for (const { row } of dirt) expect(planted).not.toContain(region.schools[works.school[row]].digits)
    }
  })

  it('bunches at the first score of «3» in the region, and not where observers sit', () => {
    for (const set of honest.sets) {
      const [three] = set.paper.boundaries
      const shareAt = (rows: readonly number[]) => {
        const at = rows.filter(row => set.works.total[row] === three).length
        return at / (at + rows.filter(row => set.works.total[row] === three - 1).length)
      }
      expect(shareAt(written(set))).toBeGreaterThan(0.75)
    }
    const observed = honest.sets.flatMap(set => {
      const rows = written(set).filter(row => honest.schools[set.works.school[row]].controlled)
      return rows.map(row => set.works.total[row] - set.paper.boundaries[0])
    })
    const at = observed.filter(distance => distance === 0).length
    const below = observed.filter(distance => distance === -1).length
    expect(at / (at + below)).toBeLessThan(0.72)
  })

  it('follows a cohort: grade 4 of 2021 is grade 5 of 2022, school by school and pupil by pupil', () => {
    const sets = setsByName(honest)
    const earlier = sets.get('2021 4 Математика')!
    const later = sets.get('2022 5 Математика')!
    const other = sets.get('2021 5 Математика')!
    const key = ({ works }: DemoSet, row: number) => `${works.school[row]} ${works.pupil[row]}`
    const pairs = (a: DemoSet, b: DemoSet) => {
      const rows = new Map(written(b).map(row => [key(b, row), row]))
      return written(a).flatMap(row => {
        const match = rows.get(key(a, row))
        return match === undefined ? [] : [[a.works.total[row], b.works.total[match]]]
      })
    }
    const same = pairs(earlier, later)
    const strangers = pairs(earlier, other)
    const r = (list: number[][]) =>
      correlation(
        list.map(pair => pair[0]),
        list.map(pair => pair[1]),
      )
    expect(r(same)).toBeGreaterThan(0.4)
    expect(r(strangers)).toBeLessThan(0.2)
  })

  it('refuses options that cannot make a region', () => {
    expect(() => generateRegion({ schools: 10 })).toThrow(RangeError)
    expect(() => generateRegion({ seed: 0.5 })).toThrow(RangeError)
  })
})

describe('planted manipulations', () => {
  const before = setsByName(honest)
  const after = setsByName(region)

  it('stand in distinct schools that are neither gymnasiums nor under observers', () => {
    const schools = region.truth.plants.map(one => one.school.slice(3))
    expect(schools.length).toBeGreaterThanOrEqual(12)
    expect(new Set(schools).size).toBe(schools.length)
    for (const digits of schools) {
      const school = region.schools.find(one => one.digits === digits)!
      expect(school.controlled).toBe(false)
      expect(['СОШ', 'ООШ']).toContain(school.kind)
    }
    expect(new Set(region.truth.plants.map(one => one.kind)).size).toBe(6)
  })

  it.each(region.truth.plants)('$kind in $school, $year $grade $subject is where the truth says', plant => {
    const set = after.get(nameOf(plant))!
    const clean = before.get(nameOf(plant))!
    const school = region.schools.findIndex(one => loginOf(one, plant.year) === plant.school)
    const changed: number[] = []
    for (let row = 0; row < set.works.count; row++) {
      const cells = (one: CleanSet) =>
        [one.works.variant, one.works.journal, ...one.works.scores].map(column => column[row]).join()
      if (set.works.school[row] === school && cells(set) !== cells(clean)) changed.push(row)
    }
    expect(changed).toHaveLength(plant.works)
    expect(plant.works).toBeGreaterThan(0)
    if (plant.class !== null)
      for (const row of changed) expect(set.classes[set.works.class[row]].letter).toBe(plant.class)
    if (plant.kind === 'lift') {
      const below = (one: CleanSet) =>
        written(one).filter(
          row => one.works.school[row] === school && one.paper.boundaries.includes(one.works.total[row] + 1),
        ).length
      expect(below(set)).toBeLessThan(below(clean))
    }
    if (plant.kind === 'low-absent') for (const row of changed) expect(set.works.variant[row]).toBe(0)
    if (plant.kind === 'journal-detached') {
      expect(changed.every(row => set.works.total[row] === clean.works.total[row])).toBe(true)
      expect(plant.size).toBeLessThan(0.3)
    } else {
      expect(plant.size).toBeGreaterThan(0)
    }
  })
})

function correlation(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)]
  const sum = (f: (i: number) => number) => x.reduce((total, _, i) => total + f(i), 0)
  const xy = sum(i => (x[i] - mx) * (y[i] - my))
  return xy / Math.sqrt(sum(i => (x[i] - mx) ** 2) * sum(i => (y[i] - my) ** 2))
}
