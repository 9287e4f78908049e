/** A group of schools in one set, as the decision whether to show it needs it. */
export interface GroupToShow {
  /** Works of all its schools. */
  readonly works: number
  /** Works of those of its schools that the reader is not shown one by one. */
  readonly hidden: number
  readonly schools: number
}

/** The numbers of one or two schools are those of one school for the other. */
export const LEAST_SCHOOLS = 3

/**
 * Which groups of schools may stand in a table beside the whole. A group stays out where few works, few schools or few works
 * of hidden schools are behind it; and where all that stays out together would be so few, the smallest group that is shown
 * stays out with it: else it could be had by subtraction.
 *
 * @param groups do not overlap and are the whole together
 * @param least works
 */
export function showGroups<K>(groups: ReadonlyMap<K, GroupToShow>, least: number): Set<K> {
  const filled = [...groups].filter(([, { works }]) => works > 0)
  const shown = filled
    .filter(([, group]) => speaksOfMany(group, least))
    .sort(([, a], [, b]) => b.works - a.works)
  const keys = new Set(shown.map(([key]) => key))
  const rest = addGroups(filled.flatMap(([key, group]) => (keys.has(key) ? [] : [group])))
  while (shown.length > 0 && rest.works > 0 && !speaksOfMany(rest, least)) {
    const [key, group] = shown.pop()!
    keys.delete(key)
    rest.works += group.works
    rest.hidden += group.hidden
    rest.schools += group.schools
  }
  return keys
}

function speaksOfMany({ works, hidden, schools }: GroupToShow, least: number): boolean {
  return works >= least && schools >= LEAST_SCHOOLS && !isFew(hidden, least)
}

function addGroups(groups: readonly GroupToShow[]) {
  const sum = { works: 0, hidden: 0, schools: 0 }
  for (const { works, hidden, schools } of groups) {
    sum.works += works
    sum.hidden += hidden
    sum.schools += schools
  }
  return sum
}

/** Some, but too few to be shown. */
export function isFew(works: number, least: number): boolean {
  return works > 0 && works < least
}

/**
 * Which rows of counts may be shown beside their sum: rows without a small cell; and where the sum of what is not shown
 * would have one, the smallest shown row is left out too.
 *
 * @param rows counts per key, all of one length
 * @param whole their sum, and whatever stands in no row
 */
export function showCounts<K>(
  rows: ReadonlyMap<K, readonly number[]>,
  whole: readonly number[],
  least: number,
): Set<K> {
  const size = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  const shown = [...rows]
    .filter(([, counts]) => !counts.some(count => isFew(count, least)))
    .sort(([, a], [, b]) => size(b) - size(a))
  const rest = [...whole]
  for (const [, counts] of shown) for (const [i, count] of counts.entries()) rest[i] -= count
  while (shown.length > 0 && rest.some(count => isFew(count, least))) {
    const [, counts] = shown.pop()!
    for (const [i, count] of counts.entries()) rest[i] += count
  }
  return new Set(shown.map(([key]) => key))
}
