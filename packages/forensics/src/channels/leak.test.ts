import { describe, expect, it } from 'vitest'
import { spreadOf } from '../../test/planted-region.ts'
import {
  MAXIMA,
  OPEN,
  oddRegions,
  type PlantedWork,
  powerAtOnePercent,
  taughtRegion,
} from '../../test/taught-region.ts'
import { dividedGroups } from './divided-group.ts'
import { leakChannel } from './leak.ts'
import { taskResiduals } from './residuals.ts'
import { projections } from './shared-profile.ts'

const planted = (g: number) => g % 20 === 3
const LEAKED = [2, 5, 8, 11, 14]
const known = ({ points, blank }: PlantedWork) => {
  for (const j of LEAKED) {
    points[j] = MAXIMA[j]
    blank[j] = false
  }
}
const leaked = taughtRegion({
  seed: 31,
  groups: 800,
  plant: work => {
    if (planted(work.group) && work.pupil < 0.5) known(work)
  },
})

describe('leak', () => {
  it('finds the tasks and the groups of a leak to half of the pupils', () => {
    const leak = leakChannel(leaked)
    expect(powerAtOnePercent(leak.value, planted)).toBeGreaterThan(0.8)
    const first = leak.profiles[0]
    expect(first.along).toBeGreaterThan(first.against + 10)
    const order = Array.from(MAXIMA.keys()).sort((a, b) => first.tasks[b] - first.tasks[a])
    expect(order.slice(0, 4).every(j => LEAKED.includes(j))).toBe(true)
    expect(leak.profileOf.filter((k, g) => planted(g) && k === 0).length).toBeGreaterThan(20)
  })

  it('finds nothing that honest groups share, and says nothing then', () => {
    for (const seed of [32, 37, 38]) {
      const { value, profiles } = leakChannel(taughtRegion({ seed, groups: 600 }))
      expect(profiles).toEqual([])
      expect(value.every(Number.isNaN)).toBe(true)
    }
  })

  it('of honest groups beside a leak is standard normal', () => {
    const { value, variance } = leakChannel(leaked)
    const honest = value.filter((_, g) => !planted(g))
    const { mean, sd } = spreadOf(honest)
    expect(Math.abs(mean)).toBeLessThan(0.25)
    expect(sd).toBeGreaterThan(0.85)
    expect(sd).toBeLessThan(1.15)
    expect(honest.filter(x => x > 2.326).length / honest.length).toBeLessThan(0.02)
    expect(variance.every(v => v === 1)).toBe(true)
  })

  it('needs several schools: twenty groups of one school are no leak, twenty of twenty schools are', () => {
    const oddTasks = (perSchool: number) => {
      const plant = (work: PlantedWork) => {
        if (work.group < 20) known(work)
      }
      const region = taughtRegion({ seed: 33, groups: 400, groupsPerSchool: perSchool, plant })
      const { profiles } = leakChannel(region)
      return profiles.map(p => LEAKED.filter(j => p.tasks[j] > 0.2).length)
    }
    expect(oddTasks(20).every(tasks => tasks < 4)).toBe(true)
    expect(oddTasks(1).some(tasks => tasks >= 4)).toBe(true)
  })

  it('leaves lenient marking of open tasks to its own channel', () => {
    const region = taughtRegion({
      seed: 36,
      groups: 800,
      taught: 0.3,
      plant: ({ group, points, random }) => {
        if (!planted(group)) return
        for (const j of OPEN) if (points[j] < MAXIMA[j] && random() < 0.7) points[j]++
      },
    })
    const { profiles } = leakChannel(region)
    const open = profiles.filter(p => OPEN.filter(j => p.tasks[j] > 0.1).length > 5)
    expect(open).toEqual([])
  })

  it('by hand: a row is projected on the rows of the other schools', () => {
    const z = Float32Array.of(3, 4, 0, 2, 5, 0)
    const rows = {
      count: 3,
      width: 2,
      z,
      length2: Float64Array.of(25, 4, 25),
      school: Int32Array.of(0, 0, 1),
    }
    const profile = { sum: Float64Array.of(13, 8), weight: Float64Array.of(1, 2, 2) }
    // Without school 0 only 2·(5, 0) is left; without school 1, (3, 4) + 2·(0, 2) = (3, 8).
    const expected = [3, 0, 15 / Math.sqrt(73)]
    expect([...projections(rows, profile)]).toEqual(expected.map(x => expect.closeTo(x, 9)))
  })

  it('does not depend on how groups are numbered', () => {
    const there = leakChannel(leaked).value
    const { groupCount, groupStart, schoolOfGroup, schoolCount } = leaked
    const renamed = schoolOfGroup.map(s => schoolCount - 1 - s)
    const back = leakChannel({ ...leaked, schoolOfGroup: renamed }).value
    expect(groupStart).toHaveLength(groupCount + 1)
    const difference = there.map((x, g) => Math.abs(x - back[g]))
    expect(spreadOf(difference).mean).toBeLessThan(0.1)
  })

  it('tells a divided group from one that is good as a whole', () => {
    const region = taughtRegion({
      seed: 34,
      groups: 400,
      taught: 0,
      plant: work => {
        if (work.group === 3 && work.pupil < 0.5) known(work)
        if (work.group === 4) known(work)
      },
      size: () => 40,
    })
    const order = Int32Array.from({ length: 400 }, (_, g) => g)
    const profile = Float64Array.from(MAXIMA, (_, j) => (LEAKED.includes(j) ? 1 : -0.4))
    const divided = dividedGroups(region, taskResiduals(region), order, profile)
    expect(divided[3]).toBeGreaterThan(2.5)
    expect(divided[4]).toBeLessThan(1)
    expect(spreadOf(divided).sd).toBeLessThan(1.2)
  })

  it('finds the drift of late writers by time', () => {
    const late = (g: number) => g % 4 === 1
    const region = taughtRegion({
      seed: 35,
      groups: 600,
      plant: work => {
        if (late(work.group) && work.pupil < 0.25) known(work)
      },
    })
    const writtenAt = Float64Array.from({ length: 600 }, (_, g) => (g === 0 ? Number.NaN : late(g) ? 5 : 1))
    const { profiles } = leakChannel(region, taskResiduals(region), { writtenAt })
    const drift = profiles.find(p => p.late)
    expect(drift).toBeDefined()
    for (const j of LEAKED) expect(drift!.tasks[j]).toBeGreaterThan(0.2)
  })

  it('answers odd regions with finite numbers or none', () => {
    for (const [name, odd] of oddRegions()) {
      const writtenAt = new Float64Array(odd.groupCount)
      const { value, variance } = leakChannel(odd, taskResiduals(odd), { writtenAt })
      for (const x of [...value, ...variance]) expect(Number.isNaN(x) || Number.isFinite(x), name).toBe(true)
    }
  })
})
