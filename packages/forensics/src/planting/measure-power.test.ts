import { expect, test } from 'vitest'
import { honestRegion } from '../../test/planted-region.ts'
import { detectSchools } from '../detection/index.ts'
import { measurePower } from './measure-power.ts'

// One seed of works and another; schools are the same by index.
const sets = [21, 22].map(seed => honestRegion({ seed, schools: 100 }))

test('dictated answers are found where the official method sees next to nothing, and by their own channels', {
  timeout: 60_000,
}, () => {
  let runs = 0
  const [strong, nothing] = measurePower(sets, {
    kinds: ['dictate'],
    sizes: [1, 0.05],
    onRun: done => {
      runs = done
    },
  })
  expect(runs).toBe(3)
  expect(strong.classes).toBe(20)
  expect(strong.gain).toBeGreaterThan(4)
  expect(strong.combined.power).toBeGreaterThan(0.8)
  expect(strong.combined.power).toBeGreaterThan(strong.official.power)
  expect(strong.before.power).toBeLessThan(0.2)
  expect(strong.channels.level.power).toBeGreaterThan(strong.channels.omission.power)
  // At a twentieth of the size one task at most is given: found as seldom as the budget has it.
  expect(nothing.combined.power).toBeLessThan(strong.combined.power)
})

test('works of unknown class speak for their school; sets of different schools are refused', () => {
  const unknown = { ...sets[0], group: sets[0].group!.map((g, i) => (sets[0].school[i] === 7 ? -1 : g)) }
  const { combined } = detectSchools([unknown])
  expect(combined.units[7]).toBe(1)
  expect(combined.units[8]).toBe(2)
  expect(combined.z[7]).not.toBeNaN()
  expect(() => detectSchools([sets[0], honestRegion({ seed: 1, schools: 3 })])).toThrow(RangeError)
})

test('a region of three schools, or of none, has a power that is a number or NaN', {
  timeout: 60_000,
}, () => {
  const tiny = honestRegion({ seed: 5, schools: 3 })
  const [row] = measurePower([tiny], { kinds: ['lift'], shareOfClasses: 0.2 })
  expect(row.combined.power).toBeGreaterThanOrEqual(0)
  expect(measurePower([], { kinds: ['copy'] })[0].combined.power).toBeNaN()
})
