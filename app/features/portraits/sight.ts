import type { JournalComparison } from '@objektiv/forensics'
import { addScores } from '../screening/threads.ts'
import { LEAST_SHOWN, suppressSmallCells } from '../territory/threads.ts'
import { alignBars, barsBeside, type CutScores, cutScores } from './align-bars.ts'
import type { Group, PortraitContext, SetContext } from './context.ts'
import { journalOf } from './details.ts'
import { type GroupToShow, isFew, LEAST_SCHOOLS, showCounts, showGroups } from './small-cells.ts'
import type { Audience, PortraitRequest } from './types.ts'

/** «Группы меньше 10 — для публики». */
export const LEAST_PUBLIC = 10

/**
 * What of a set may be shown to whoever a portrait is for: the one decision behind tables, sentences and pictures. A section that
 * asks nothing here shows nothing of a set but its name.
 */
export interface SetSight {
  /** Logins of the schools whose own numbers may be shown. */
  readonly schools: ReadonlySet<string>
  /** Municipalities whose sums may be shown in their own portraits. */
  readonly municipalities: ReadonlySet<string | null>
  /** Groups that may stand beside others in a table. */
  readonly municipalityGroups: ReadonlySet<string | null>
  readonly similarGroups: ReadonlySet<string | null>
  /** The same for a school's own eyes, which see its portrait alone. */
  readonly similarGroupsOwn: ReadonlySet<string | null>
  /** Whose counts «понизили, подтвердили, повысили» may be shown, and whose of marks that are two or more apart. */
  readonly journals: CountSight
  readonly far: CountSight
  /** Whose share of points of a task, by its index in the set, may be shown: with n it counts pupils. */
  task(index: number): CountSight
  /**
   * Whether the region's share of a task, or of lowered marks, may stand beside those who know their own schools: what is left
   * for the others must not count a few pupils.
   */
  taskBeside(index: number, readers: Readers): boolean
  journalBeside(readers: Readers): boolean
  /** The region's bars as they may stand beside those who know their own schools; null where it has too few works. */
  regionBars(readers: Readers): CutScores | null
  /** Bars of the distributions that may be shown. */
  readonly bars: BarSight
}

/** The schools of each who reads a portrait: the school itself, and its municipality. */
export type Readers = readonly (readonly Member[])[]

export interface CountSight {
  readonly schools: ReadonlySet<string>
  readonly municipalities: ReadonlySet<string | null>
}

