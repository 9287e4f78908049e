import { completedPoints } from './completed-points.ts'
import type { ChannelValues, PreparedWorks } from './contract.ts'
import { type Column, fitMultilevel, type MultilevelFit } from './multilevel.ts'

/**
 * Something known that may explain a level: kind of school, locality, the school's earlier cohorts, its other subjects,
 * the pupil's own other marks. A category is a small whole number, negative or NaN where unknown; a number is NaN
 * where unknown. What is unknown keeps its works: they get a level of their own.
 */
export interface LevelCovariate {
  readonly by: 'work' | 'group' | 'school'
  readonly kind: 'number' | 'category'
  readonly values: ArrayLike<number>
}

export interface LevelOptions {
  readonly covariates?: readonly LevelCovariate[]
  /** Default true: journal marks explain, each mark a category of its own. */
  readonly journal?: boolean
}

export interface LevelValues extends ChannelValues {
  readonly channel: 'level'
  /** The group's excess shrunk by its size, u_school + v_group, in points; NaN where n is 0. The number to show. */
  readonly shrunken: Float64Array
  /** Null where nothing could be fitted; the values are NaN then. */
  readonly fit: MultilevelFit | null
}

/**
 * Channel «level»: the group's mean result above what journal marks and the given covariates let expect, in points.
 *
 * y = x'β + u_school + v_group + e (METHODS §1.2, multilevel.ts). Where the groups are classes, value = r̄ − û, r̄ the
 * mean of y − x'β over the class and û what the school's other classes tell of the school (its shrunken effect without
 * this class): selection, neighbourhood and a strong school act on all its classes. A school odd as a whole shows where
 * the groups are the schools; û is 0 then. Variance = σ²_e/n. The value is not shrunken towards 0 because the honest
 * spread of groups is estimated afterwards, over all channels alike.
 *
 * y are points, not ability: a point added to a task that says little of ability counts whole in the mark.
 *
 * Sees: results dictated, marked leniently or prepared in advance so far that the level moves. Does not see: works
 * lifted by a point or two, and groups whose journal is as generous as their test. Innocent: what is not among the
 * covariates — selection, a strong teacher, strict journal marks.
 */
export function levelChannel(prepared: PreparedWorks, options: LevelOptions = {}): LevelValues {
  const { groupCount, groupStart, schoolOfGroup } = prepared
  const covariates: Column[] =
    options.journal === false ? [] : categories(prepared.journal, prepared.count, 0)
  for (const covariate of options.covariates ?? []) {
    const values = perWork(prepared, covariate)
    if (covariate.kind === 'category') covariates.push(...categories(values, prepared.count, -1))
    else covariates.push(...numbers(values))
  }
  const fit = fitMultilevel({
    outcome: completedPoints(prepared),
    covariates,
    groupStart,
    schoolOfGroup,
    schoolCount: prepared.schoolCount,
  })
  const value = new Float64Array(groupCount).fill(Number.NaN)
  const variance = new Float64Array(groupCount).fill(Number.NaN)
  const shrunken = new Float64Array(groupCount).fill(Number.NaN)
  const n = new Int32Array(groupCount)
  const others = fit === null ? null : levelOfOthers(fit, prepared)
  for (let g = 0; fit !== null && others !== null && g < groupCount; g++) {
    n[g] = fit.groupSize[g]
    if (n[g] === 0) continue
    value[g] = fit.groupResidual[g] - others[g]
    variance[g] = fit.residualVariance / n[g]
    shrunken[g] = fit.groupEffect[g] + fit.schoolEffect[schoolOfGroup[g]]
  }
  return { channel: 'level', value, variance, n, shrunken, fit }
}

/** Per group, the best prediction of its school's effect from the school's other groups; 0 for the only group. */
function levelOfOthers(fit: MultilevelFit, { schoolOfGroup, schoolCount }: PreparedWorks): Float64Array {
  const { groupSize, groupResidual, residualVariance, groupVariance, schoolVariance } = fit
  const weight = new Float64Array(schoolCount)
  const sum = new Float64Array(schoolCount)
  const own = (g: number) => (groupSize[g] === 0 ? 0 : 1 / (groupVariance + residualVariance / groupSize[g]))
  for (let g = 0; g < groupSize.length; g++) {
    if (groupSize[g] === 0) continue
    weight[schoolOfGroup[g]] += own(g)
    sum[schoolOfGroup[g]] += own(g) * groupResidual[g]
  }
  return Float64Array.from(groupSize, (size, g) => {
    if (size === 0) return 0
    const school = schoolOfGroup[g]
    const rest = sum[school] - own(g) * groupResidual[g]
    return (schoolVariance * rest) / (1 + schoolVariance * Math.max(0, weight[school] - own(g)))
  })
}

function perWork(prepared: PreparedWorks, { by, values }: LevelCovariate): ArrayLike<number> {
  if (by === 'work') return values
  const out = new Float64Array(prepared.count)
  for (let g = 0; g < prepared.groupCount; g++) {
    const value = values[by === 'group' ? g : prepared.schoolOfGroup[g]] ?? Number.NaN
    out.fill(value, prepared.groupStart[g], prepared.groupStart[g + 1])
  }
  return out
}

/** Indicator columns of all categories but the most frequent; a value that is not a whole number ≥ 0 is `unknown`. */
function categories(values: ArrayLike<number>, count: number, unknown: number): Uint8Array[] {
  const place = new Map<number, number>()
  const at = new Int32Array(count)
  const sizes: number[] = []
  for (let i = 0; i < count; i++) {
    const name = values[i] >= 0 ? values[i] : unknown
    let k = place.get(name)
    if (k === undefined) {
      k = place.size
      place.set(name, k)
      sizes.push(0)
    }
    at[i] = k
    sizes[k]++
  }
  const base = sizes.indexOf(Math.max(...sizes))
  const columns = sizes.map(() => new Uint8Array(count))
  for (let i = 0; i < count; i++) columns[at[i]][i] = 1
  return columns.filter((_, k) => k !== base)
}

/** The numbers with the mean in place of the unknown, and an indicator of the unknown where there are any. */
function numbers(values: ArrayLike<number>): Column[] {
  const column = Float64Array.from(values)
  const unknown = Uint8Array.from(column, x => (Number.isFinite(x) ? 0 : 1))
  let sum = 0
  let known = 0
  for (let i = 0; i < column.length; i++) {
    if (unknown[i] === 1) continue
    sum += column[i]
    known++
  }
  if (known === 0) return []
  for (let i = 0; i < column.length; i++) if (unknown[i] === 1) column[i] = sum / known
  return known === column.length ? [column] : [column, unknown]
}
