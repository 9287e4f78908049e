import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { boundariesOf, findSpecification, loadSpecifications } from '../../app/features/procedures/index.ts'
import { EXCLUDED, type ProtocolBatch, readProtocol } from '../../app/features/results/index.ts'
import { readRegistry } from '../../app/features/territory/index.ts'
import type { LevelCovariate } from '../../packages/forensics/src/channels/level.ts'
import type { GroupedWorks } from '../../packages/forensics/src/channels/prepare-works.ts'

export interface RegionSet {
  readonly name: string
  /** Groups are classes; works whose class is unknown are in none. Schools have the same index in all sets. */
  readonly works: GroupedWorks
}

export interface Region {
  readonly sets: readonly RegionSet[]
  /** Kind and locality of schools, from the registry. */
  readonly covariates: readonly LevelCovariate[]
}

/** Reads the protocols of a region and its registry as the product does; null where the folder is absent. */
export async function loadRegion(folder: string): Promise<Region | null> {
  if (!existsSync(folder)) return null
  const specifications = await loadSpecifications()
  const files = readdirSync(folder).filter(name => /^\d{4} .*\.xlsx$/.test(name))
  const batches: ProtocolBatch[] = []
  for (const file of files.sort()) batches.push(await readProtocol(join(folder, file), { specifications }))
  const indexOf = new Map<number, number>()
  for (const { columns } of batches)
    for (let i = 0; i < columns.count; i++)
      if ((columns.flags[i] & EXCLUDED) === 0 && !indexOf.has(columns.school[i]))
        indexOf.set(columns.school[i], indexOf.size)
  const sets = batches.map(batch => {
    const bands = findSpecification(specifications, batch.assessment)?.specification.bands ?? null
    const { year, grade, subject } = batch.assessment
    return { name: `${year} ${subject}, ${grade}`, works: toWorks(batch, boundariesOf(bands), indexOf) }
  })
  const registry = await readRegistry(join(folder, 'school-registry.xlsx'))
  const schools = [...indexOf.keys()].map(digits => registry.byKey.get(String(digits).padStart(6, '0')))
  return {
    sets,
    covariates: [
      categories(schools.map(school => (school?.special ? 'special' : (school?.kind ?? null)))),
      categories(schools.map(school => school?.locality ?? null)),
    ],
  }
}

function categories(names: readonly (string | null)[]): LevelCovariate {
  const known = [...new Set(names)].filter(name => name !== null)
  return {
    by: 'school',
    kind: 'category',
    values: names.map(name => (name === null ? -1 : known.indexOf(name))),
  }
}

function toWorks(
  { columns, tasks, maxScore }: ProtocolBatch,
  boundaries: GroupedWorks['boundaries'],
  indexOf: ReadonlyMap<number, number>,
): GroupedWorks {
  const rows: number[] = []
  for (let i = 0; i < columns.count; i++) if ((columns.flags[i] & EXCLUDED) === 0) rows.push(i)
  const groups = new Map<string, number>()
  const groupOf = (row: number) => {
    const label = columns.classes[columns.class[row]]
    if (label === '') return -1
    const key = `${columns.school[row]} ${label}`
    const group = groups.get(key) ?? groups.size
    groups.set(key, group)
    return group
  }
  const group = Int32Array.from(rows, groupOf)
  return {
    count: rows.length,
    school: Int32Array.from(rows, row => indexOf.get(columns.school[row])!),
    group,
    groupCount: groups.size,
    total: Uint16Array.from(rows, row => columns.total[row]),
    journal: Uint8Array.from(rows, row => columns.journal[row]),
    scores: tasks.map((_, j) => Uint8Array.from(rows, row => columns.scores[row * tasks.length + j])),
    schoolCount: indexOf.size,
    maxScore,
    taskMaxima: Uint8Array.from(tasks, ({ max }) => max),
    boundaries,
    openTasks: [],
  }
}