export interface BarSight {
  readonly region: CutScores | null
  readonly municipalities: ReadonlyMap<string | null, CutScores>
  readonly schools: ReadonlyMap<string, CutScores>
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
 * Whether anything of the whole region may stand in the portrait of a unit, be it in a sentence or as a limit of a funnel:
 * whoever knows the unit takes it away, and what is left must speak of more than one school. A municipality reads the
 * portraits of its schools: what it may not see beside itself does not stand beside them either.
 */
export function regionBeside(sight: Sight, set: SetContext, readers: Readers): boolean {
  return readers.every(members => isBeside(sight, set.region, members))
}

function isBeside({ own, least }: Sight, region: Group, unit: readonly Member[]): boolean {
  const schools = region.members.length - unit.length
  if (schools === 0) return own || region.works >= least
  return leavesMany(schools, region.works - worksIn(unit), least)
}

/** Of one school, or of a few works, nothing may be left. */
export function leavesMany(schools: number, works: number, least: number): boolean {
  return schools >= LEAST_SCHOOLS - 1 && works >= least
}

/**
 * Whether similar schools may stand beside a school: its municipality takes its own away from them, them from the region and
 * from its own, and nowhere one school of a neighbour, or few pupils, may be left.
 */
export function similarBeside(
  { least }: Sight,
  { similar, region }: SetContext,
  key: string | null,
  allowed: ReadonlySet<string | null>,
  municipality: Group,
): boolean {
  const inside = new Set(municipality.members)
  const isSafe = (members: readonly Member[]) =>
    members.length === 0 || leavesMany(members.length, worksIn(members), least)
  const outside = [...similar].map(([of, { members }]) => ({
    key: of,
    members: members.filter(member => !inside.has(member)),
  }))
  const shown = outside
    .filter(one => allowed.has(one.key) && isSafe(one.members))
    .sort((a, b) => worksIn(b.members) - worksIn(a.members))
  const rest = () => {
    const told = new Set(shown.flatMap(({ members }) => members))
    return region.members.filter(member => !inside.has(member) && !told.has(member))
  }
  while (shown.length > 0 && !isSafe(rest())) shown.pop()
  if (!shown.some(one => one.key === key)) return false
  // Where the similar ones all stand in the municipality, its others can be had.
  const similars = new Set(similar.get(key)!.members)
  return (
    [...similars].some(member => !inside.has(member)) ||
    isSafe(municipality.members.filter(member => !similars.has(member)))
  )
}

function sightOfSet(set: SetContext, least: number): SetSight {
  const municipalities = suppressSmallCells(worksOf(set.municipalities), set.region.works, least)
  const pools = poolsOf(set, municipalities)
  const schools = schoolsShown(pools, least)
  const beside = (groups: ReadonlyMap<string | null, Group>) =>
    new Map([...groups].map(([key, group]): [string | null, GroupToShow] => [key, toShow(group, schools)]))
  const groups = showGroups(beside(set.municipalities), least)
  const similar = without(null, showGroups(beside(set.similar), least))
  const tasks: CountSight[] = []
  const leaveNoFew = restOf(set, least)
  return {
    schools,
    municipalities,
    municipalityGroups: new Set([...groups].filter(name => municipalities.has(name))),
    similarGroups: new Set([...similar].filter(key => keepsPools(set.similar.get(key)!, pools, schools))),
    similarGroupsOwn: similar,
    journals: journalsShown(set, schools, least, one => [one.lowered, one.confirmed, one.raised]),
    far: journalsShown(set, schools, least, one => [one.far, one.n - one.far]),
    task: index => {
      tasks[index] ??= countsShown(set, schools, least, member => pupilsOfTask(set, member, index))
      return tasks[index]
    },
    taskBeside: (index, readers) =>
      leaveNoFew(`task ${index}`, readers, member => pupilsOfTask(set, member, index)),
    journalBeside: readers =>
      leaveNoFew('journal', readers, ({ row }) => {
        const comparison = journalOf(row)
        return comparison && [comparison.lowered, comparison.n - comparison.lowered]
      }),
    regionBars(readers) {
      const { region } = this.bars
      const known = readers.map(members =>
        addScores(
          members.map(({ row }) => row),
          set.set.maxScore,
        ),
      )
      return region && barsBeside(region, known, least)
    },
    get bars() {
      const bars = barsShown(set, municipalities, pools, schools, least)
      Object.defineProperty(this, 'bars', { value: bars })
      return bars
    },
  }
}

/** Schools whose sums are known: of each municipality that is shown, and of all others together. */
function poolsOf({ municipalities }: SetContext, shown: ReadonlySet<string | null>): readonly Member[][] {
  const pool = [...municipalities].flatMap(([name, group]) => (shown.has(name) ? [] : group.members))
  const groups = [...municipalities].flatMap(([name, { members }]) => (shown.has(name) ? [members] : []))
  return [...groups.map(members => [...members]), pool]
}

function schoolsShown(pools: readonly Member[][], least: number): ReadonlySet<string> {
  return new Set(
    pools.flatMap(members => {
      const cells = new Map(members.map(({ school, row }) => [school.school.login, row.n]))
      return [...suppressSmallCells(cells, worksIn(members), least)]
    }),
  )
}

/**
 * Whether the hidden schools of each pool are in the group together or not at all: else the group less what is known would
 * tell them apart.
 */
function keepsPools(
  { members }: Group,
  pools: readonly (readonly Member[])[],
  shown: ReadonlySet<string>,
): boolean {
  const inside = new Set(members)
  return pools.every(pool => {
    const hidden = pool.filter(({ school }) => !shown.has(school.school.login))
    const within = hidden.filter(member => inside.has(member)).length
    return within === 0 || within === hidden.length
  })
}

function toShow({ members, works }: Group, shown: ReadonlySet<string>): GroupToShow {
  const hidden = worksIn(members.filter(({ school }) => !shown.has(school.school.login)))
  return { works, hidden, schools: members.length }
}

function worksIn(members: readonly Member[]): number {
  return members.reduce((sum, { row }) => sum + row.n, 0)
}

function worksOf<K>(groups: ReadonlyMap<K, Group>): Map<K, number> {
  return new Map([...groups].map(([key, { works }]) => [key, works]))
}

function without<K>(key: K, keys: ReadonlySet<K>): Set<K> {
  return new Set([...keys].filter(one => one !== key))
}

type Member = Group['members'][number]

function journalsShown(
  set: SetContext,
  seen: ReadonlySet<string>,
  least: number,
  countsOf: (comparison: JournalComparison) => readonly number[],
): CountSight {
  return countsShown(set, seen, least, ({ row }) => {
    const comparison = journalOf(row)
    return comparison && countsOf(comparison)
  })
}

/** Of a task of one point, pupils who did it and who did not; of others, those who had it before them. */
function pupilsOfTask({ set }: SetContext, { row }: Member, index: number): readonly number[] | null {
  const stored = row.profile.find(([task]) => task === index)
  if (!stored) return null
  const [, n, share] = stored
  const did = Math.round(share * n)
  return set.tasks[index].max === 1 ? [did, n - did] : [n]
}

/**
 * Whether what is left of the region for the others, once readers have taken their own schools away, counts a few pupils nowhere.
 * The region is added up once for all portraits: for each anew it would take longer than everything else in them.
 */
function restOf({ region }: SetContext, least: number) {
  const wholes = new Map<string, readonly number[]>()
  return (
    what: string,
    readers: Readers,
    countsOf: (member: Member) => readonly number[] | null,
  ): boolean => {
    const add = (members: readonly Member[]) => {
      const rows = members.flatMap(member => {
        const found = countsOf(member)
        return found === null ? [] : [found]
      })
      return addRows(rows, rows[0]?.length ?? 0)
    }
    const whole = wholes.get(what) ?? add(region.members)
    wholes.set(what, whole)
    return readers.every(known => {
      const own = add(known)
      return !whole.some((count, i) => isFew(count - (own[i] ?? 0), least))
    })
  }
}

/** Counts inside a school are small oftener than works: they are decided apart, municipalities first. */
function countsShown(
  set: SetContext,
  seen: ReadonlySet<string>,
  least: number,
  countsOf: (member: Member) => readonly number[] | null,
): CountSight {
  const counts = (member: Member) => {
    const found = countsOf(member)
    return found === null ? [] : [found]
  }
  const width = set.region.members.flatMap(counts)[0]?.length ?? 0
  const add = (rows: readonly (readonly number[])[]) => addRows(rows, width)
  const sums = new Map(
    [...set.municipalities].map(([name, { members }]) => [name, add(members.flatMap(counts))]),
  )
  const municipalities = showCounts(sums, add([...sums.values()]), least)
  return {
    municipalities,
    schools: new Set(
      poolsOf(set, municipalities).flatMap(members => {
        const rows = members
          .filter(({ school }) => seen.has(school.school.login))
          .flatMap(member => counts(member).map(one => [member.school.school.login, one] as const))
        return [...showCounts(new Map(rows), add(members.flatMap(counts)), least)]
      }),
    ),
  }
}

function addRows(rows: readonly (readonly number[])[], width: number): number[] {
  return Array.from({ length: width }, (_, i) => rows.reduce((sum, row) => sum + row[i], 0))
}

/** Bars of the region first, then of its municipalities, then of their schools: each gives way to what stands above it. */
function barsShown(
  { region, municipalities }: SetContext,
  shown: ReadonlySet<string | null>,
  pools: readonly (readonly Member[])[],
  seen: ReadonlySet<string>,
  least: number,
): BarSight {
  const cut = (counts: readonly number[]) => cutScores(counts, least)
  const whole = cut(region.distribution)
  const territories = new Map(
    [...municipalities].flatMap(([name, { distribution }]) => {
      const found = shown.has(name) ? cut(distribution) : null
      return found ? [[name, found] as const] : []
    }),
  )
  const schools = new Map(
    region.members.flatMap(({ school: { school }, row }) => {
      const found = seen.has(school.login) ? cut(row.distribution) : null
      return found ? [[school.login, found] as const] : []
    }),
  )
  const ofSchools = (members: readonly Member[]) =>
    members.flatMap(({ school }) => schools.get(school.school.login) ?? [])
  if (whole) alignBars(whole, [...territories.values(), ...ofSchools(pools.at(-1)!)], least)
  for (const [name, one] of territories)
    alignBars(one, ofSchools(municipalities.get(name)!.members), least, whole?.cuts)
  return { region: whole, municipalities: territories, schools }
}
