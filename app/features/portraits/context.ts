import { COVERAGE_FACTOR, momentsOf, quantileType7 } from '@objektiv/forensics'
import { addScores, type SchoolSetRow, type ScreenedSet } from '../screening/threads.ts'
import type { PortraitRun, PortraitSchool } from './types.ts'

/** What all portraits of a run share, computed once. */
export interface PortraitContext {
  readonly run: PortraitRun
  readonly byLogin: ReadonlyMap<string, PortraitSchool>
  /** By name, in the order of the alphabet; schools that the registry does not know stand in none. */
  readonly municipalities: ReadonlyMap<string, readonly PortraitSchool[]>
  readonly sets: readonly SetContext[]
}

export interface SetContext {
  readonly position: number
  readonly set: ScreenedSet
  /** Every school with works in the set, by login. */
  readonly rows: ReadonlyMap<string, SchoolInSet>
  readonly region: Group
  /** By name; null: schools of no known municipality. */
  readonly municipalities: ReadonlyMap<string | null, Group>
  /** Schools of one kind and locality (keyOfSimilar); null: schools of which either is not known. */
  readonly similar: ReadonlyMap<string | null, Group>
  /** Mean scores that part the schools of at least LEAST_IN_FIFTHS works into fifths; null where there are too few schools. */
  readonly fifths: readonly number[] | null
}

export interface SchoolInSet {
  readonly school: PortraitSchool
  readonly row: SchoolSetRow
}

/** Several schools in one set, as if they were one. */
export interface Group {
  readonly members: readonly SchoolInSet[]
  readonly works: number
  readonly mean: number | null
  /** As in method A of 2019: mean ± 1.96·s/√n over works. Ordinary differences between schools are not in it. */
  readonly lower: number | null
  readonly upper: number | null
  readonly distribution: readonly number[]
}

/** «Группы не меньше 10»: a mean of fewer works moves from fifth to fifth by chance. */
export const LEAST_IN_FIFTHS = 10
/** Fewer schools have no fifths worth the name. */
const LEAST_SCHOOLS_FOR_FIFTHS = 10

/** Everything that does not depend on whom a portrait speaks of. Pure: the same run gives the same context. */
export function preparePortraits(run: PortraitRun): PortraitContext {
  const placed = run.schools.flatMap(school => school.rows.map(row => ({ school, row })))
  const bySet = Map.groupBy(
    placed.filter(({ row }) => row.n > 0),
    ({ row }) => row.position,
  )
  return {
    run,
    byLogin: new Map(run.schools.map(school => [school.school.login, school])),
    municipalities: new Map(
      [...Map.groupBy(run.schools, ({ municipality }) => municipality)]
        .filter((entry): entry is [string, PortraitSchool[]] => entry[0] !== null)
        .sort(([a], [b]) => compareNames(a, b)),
    ),
    sets: run.sets.map((set, position) => contextOfSet(set, position, bySet.get(position) ?? [])),
  }
}

function contextOfSet(set: ScreenedSet, position: number, members: readonly SchoolInSet[]): SetContext {
  const groups = <K>(keyOf: (school: PortraitSchool) => K) =>
    new Map(
      [...Map.groupBy(members, ({ school }) => keyOf(school))].map(([key, group]) => [
        key,
        groupOf(set, group),
      ]),
    )
  const { works, mean, lower, upper, distribution } = set
  return {
    position,
    set,
    rows: new Map(members.map(member => [member.school.school.login, member])),
    region: { members, works, mean, lower, upper, distribution },
    municipalities: groups(({ municipality }) => municipality),
    similar: groups(keyOfSimilar),
    fifths: fifthsOf(members),
  }
}

/** Schools of a set taken together. */
export function groupOf({ maxScore }: Pick<ScreenedSet, 'maxScore'>, members: readonly SchoolInSet[]): Group {
  const distribution = addScores(
    members.map(({ row }) => row),
    maxScore,
  )
  const { n, mean, sd } = momentsOf(distribution)
  const half = sd === null ? null : (COVERAGE_FACTOR * sd) / Math.sqrt(n)
  return {
    members,
    works: n,
    mean,
    lower: mean === null || half === null ? null : mean - half,
    upper: mean === null || half === null ? null : mean + half,
    distribution,
  }
}

/** Same kind and locality; null where either is not known. */
export function keyOfSimilar({ school: { kind }, locality }: PortraitSchool): string | null {
  return kind === null || locality === null ? null : `${kind} ${locality}`
}

function fifthsOf(members: readonly SchoolInSet[]): readonly number[] | null {
  const means = members
    .flatMap(({ row }) => (row.n >= LEAST_IN_FIFTHS && row.mean !== null ? [row.mean] : []))
    .sort((a, b) => a - b)
  if (means.length < LEAST_SCHOOLS_FOR_FIFTHS) return null
  return [0.2, 0.4, 0.6, 0.8].map(share => quantileType7(means, share))
}

/** 1 (lowest) … 5; null where the school has few works or the region few schools. */
export function fifthOf({ fifths }: Pick<SetContext, 'fifths'>, { n, mean }: SchoolSetRow): number | null {
  if (fifths === null || mean === null || n < LEAST_IN_FIFTHS) return null
  return 1 + fifths.filter(edge => mean > edge).length
}

export function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'ru', { numeric: true })
}
