import { describe, expect, it } from 'vitest'
import { powerAtOnePercent } from '../../test/simulate-channels.ts'
import { normalNumbers, seededRandom } from '../measurement/index.ts'
import { combineSchools, flagsForBudget, type SchoolUnits } from './index.ts'

/** Schools of 1 … 5 classes in 1 … 10 sets; their units share a part of school and set, as honest ones do. */
function region(
  schools: number,
  seed: number,
  { oddShare = 0, oddSets = 1, shift = 2 } = {},
): { units: SchoolUnits; odd: Uint8Array } {
  const random = seededRandom(seed)
  const one = () => normalNumbers(1, random)[0]
  const rows: { school: number; set: number; z: number }[] = []
  const odd = new Uint8Array(schools)
  for (let school = 0; school < schools; school++) {
    odd[school] = random() < oddShare ? 1 : 0
    const classes = 1 + Math.floor(5 * random())
    const sets = 1 + Math.floor(10 * random())
    const strength = one()
    for (let set = 0; set < sets; set++) {
      const common = one()
      const moved = odd[school] === 1 && random() < oddSets ? shift : 0
      for (let c = 0; c <= classes; c++)
        rows.push({
          school,
          set,
          z: Math.sqrt(0.1) * strength + 0.5 * common + Math.sqrt(0.65) * one() + moved,
        })
    }
  }
  const units = {
    schoolCount: schools,
    school: Int32Array.from(rows, row => row.school),
    set: Int32Array.from(rows, row => row.set),
    z: Float64Array.from(rows, row => row.z),
  }
  return { units, odd }
}

describe('combineSchools', () => {
  it('keeps the budget for one run over all sets, whatever the number of classes', () => {
    const counts = { small: [0, 0], large: [0, 0] }
    for (const seed of [1, 2, 3]) {
      const { units } = region(1500, seed)
      const combined = combineSchools(units)
      expect(combined.correlation.sameSet).toBeCloseTo(0.35, 1)
      expect(combined.correlation.otherSet).toBeCloseTo(0.1, 1)
      for (let s = 0; s < 1500; s++) {
        if (combined.units[s] > 6 && combined.units[s] < 25) continue
        const part = combined.units[s] <= 6 ? counts.small : counts.large
        part[0]++
        if (combined.p[s] <= 0.05) part[1]++
      }
      expect(flagsForBudget(combined, 1).flagged.length / 1500).toBeLessThan(0.02)
    }
    for (const [all, flagged] of Object.values(counts)) {
      expect(flagged / all).toBeGreaterThan(0.025)
      expect(flagged / all).toBeLessThan(0.07)
    }
  })

  it('finds few odd sets and many slightly odd ones', () => {
    const sparse = region(1500, 7, { oddShare: 0.1, oddSets: 0.2, shift: 3 })
    const sparsely = combineSchools(sparse.units)
    const fisher = sparsely.fisher.map(p => -p)
    expect(powerAtOnePercent(sparsely.z, sparse.odd)).toBeGreaterThan(
      1.3 * powerAtOnePercent(fisher, sparse.odd),
    )

    const dense = region(1500, 8, { oddShare: 0.1, oddSets: 1, shift: 0.9 })
    const densely = combineSchools(dense.units)
    const cauchy = densely.cauchy.map(p => -p)
    expect(powerAtOnePercent(densely.z, dense.odd)).toBeGreaterThan(
      1.3 * powerAtOnePercent(cauchy, dense.odd),
    )
  })

  it('keeps the budget where honest classes of a school exceed together, more than their correlation says', () => {
    const flagged = [11, 12, 13].map(seed => {
      const { units } = region(600, seed)
      const habit = normalNumbers(600, seededRandom(seed + 100)).map(x => (x * x - 1) / Math.SQRT2)
      // One set in which the habit of a school is in all its classes, as its journal is.
      const z = units.z.map((value, u) =>
        units.set[u] === 0 ? 0.75 * value + 0.5 * habit[units.school[u]] : value,
      )
      return flagsForBudget(combineSchools({ ...units, z }), 1).flagged.length / 600
    })
    expect(flagged.reduce((sum, x) => sum + x, 0) / 3).toBeLessThan(0.018)
  })

  it('a channel alone flags a school whose classes are ordinary to all channels together', () => {
    const { units } = region(800, 10)
    const random = seededRandom(14)
    const alone = [0, 1, 2].map(() => normalNumbers(units.z.length, random))
    const at = units.school.indexOf(23)
    alone[1][at] = 4.8
    alone[2].fill(Number.NaN)
    const before = combineSchools(units)
    const combined = combineSchools({ ...units, alone })
    expect(before.z[23]).toBeLessThan(2)
    expect(flagsForBudget(combined, 1).flagged).toContain(23)
    expect(flagsForBudget(combined, 1).flagged.length / 800).toBeLessThan(0.02)
  })

  it('where one class in twenty is odd, the schools it makes odd are no habit', () => {
    const { units } = region(1000, 15)
    const random = seededRandom(16)
    const odd = new Uint8Array(1000)
    const z = units.z.map((value, u) => {
      if (random() > 0.02) return value
      odd[units.school[u]] = 1
      return value + 4
    })
    const combined = combineSchools({ ...units, z })
    const flagged = flagsForBudget(combined, 1).flagged
    const share = odd.reduce((sum, one) => sum + one, 0) / 1000
    expect(share).toBeGreaterThan(0.2)
    expect(flagged.filter(s => odd[s] === 1).length / (1000 * share)).toBeGreaterThan(0.5)
    expect(flagged.filter(s => odd[s] === 0).length / (1000 * (1 - share))).toBeLessThan(0.015)
  })

  it('one class very odd is enough, and is named', () => {
    const { units } = region(400, 9)
    const at = units.school.indexOf(17)
    units.z[at] = 7
    const combined = combineSchools(units)
    expect(combined.leading[17]).toBe(at)
    expect(flagsForBudget(combined, 1).flagged[0]).toBe(17)
  })

  it('a school without units has no degree; one school and none are no error', () => {
    const combined = combineSchools({
      schoolCount: 3,
      school: Int32Array.of(0, 0, 2),
      set: Int32Array.of(0, 1, 0),
      z: Float64Array.of(1, 5, Number.NaN),
    })
    expect(Array.from(combined.units)).toEqual([2, 0, 0])
    expect(combined.z[0]).toBeGreaterThan(1.5)
    expect([combined.z[1], combined.z[2], combined.leading[2]]).toEqual([Number.NaN, Number.NaN, -1])
    expect(combined.null.source).toBe('simulated')
    const none = { school: new Int32Array(0), set: new Int32Array(0), z: new Float64Array(0) }
    expect(combineSchools({ schoolCount: 0, ...none }).z.length).toBe(0)
  })
})
