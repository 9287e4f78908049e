import { loginOf } from './login.ts'
import { type PlantStrength, plant } from './plant/index.ts'
import { createRandom } from './random.ts'
import type { CleanSet, DemoPlant, DemoSchool, PlantKind } from './types.ts'

/** A manipulation that the region is to hold, and the school it wants. */
interface PlannedPlant<K extends PlantKind = PlantKind> {
  readonly kind: K
  readonly year: number
  readonly grade: number
  readonly subject: 'Русский язык' | 'Математика'
  /** Written works the school should have in the set, least and most. */
  readonly works: readonly [number, number]
  /** One class of the school, or all of it. */
  readonly scope: 'class' | 'school'
  readonly strength?: PlantStrength[K]
}

/**
 * What is planted. The mean of the official method can see some (a class alike in a school of one class), it must
 * miss others (one class of a large school, a few works lifted).
 */
const PLAN: readonly PlannedPlant[] = [
  planned('lift', 2021, 5, 'Математика', [60, 120], 'school'),
  planned('lift', 2021, 4, 'Русский язык', [22, 45], 'school'),
  planned('lift', 2022, 5, 'Русский язык', [60, 160], 'school'),
  planned('hardest-given', 2021, 4, 'Математика', [14, 26], 'school'),
  planned('hardest-given', 2021, 5, 'Русский язык', [8, 15], 'school', { tasks: 6 }),
  planned('hardest-given', 2022, 4, 'Математика', [60, 160], 'class'),
  planned('alike', 2021, 4, 'Русский язык', [15, 26], 'school'),
  planned('alike', 2021, 5, 'Математика', [8, 14], 'school'),
  planned('alike', 2022, 4, 'Русский язык', [70, 160], 'class', { height: 0.7 }),
  planned('dictate', 2021, 4, 'Математика', [14, 26], 'school'),
  planned('dictate', 2022, 5, 'Математика', [12, 26], 'school', { part: 0.45 }),
  planned('journal-detached', 2021, 5, 'Русский язык', [15, 26], 'school', { lean: 0.5 }),
  planned('journal-detached', 2021, 4, 'Математика', [10, 20], 'school', { lean: 0.6 }),
  planned('journal-detached', 2022, 5, 'Математика', [60, 160], 'class'),
  planned('low-absent', 2021, 4, 'Русский язык', [16, 26], 'school'),
  planned('low-absent', 2022, 5, 'Русский язык', [40, 90], 'school', { part: 0.3 }),
]

function planned<K extends PlantKind>(
  kind: K,
  year: number,
  grade: number,
  subject: PlannedPlant['subject'],
  works: readonly [number, number],
  scope: PlannedPlant['scope'],
  strength?: PlantStrength[K],
): PlannedPlant<K> {
  return { kind, year, grade, subject, works, scope, ...(strength && { strength }) }
}

/**
 * Plants the plan into the sets, in place: each into a school of its own, ordinary and not under observers, whose
 * size comes nearest to what the plan wants.
 */
export function plantAll(
  seed: number,
  schools: readonly DemoSchool[],
  sets: readonly CleanSet[],
): DemoPlant[] {
  const used = new Set<number>()
  return PLAN.map((wanted, i) => {
    const random = createRandom(seed, `plant ${i}`)
    const set = sets.find(
      one => one.year === wanted.year && one.grade === wanted.grade && one.subject === wanted.subject,
    )
    if (!set) throw new Error(`no set for a plant of ${wanted.year}`)
    const bySchool = writtenRows(set)
    const distances = [...bySchool]
      .filter(([school]) => !used.has(school) && mayHold(schools[school]))
      .map(([school, rows]) => ({ school, rows, distance: distanceTo(wanted.works, rows.length) }))
    const nearest = Math.min(...distances.map(one => one.distance))
    const { school, rows } = random.pick(distances.filter(one => one.distance === nearest))
    used.add(school)
    const letters = [...new Set(rows.map(row => set.classes[set.works.class[row]].letter))]
    const letter = wanted.scope === 'class' ? random.pick(letters) : letters.length === 1 ? letters[0] : null
    const touched = rows.filter(row => letter === null || set.classes[set.works.class[row]].letter === letter)
    const target = {
      works: set.works,
      rows: touched,
      maxima: set.paper.tasks.map(task => task.max),
      shares: set.paper.shares,
      boundaries: set.paper.boundaries,
    }
    return {
      kind: wanted.kind,
      school: loginOf(schools[school], wanted.year),
      class: letter,
      year: wanted.year,
      grade: wanted.grade,
      subject: wanted.subject,
      ...plant(wanted.kind, target, random, wanted.strength),
    }
  })
}

function mayHold({ kind, controlled }: DemoSchool): boolean {
  return !controlled && (kind === 'СОШ' || kind === 'ООШ')
}

function distanceTo([least, most]: readonly [number, number], value: number): number {
  return Math.max(least - value, value - most, 0)
}

function writtenRows({ works }: CleanSet): Map<number, number[]> {
  const bySchool = new Map<number, number[]>()
  for (let row = 0; row < works.count; row++) {
    if (works.variant[row] === 0) continue
    const rows = bySchool.get(works.school[row])
    if (rows) rows.push(row)
    else bySchool.set(works.school[row], [row])
  }
  return bySchool
}
