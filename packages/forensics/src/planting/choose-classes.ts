import type { GroupedWorks } from '../channels/prepare-works.ts'
import { LEAST_WORKS } from '../detection/index.ts'
import { seededRandom } from '../measurement/index.ts'
import type { PlantKind } from './kinds.ts'
import { drawn, type PlantOptions, plant } from './plant.ts'

/** The sets with a kind planted into some of their classes. */
export interface PlantedSets {
  readonly sets: readonly GroupedWorks[]
  readonly classes: number
  /** Classes in which the kind could have been planted. */
  readonly of: number
  /** Per school 1 where one of its classes was planted in one of the sets. */
  readonly schools: Uint8Array
  /** Points gained per work of the planted classes; NaN where none was. */
  readonly gain: number
}

/**
 * Plants a kind into a random share of the classes of all sets together (a class in one set is one class). Drawn are the
 * classes of five works or more in which the kind changes anything: a class without blanks has none to fill.
 */
export function plantIntoShare(
  kind: PlantKind,
  sets: readonly GroupedWorks[],
  share: number,
  options: PlantOptions,
): PlantedSets {
  const possible = sets.flatMap((works, set) =>
    groupsChangedBy(kind, works, options).map(group => ({ set, group })),
  )
  const chosen = drawn(possible, Math.round(share * possible.length), seededRandom(options.seed))
  const schools = new Uint8Array(sets[0]?.schoolCount ?? 0)
  let gained = 0
  let works = 0
  const planted = sets.map((set, k) => {
    const groups = new Set(chosen.filter(one => one.set === k).map(({ group }) => group))
    const after = plant(kind, set, [...groups], options)
    const groupOf = set.group ?? set.school
    for (let i = 0; i < set.count; i++) {
      if (!groups.has(groupOf[i])) continue
      schools[set.school[i]] = 1
      gained += after.total[i] - set.total[i]
      works++
    }
    return after
  })
  return { sets: planted, classes: chosen.length, of: possible.length, schools, gain: gained / works }
}

/** Groups of enough works with a task that the kind changes; a group is changed alike whichever others are. */
function groupsChangedBy(kind: PlantKind, works: GroupedWorks, options: PlantOptions): number[] {
  const groupOf = works.group ?? works.school
  const size = new Int32Array(works.group === null ? works.schoolCount : works.groupCount)
  for (let i = 0; i < works.count; i++) if (groupOf[i] >= 0) size[groupOf[i]]++
  const groups = Array.from(size.keys()).filter(group => size[group] >= LEAST_WORKS)
  const after = plant(kind, works, groups, options)
  const changed = new Uint8Array(size.length)
  works.scores.forEach((column, j) => {
    if (after.scores[j] === column) return
    for (let i = 0; i < works.count; i++)
      if (groupOf[i] >= 0 && after.scores[j][i] !== column[i]) changed[groupOf[i]] = 1
  })
  return groups.filter(group => changed[group] === 1)
}
