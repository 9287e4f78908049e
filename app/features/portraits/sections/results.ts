import type { Block, Cell, Table } from '../../../documents/report/index.ts'
import { setName } from '../../screening/threads.ts'
import type { OfSchool } from '../asked.ts'
import { FEW, goingOn, interval, left, number, right, sentence, share, table, text } from '../blocks.ts'
import { fifthOf, type Group, keyOfSimilar, type SetContext } from '../context.ts'
import { markerOf } from '../details.ts'
import { leavesMany, similarBeside } from '../sight.ts'

/** A school beside its municipality, the region and similar schools, set by set: means and intervals, no ranks. */
export function resultsSection(asked: OfSchool): Block[] {
  const { say, sets } = asked
  if (sets.length === 0) return [sentence(say('portrait.nothing'), 'quiet')]
  return [
    sentence(say('portrait.results.explained'), 'note'),
    ...goingOn(sets.map(one => resultsOfSet(asked, one))),
    ...(keyOfSimilar(asked.school) === null ? [sentence(say('portrait.results.no-similar'), 'note')] : []),
    ...(asked.school.municipality === null
      ? [sentence(say('portrait.results.no-municipality'), 'note')]
      : []),
  ]
}

type InSet = OfSchool['sets'][number]

function resultsOfSet(asked: OfSchool, one: InSet): Table {
  const { say, locale, school } = asked
  const { set } = one
  const { municipality } = school
  const similar = keyOfSimilar(school)
  return table(
    `results-${set.position}`,
    setName(locale, set.set),
    [
      left(say('portrait.column.whose'), 5.4),
      right(say('portrait.column.works')),
      right(say('portrait.column.mean')),
      right(say('portrait.column.interval'), 1.6),
      right(say('portrait.column.share-of-max'), 1.1),
    ],
    [
      schoolRow(asked, one),
      ...(municipality === null ? [] : [groupRow(asked, 'municipality', set, municipalityGroup(asked, one))]),
      groupRow(asked, 'region', set, one.beside ? set.region : null),
      ...(similar === null ? [] : [groupRow(asked, 'similar', set, similarGroup(asked, one))]),
    ],
  )
}

/** The school's own row; the fifth is named where there are works enough, and nothing closer to a place is. */
function schoolRow({ say }: OfSchool, { set, row, shown }: InSet): Cell[] {
  if (!shown) return [text(say('portrait.results.school')), FEW, FEW, FEW, FEW]
  const mean = markerOf(row, 'high-mean')
  const fifth = fifthOf(set, row)
  return [
    text(
      fifth === null
        ? say('portrait.results.school')
        : say('portrait.results.school-in-fifth', { fifth: say(`portrait.fifth.${fifth}`) }),
    ),
    number(row.n),
    number(row.mean, 2),
    interval(mean?.lower ?? null, mean?.upper ?? null, 2),
    share(row.mean === null ? null : row.mean / set.set.maxScore),
  ]
}

function groupRow(
  { say }: OfSchool,
  whose: 'municipality' | 'region' | 'similar',
  { set }: SetContext,
  group: Group | null,
): Cell[] {
  if (group === null) return [text(say(`portrait.results.${whose}`)), FEW, FEW, FEW, FEW]
  const { members, works, mean, lower, upper } = group
  return [
    text(say(`portrait.results.${whose}-of`, { schools: members.length })),
    number(works),
    number(mean, 2),
    interval(lower, upper, 2),
    share(mean === null ? null : mean / set.maxScore),
  ]
}

/**
 * The municipality beside the school, and null where it may not be shown: to the school itself and to the public, one or two
 * other schools would stand there by subtraction; whoever stands above the school sees its municipality as a whole.
 */
function municipalityGroup({ sight, school }: OfSchool, one: InSet): Group | null {
  const { set } = one
  const group = set.municipalities.get(school.municipality)!
  const shown = sight.ofSet(set)
  if (sight.audience === 'territory') return shown.municipalities.has(school.municipality) ? group : null
  return shown.municipalityGroups.has(school.municipality) &&
    leavesMany(group.members.length - 1, worksBeside(group, one, shown.schools), sight.least)
    ? group
    : null
}

function similarGroup({ sight, school }: OfSchool, one: InSet): Group | null {
  const { set } = one
  const key = keyOfSimilar(school)
  const group = set.similar.get(key)!
  const shown = sight.ofSet(set)
  const allowed = sight.own ? shown.similarGroupsOwn : shown.similarGroups
  return allowed.has(key) &&
    leavesMany(group.members.length - 1, worksBeside(group, one, shown.schools), sight.least) &&
    similarBeside(sight, set, key, allowed, set.municipalities.get(school.municipality)!)
    ? group
    : null
}

/** Works of the others in a group. Of a school that is hidden, all that are hidden go: else it would say how many are its own. */
function worksBeside({ works, members }: Group, { row, shown }: InSet, seen: ReadonlySet<string>): number {
  if (shown) return works - row.n
  return members.reduce((sum, { school, row: { n } }) => sum + (seen.has(school.school.login) ? n : 0), 0)
}
