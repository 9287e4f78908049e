import type { JournalComparison } from '@objektiv/forensics'
import { LEAST_SHOWN, suppressSmallCells } from '../territory/threads.ts'
import type { Group, PortraitContext, SetContext } from './context.ts'
import { journalOf } from './details.ts'
import { type GroupToShow, LEAST_SCHOOLS, showCounts, showGroups } from './small-cells.ts'
import type { Audience, PortraitRequest } from './types.ts'

/** «Группы меньше 10 — для публики». */
export const LEAST_PUBLIC = 10

/** What of a set may be shown to whoever a portrait is for. */
export interface SetSight {
  /** Logins of the schools whose own numbers may be shown. */
  readonly schools: ReadonlySet<string>
  /** Municipalities whose sums may be shown in their own portraits. */
  readonly municipalities: ReadonlySet<string | null>
  /** Groups that may stand beside others in a table. */
  readonly municipalityGroups: ReadonlySet<string | null>
  readonly similarGroups: ReadonlySet<string | null>
  /** Whose counts «понизили, подтвердили, повысили» may be shown, and whose of marks that are two or more apart. */
  readonly journals: CountSight
  readonly far: CountSight
}

export interface CountSight {
  readonly schools: ReadonlySet<string>
  readonly municipalities: ReadonlySet<string | null>
}

export interface Sight {
  /** Works behind anything that is shown; 0: everything may be seen. */
  readonly least: number
  /** The portrait is the school's own: it sees its own numbers, however few. */
  readonly own: boolean
  readonly audience: Audience
  ofSet(set: SetContext): SetSight
}

/** By the sets of a run, which stay the same when replies are laid over it. */
const known = new WeakMap<PortraitContext['sets'], Map<number, SetSight[]>>()

/**
 * What the reader of a portrait may see. Decided for all portraits of a run at once and not for each: what one keeps
 * back must not be had from the others by subtraction.
 */
export function sightOf(context: PortraitContext, { level, audience }: PortraitRequest): Sight {
  const own = level === 'school' && audience === 'school'
  const least = audience === 'public' ? LEAST_PUBLIC : LEAST_SHOWN
  const byLeast = known.get(context.sets) ?? new Map<number, SetSight[]>()
  known.set(context.sets, byLeast)
  const sets = byLeast.get(least) ?? []
  byLeast.set(least, sets)
  return {
    least,
    own,
    audience,
    ofSet: set => {
      sets[set.position] ??= sightOfSet(set, least)
      return sets[set.position]
    },
  }
}

/**
 * Whether the whole region may stand beside a unit: whoever knows the unit takes it away, and what is left must speak of
 * more than one school.
 */
export function regionBeside(
  { own, least }: Sight,
  { region }: SetContext,
  unit: { readonly schools: number; readonly works: number },
): boolean {
  const schools = region.members.length - unit.schools
  if (schools === 0) return own || region.works >= least
  return schools >= LEAST_SCHOOLS - 1 && region.works - unit.works >= least
}

function sightOfSet(set: SetContext, least: number): SetSight {
  const municipalities = suppressSmallCells(worksOf(set.municipalities), set.region.works, least)
  const schools = schoolsShown(set, municipalities, least)
  const beside = (groups: ReadonlyMap<string | null, Group>) =>
    new Map([...groups].map(([key, group]): [string | null, GroupToShow] => [key, toShow(group, schools)]))
  return {
    schools,
    municipalities,
    municipalityGroups: showGroups(beside(set.municipalities), least),
    similarGroups: without(null, showGroups(beside(set.similar), least)),
    journals: countsShown(set, schools, least, one => [one.lowered, one.confirmed, one.raised]),
    far: countsShown(set, schools, least, one => [one.far, one.n - one.far]),
  }
}

/** Inside a municipality that is shown, and over all others together: so neither gives its small schools away. */
function schoolsShown(
  { municipalities }: SetContext,
  shown: ReadonlySet<string | null>,
  least: number,
): ReadonlySet<string> {
  const pool = [...municipalities].flatMap(([name, group]) => (shown.has(name) ? [] : group.members))
  const groups = [...municipalities].flatMap(([name, { members }]) => (shown.has(name) ? [members] : []))
  return new Set(
    [...groups, pool].flatMap(members => {
      const cells = new Map(members.map(({ school, row }) => [school.school.login, row.n]))
      const works = members.reduce((sum, { row }) => sum + row.n, 0)
      return [...suppressSmallCells(cells, works, least)]
    }),
  )
}

function toShow({ members, works }: Group, shown: ReadonlySet<string>): GroupToShow {
  const hidden = members.reduce(
    (sum, { school, row }) => sum + (shown.has(school.school.login) ? 0 : row.n),
    0,
  )
  return { works, hidden, schools: members.length }
}

function worksOf<K>(groups: ReadonlyMap<K, Group>): Map<K, number> {
  return new Map([...groups].map(([key, { works }]) => [key, works]))
}

function without<K>(key: K, keys: ReadonlySet<K>): Set<K> {
  return new Set([...keys].filter(one => one !== key))
}

type Member = Group['members'][number]

/** Counts of marks are small oftener than works: they are decided apart, municipalities first. */
function countsShown(
  set: SetContext,
  seen: ReadonlySet<string>,
  least: number,
  countsOf: (comparison: JournalComparison) => readonly number[],
): CountSight {
  const counts = ({ row }: Member) => {
    const comparison = journalOf(row)
    return comparison === null ? [] : [countsOf(comparison)]
  }
  const add = (rows: readonly (readonly number[])[]) => addRows(rows, countsOf(NOTHING).length)
  const sums = new Map(
    [...set.municipalities].map(([name, { members }]) => [name, add(members.flatMap(counts))]),
  )
  const municipalities = showCounts(sums, add([...sums.values()]), least)
  const hidden = [...set.municipalities].flatMap(([name, one]) =>
    municipalities.has(name) ? [] : one.members,
  )
  const groups = [...set.municipalities].flatMap(([name, one]) =>
    municipalities.has(name) ? [one.members] : [],
  )
  const schools = [...groups, hidden].flatMap(members => {
    const rows = members
      .filter(({ school }) => seen.has(school.school.login))
      .flatMap(member => counts(member).map(one => [member.school.school.login, one] as const))
    return [...showCounts(new Map(rows), add(members.flatMap(counts)), least)]
  })
  return { schools: new Set(schools), municipalities }
}

const NOTHING: JournalComparison = {
  ...{ n: 0, lowered: 0, confirmed: 0, raised: 0, far: 0 },
  ...{ kappa: null, stuartMaxwell: null, table: [] },
}

function addRows(rows: readonly (readonly number[])[], width: number): number[] {
  return Array.from({ length: width }, (_, i) => rows.reduce((sum, row) => sum + row[i], 0))
}
