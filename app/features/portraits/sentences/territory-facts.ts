import type { JournalComparison } from '@objektiv/forensics'
import { halfWidth } from '../../screening/threads.ts'
import type { OfTerritory } from '../asked.ts'
import type { Group, SetContext } from '../context.ts'
import { journalOf } from '../details.ts'
import { isFew } from '../small-cells.ts'
import { profileOfGroup } from '../task-profile.ts'
import { estimateShare, levelsOf } from './set-facts.ts'
import type { TerritoryFacts } from './territory-sentences.ts'

type InSet = OfTerritory['sets'][number]

/** Facts of a municipality or the region in one set. */
export function factsOfTerritory({ level, name, sight }: OfTerritory, { set, group }: InSet): TerritoryFacts {
  const key = level === 'region' ? undefined : name
  const journal = addedJournal(group)
  const shown = sight.ofSet(set)
  const sees = (names: ReadonlySet<string | null>, counts: readonly number[]) =>
    key === undefined ? !counts.some(count => isFew(count, sight.least)) : names.has(key)
  return {
    level,
    outside: outsideOf(set, group),
    bunching: bunchingOf(set, group, sight.least),
    between: key === undefined ? betweenOf(set) : null,
    levels: levelsOf(profileOfGroup(set.set, group.members)),
    lowered:
      journal && sees(shown.journals.municipalities, [journal.lowered, journal.confirmed, journal.raised])
        ? estimateShare(journal.lowered, journal.n)
        : null,
    far:
      journal && sees(shown.far.municipalities, [journal.far, journal.n - journal.far])
        ? { ...estimateShare(journal.far, journal.n), count: journal.far }
        : null,
  }
}

/** Marks of the work against the journal, of all schools that have both; null where none has. */
export function addedJournal({
  members,
}: Pick<Group, 'members'>): Pick<JournalComparison, 'n' | 'lowered' | 'confirmed' | 'raised' | 'far'> | null {
  const found = members.flatMap(({ row }) => journalOf(row) ?? [])
  if (found.length === 0) return null
  const sum = (part: 'n' | 'lowered' | 'confirmed' | 'raised' | 'far') =>
    found.reduce((total, one) => total + one[part], 0)
  return {
    n: sum('n'),
    lowered: sum('lowered'),
    confirmed: sum('confirmed'),
    raised: sum('raised'),
    far: sum('far'),
  }
}

/** Schools beyond the limits of 99.8 %; null where the set has no limits. */
export function outsideOf({ set }: SetContext, { members }: Group): TerritoryFacts['outside'] {
  if (set.mean === null || halfWidth(set, 1, 99.8) === 0) return null
  const away = members.map(({ row }) => ((row.mean ?? set.mean!) - set.mean!) / halfWidth(set, row.n, 99.8))
  return {
    above: away.filter(one => one > 1).length,
    below: away.filter(one => one < -1).length,
    schools: members.length,
  }
}

/** Works on the two scores that meet at each boundary, in a territory. */
export function boundariesOf({ set }: SetContext, { distribution }: Group) {
  return set.bunching.map(({ mark, score, below, at }) => ({
    ...{ mark, score },
    region: { below, at },
    own: { below: distribution[score - 1] ?? 0, at: distribution[score] ?? 0 },
  }))
}

function bunchingOf(set: SetContext, group: Group, least: number): TerritoryFacts['bunching'] {
  const boundaries = boundariesOf(set, group).filter(({ own }) => own.below + own.at > 0)
  const ratio = ({ own }: (typeof boundaries)[number]) => (own.below === 0 ? Infinity : own.at / own.below)
  const [strongest] = boundaries.toSorted((a, b) => ratio(b) - ratio(a))
  // Where one boundary may not be told, nothing may be said of all of them: least of all that there is no bunching.
  if (!strongest || boundaries.some(({ own }) => isFew(own.below, least) || isFew(own.at, least))) return null
  const { mark, score, own, region } = strongest
  const all = region.at + region.below
  return {
    ...{ mark, score, ...own, share: estimateShare(own.at, own.at + own.below) },
    region: group === set.region || all === 0 ? null : region.at / all,
  }
}

/** Intraclass correlation: τ²/(τ² + σ²). */
export function iccOf({ tau2, within }: SetContext['set']): number | null {
  return tau2 === null || within === null || tau2 + within === 0 ? null : tau2 / (tau2 + within)
}

function betweenOf({ set }: SetContext): TerritoryFacts['between'] {
  const icc = iccOf(set)
  return icc === null ? null : { icc, schools: set.schools, works: set.works }
}
