import type { JournalComparison } from '@objektiv/forensics'
import { halfWidth } from '../../screening/threads.ts'
import { isBar } from '../align-bars.ts'
import type { OfTerritory } from '../asked.ts'
import type { Group, SetContext } from '../context.ts'
import { journalOf } from '../details.ts'
import { isFew } from '../small-cells.ts'
import { profileOfGroup, taskTold } from '../task-profile.ts'
import { estimateShare, levelsOf } from './set-facts.ts'
import type { TerritoryFacts } from './territory-sentences.ts'

type InSet = OfTerritory['sets'][number]

/** Facts of a municipality or the region in one set. */
export function factsOfTerritory(asked: OfTerritory, { set, group, beside, readers }: InSet): TerritoryFacts {
  const { level, name, sight } = asked
  const key = level === 'region' ? undefined : name
  const journal = addedJournal(group)
  const shown = sight.ofSet(set)
  const sees = (names: ReadonlySet<string | null>, counts: readonly number[]) =>
    key === undefined ? !counts.some(count => isFew(count, sight.least)) : names.has(key)
  return {
    level,
    outside: beside ? outsideOf(set, group, shown.schools) : null,
    bunching: bunchingOf(asked, { set, group, beside, readers }),
    between: key === undefined ? betweenOf(set) : null,
    levels: levelsOf(profileOfGroup(set.set, group.members), task => taskTold(asked, set, task)),
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

/** Of the schools that are shown one by one, those beyond the limits of 99.8 %; null where the set has no limits. */
export function outsideOf(
  { set }: SetContext,
  { members }: Group,
  seen: ReadonlySet<string>,
): TerritoryFacts['outside'] {
  if (set.mean === null || halfWidth(set, 1, 99.8) === 0) return null
  const shown = members.filter(({ school }) => seen.has(school.school.login))
  const away = shown.map(({ row }) => ((row.mean ?? set.mean!) - set.mean!) / halfWidth(set, row.n, 99.8))
  return {
    above: away.filter(one => one > 1).length,
    below: away.filter(one => one < -1).length,
    schools: shown.length,
  }
}

/**
 * Works on the two scores that meet at each boundary, in a territory; `told` where both scores are bars of their own in its
 * distribution: else neighbouring works could be had from the two.
 */
export function boundariesOf(
  { sight, level, name }: OfTerritory,
  { set, group, beside, readers }: Omit<InSet, 'shown'>,
) {
  const seen = sight.ofSet(set)
  const { bars } = seen
  const region = seen.regionBars(readers)
  const own = level === 'region' ? bars.region : bars.municipalities.get(name)
  return set.set.bunching.map(({ mark, score, below, at }) => ({
    ...{ mark, score },
    region: { below, at },
    own: { below: group.distribution[score - 1] ?? 0, at: group.distribution[score] ?? 0 },
    told: isBar(own, score - 1) && isBar(own, score),
    beside: beside && isBar(region, score - 1) && isBar(region, score),
  }))
}

function bunchingOf(asked: OfTerritory, one: Omit<InSet, 'shown'>): TerritoryFacts['bunching'] {
  const boundaries = boundariesOf(asked, one).filter(({ own }) => own.below + own.at > 0)
  const ratio = ({ own }: (typeof boundaries)[number]) => (own.below === 0 ? Infinity : own.at / own.below)
  const [strongest] = boundaries.toSorted((a, b) => ratio(b) - ratio(a))
  // Where one boundary may not be told, nothing may be said of all of them: least of all that there is no bunching.
  if (!strongest || boundaries.some(({ told }) => !told)) return null
  const { mark, score, own, region } = strongest
  const all = region.at + region.below
  return {
    ...{ mark, score, ...own, share: estimateShare(own.at, own.at + own.below) },
    region: asked.level === 'region' || !strongest.beside || all === 0 ? null : region.at / all,
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
