/** A degree that moved by less than half an ordinary spread has stayed where it was. */
export const MOVED = 0.5

/** One school in one run, as two runs are compared by it. */
export interface ComparedSchool {
  readonly digits: string
  readonly unitId: number
  readonly registered: boolean
  readonly name: string
  readonly municipality: string | null
  readonly sortKey: string
  /** Keys of the sets in which the method of 2019 marks it. */
  readonly marked: readonly string[]
  readonly flagged: boolean
  readonly degree: number | null
}

export interface SchoolDifference {
  readonly before: ComparedSchool | null
  readonly after: ComparedSchool | null
  readonly newlyMarked: readonly string[]
  readonly noLongerMarked: readonly string[]
  readonly flagChanged: boolean
  /** Null where one of the runs has no degree of it. */
  readonly moved: number | null
}

/** Every school of either run with what differs, by place. */
export function compareSchools(
  before: readonly ComparedSchool[],
  after: readonly ComparedSchool[],
): SchoolDifference[] {
  const earlier = new Map(before.map(school => [school.digits, school]))
  const later = new Map(after.map(school => [school.digits, school]))
  const digits = [...new Set([...earlier.keys(), ...later.keys()])]
  return digits
    .map(key => difference(earlier.get(key) ?? null, later.get(key) ?? null))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

/** Is there anything to show of the school? */
export function isDifferent({ newlyMarked, noLongerMarked, flagChanged, moved }: SchoolDifference): boolean {
  return (
    newlyMarked.length > 0 ||
    noLongerMarked.length > 0 ||
    flagChanged ||
    (moved !== null && Math.abs(moved) >= MOVED)
  )
}

function difference(before: ComparedSchool | null, after: ComparedSchool | null): SchoolDifference {
  const was = before?.marked ?? []
  const is = after?.marked ?? []
  const known = before?.degree != null && after?.degree != null
  return {
    before,
    after,
    newlyMarked: is.filter(set => !was.includes(set)),
    noLongerMarked: was.filter(set => !is.includes(set)),
    flagChanged: (before?.flagged ?? false) !== (after?.flagged ?? false),
    moved: known ? after.degree! - before.degree! : null,
  }
}

function placeOf({ before, after }: SchoolDifference): string {
  return (after ?? before)!.sortKey
}
