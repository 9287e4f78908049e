import {
  eapAbilities,
  type FitOptions,
  type GpcmModel,
  measureWorks,
  type NoFit,
  type PackedWorks,
  packWorks,
} from '../measurement/index.ts'
import { itemParametersOf, type Responses, responsesOf } from '../person-fit/index.ts'
import type { TallyOptions } from '../tally.ts'
import { type AssessmentShape, TaskCode, type Works } from '../works.ts'
import type { PreparedWorks } from './contract.ts'

/** Works as they were read, what is known of the assessment, and how the works are grouped. */
export interface GroupedWorks extends Works, AssessmentShape {
  /**
   * Group of each work, 0 ≤ group[i] < groupCount; negative where the class of the work is unknown: such a work is in
   * no group and is left out. Null: the groups are the schools.
   */
  readonly group: Int32Array | null
  /** Number of groups; not read where the groups are the schools. */
  readonly groupCount: number
  /** Tasks marked by judgement, by index. */
  readonly openTasks: readonly number[]
}

export interface PrepareOptions extends Partial<TallyOptions> {
  readonly fit?: FitOptions
  /**
   * A model to use instead of fitting one: that of the whole assessment when only a part of its works is prepared (the
   * classes that are known, one region of a country). It must have been fitted to works that contain these, under the
   * same options.
   */
  readonly model?: GpcmModel
}

/** The works ready for the channels, and the way back to the rows they came from. */
export interface Preparation extends PreparedWorks {
  /** Row of the input behind each prepared work. */
  readonly order: Int32Array
  /** Why there is no model; null where there is one. */
  readonly noModel: NoFit | null
}

/**
 * Sorts works by group (a counting sort, stable) and measures them once: the generalised partial credit model by
 * marginal maximum likelihood, then EAP abilities. Where the assessment has no model (too few tasks of varying
 * scores) `model` and `items` are null and the abilities are NaN. The school of a group is that of its first work;
 * −1 for a group without works.
 */
export function prepareWorks(works: GroupedWorks, options: PrepareOptions = {}): Preparation {
  const group = works.group ?? works.school
  const groupCount = works.group === null ? works.schoolCount : works.groupCount
  const { order, groupStart } = sortByGroup(group, works.count, groupCount)
  const count = order.length

  const schoolOfGroup = new Int32Array(groupCount).fill(-1)
  for (let g = 0; g < groupCount; g++) {
    if (groupStart[g + 1] > groupStart[g]) schoolOfGroup[g] = works.school[order[groupStart[g]]]
  }
  const columns = works.scores.map(column => gather(column, order, new Uint8Array(count)))
  const responses = responsesOf({ count, scores: columns }, works.taskMaxima, options)
  const { model, noModel, packed } = modelFor(responses, options)
  const ability =
    model === null
      ? new Float64Array(count).fill(Number.NaN)
      : eapAbilities(model, packed ?? packWorks(model.plan, responses)).ability
  return {
    count,
    groupCount,
    groupStart,
    schoolOfGroup,
    schoolCount: works.schoolCount,
    taskMaxima: works.taskMaxima,
    responses,
    notAttempted: attempts(columns),
    total: gather(works.total, order, new Uint16Array(count)),
    maxScore: works.maxScore,
    boundaries: works.boundaries,
    journal: gather(works.journal, order, new Uint8Array(count)),
    openTasks: works.openTasks,
    model,
    items: model === null ? null : itemParametersOf(model),
    ability,
    order,
    noModel,
  }
}

function modelFor(
  responses: Responses,
  { model, fit }: PrepareOptions,
): {
  readonly model: GpcmModel | null
  readonly noModel: NoFit | null
  /** The works as the model was fitted to them; null where it was given. */
  readonly packed: PackedWorks | null
} {
  if (model !== undefined) return { model, noModel: null, packed: null }
  if (responses.count === 0) return { model: null, noModel: 'no-varying-task', packed: null }
  const { fit: fitted, packed } = measureWorks(responses, responses.maxima, fit)
  return { model: fitted.model, noModel: fitted.reason, packed }
}

function sortByGroup(
  group: Int32Array,
  count: number,
  groupCount: number,
): { readonly order: Int32Array; readonly groupStart: Int32Array } {
  const groupStart = new Int32Array(groupCount + 1)
  for (let i = 0; i < count; i++) if (group[i] >= 0) groupStart[group[i] + 1]++
  for (let g = 0; g < groupCount; g++) groupStart[g + 1] += groupStart[g]
  const next = groupStart.slice()
  const order = new Int32Array(groupStart[groupCount])
  for (let i = 0; i < count; i++) if (group[i] >= 0) order[next[group[i]]++] = i
  return { order, groupStart }
}

function gather<Column extends Uint8Array | Uint16Array>(
  from: Column,
  order: Int32Array,
  to: Column,
): Column {
  for (let i = 0; i < order.length; i++) to[i] = from[order[i]]
  return to
}

/** Per task 1 where the protocol says «not attempted»; null where it never does, so that zeros may hide it. */
function attempts(columns: readonly Uint8Array[]): Uint8Array[] | null {
  if (!columns.some(column => column.includes(TaskCode.notAttempted))) return null
  return columns.map(column => {
    const missed = new Uint8Array(column.length)
    for (let i = 0; i < column.length; i++) missed[i] = column[i] === TaskCode.notAttempted ? 1 : 0
    return missed
  })
}
