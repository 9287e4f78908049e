import type { Measure, PlanTerm, Responsible } from './reading/plan.ts'

/** Fields of a measure that are compared, in the order in which a person reads them. */
export const DIFF_FIELDS = [
  'year',
  'section',
  'number',
  'level',
  'text',
  'term',
  'plannedStart',
  'plannedFinish',
  'place',
  'participants',
  'responsible',
  'performer',
  'expectedResult',
  'note',
] as const
export type DiffField = (typeof DIFF_FIELDS)[number]

/** What those below take over; number, place and who answers are their own. */
export const COPIED_FIELDS = [
  'year',
  'text',
  'term',
  'plannedStart',
  'plannedFinish',
  'participants',
  'expectedResult',
] as const satisfies readonly DiffField[]

export type ComparedFields = Pick<Measure, DiffField>
export interface ComparedMeasure extends ComparedFields {
  /** The same measure before and after has the same key. */
  readonly key: string | number
}

export type FieldChange = {
  [Field in DiffField]: {
    readonly field: Field
    readonly before: ComparedFields[Field]
    readonly after: ComparedFields[Field]
  }
}[DiffField]

export interface MeasureChange {
  readonly key: string | number
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  /** Also stands elsewhere among those that stayed; a `moved` one is changed in nothing else. */
  readonly moved: boolean
  readonly fields: readonly FieldChange[]
}

/**
 * What became of the measures of a plan, in the order of the plan as it is now; what was removed stands behind the one it
 * followed. Moved are the fewest that explain the new order, so that one measure put first does not move all others.
 */
export function diffMeasures(
  before: readonly ComparedMeasure[],
  after: readonly ComparedMeasure[],
): MeasureChange[] {
  const old = new Map(before.map(measure => [measure.key, measure]))
  const now = new Set(after.map(({ key }) => key))
  const stayed = stayingKeys(before, after)
  const changes: MeasureChange[] = []
  const behind = removedBehind(before, now)
  const add = (removed: readonly ComparedMeasure[] = []) => {
    for (const { key } of removed) changes.push({ key, kind: 'removed', moved: false, fields: [] })
  }
  add(behind.get(null))
  for (const measure of after) {
    const { key } = measure
    const was = old.get(key)
    if (!was) changes.push({ key, kind: 'added', moved: false, fields: [] })
    else {
      const fields = diffFields(was, measure)
      const moved = !stayed.has(key)
      if (fields.length > 0) changes.push({ key, kind: 'changed', moved, fields })
      else if (moved) changes.push({ key, kind: 'moved', moved, fields })
    }
    add(behind.get(key))
  }
  return changes
}

/** The fields that differ. Spaces and line ends are no difference; a term differs by its words or by its dates. */
export function diffFields(
  before: ComparedFields,
  after: ComparedFields,
  fields: readonly DiffField[] = DIFF_FIELDS,
): FieldChange[] {
  return fields
    .filter(field => fingerprint(before[field]) !== fingerprint(after[field]))
    .map(field => ({ field, before: before[field], after: after[field] }) as FieldChange)
}

export interface OfferedChange {
  readonly change: FieldChange
  /** What the copy says. */
  readonly own: ComparedFields[DiffField]
  /** The copy was changed here as well, to something else: taking it over would lose that. */
  readonly conflict: boolean
}

/**
 * What the level above has changed since a measure was taken over, for those below to accept. Where the copy says the new
 * thing already nothing is offered.
 */
export function changesFromAbove(
  taken: ComparedFields,
  above: ComparedFields,
  copy: ComparedFields,
): OfferedChange[] {
  return diffFields(taken, above, COPIED_FIELDS)
    .filter(({ field }) => fingerprint(copy[field]) !== fingerprint(above[field]))
    .map(change => ({
      change,
      own: copy[change.field],
      conflict: fingerprint(copy[change.field]) !== fingerprint(taken[change.field]),
    }))
}

/** Keys whose order among each other is the same in both: the longest such row. */
function stayingKeys(
  before: readonly ComparedMeasure[],
  after: readonly ComparedMeasure[],
): ReadonlySet<ComparedMeasure['key']> {
  const places = new Map(before.map(({ key }, place) => [key, place]))
  const row = after.flatMap(({ key }) => {
    const place = places.get(key)
    return place === undefined ? [] : [{ key, place }]
  })
  /** Of the rows of each length, the one that ends earliest: the index of its last element. */
  const ends: number[] = []
  const previous: number[] = []
  for (const [at, { place }] of row.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (row[ends[middle]].place < place) low = middle + 1
      else high = middle
    }
    previous[at] = low === 0 ? -1 : ends[low - 1]
    ends[low] = at
  }
  const stayed = new Set<ComparedMeasure['key']>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]) stayed.add(row[at].key)
  return stayed
}

/** Removed measures by the last one before them that is still there; null: none is. */
function removedBehind(before: readonly ComparedMeasure[], now: ReadonlySet<ComparedMeasure['key']>) {
  const behind = new Map<ComparedMeasure['key'] | null, ComparedMeasure[]>()
  let last: ComparedMeasure['key'] | null = null
  for (const measure of before) {
    if (now.has(measure.key)) last = measure.key
    else behind.set(last, [...(behind.get(last) ?? []), measure])
  }
  return behind
}

function fingerprint(value: ComparedFields[DiffField]): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return oneSpace(value)
  if (Array.isArray(value))
    return (value as readonly Responsible[]).map(who => oneSpace(who.original)).join('\n')
  const { original, start, end } = value as PlanTerm
  return [oneSpace(original), start, end].join('\n')
}

function oneSpace(text: string): string {
  return text.replace(/[\s\u00A0\u202F]+/g, ' ').trim()
}
