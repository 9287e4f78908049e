import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { type Act, isDoer, type LocalDate, type TaskFacts, whyNot } from '../rules.ts'
import type { MeasureState } from '../tables.ts'
import { evidenceOf, fromOf, type HeldMeasure, type HeldTask, lockMeasure } from './lock-measure.ts'
import { type GivenEvidence, takeStep } from './take-step.ts'
import { tellOfStep } from './tell-of-step.ts'

/** What a person does on a measure, and says. */
export interface MeasureStep {
  readonly act: Act
  readonly now: Date
  readonly today: LocalDate
  /** The version that was read; a comment depends on none. */
  readonly version?: number
  /** Of a measure with one task it may be left out. */
  readonly task?: number | undefined
  readonly text?: string | undefined
  readonly dueOn?: LocalDate | null | undefined
  readonly evidence?: readonly GivenEvidence[]
}

export interface Acted {
  readonly id: number
  readonly version: number
  readonly state: MeasureState
}

/** Acts on the measure as a whole; the others need to know which of its tasks is meant. */
const OF_WHOLE: ReadonlySet<Act> = new Set<Act>(['comment', 'add-case'])

/**
 * One act on one measure. Throws ProblemError `not-found` for what is out of reach, `right-missing` for whom the act is
 * not, `changed-by-another` where somebody was quicker, `measure-*` where a rule refuses.
 */
export async function actOnMeasure(tx: Tx, actor: Actor, id: number, step: MeasureStep): Promise<Acted> {
  const { scope } = actor
  const measure = await lockMeasure(tx, id)
  const from = fromOf(scope, measure.unit.path)
  if (!isDoer(step.act, scope.role, from, measure.unit.level))
    throw new ProblemError({ code: 'right-missing' })
  if (step.version !== undefined && step.version !== measure.version)
    throw new ProblemError({ code: 'changed-by-another' })
  const task = OF_WHOLE.has(step.act) ? null : taskOf(measure, step.task)
  const before = step.act === 'submit' && task ? await evidenceOf(tx, task.id) : []
  const refused = whyNot(task?.facts ?? factsOfWhole(measure), {
    act: step.act,
    account: scope.accountId,
    role: scope.role,
    from,
    today: step.today,
    words: step.text ?? null,
    dueOn: step.dueOn ?? null,
    evidence: [
      ...before,
      ...(step.evidence ?? []).map(({ files, ...piece }) => ({ ...piece, fileIds: files })),
    ],
  })
  if (refused !== null) throw new ProblemError({ code: refused })
  const acted = await takeStep(tx, scope, measure, task, step)
  await tellOfStep(tx, actor, measure, task, step)
  return acted
}

function taskOf({ tasks }: HeldMeasure, wanted: number | undefined): HeldTask {
  if (wanted === undefined && tasks.length === 1) return tasks[0]
  const found = tasks.find(({ id }) => id === wanted)
  if (found) return found
  throw new ProblemError({ code: wanted === undefined ? 'measure-task-unnamed' : 'not-found' })
}

/** For acts on the measure as a whole: its state stands for that of a task. */
export function factsOfWhole(
  measure: Pick<HeldMeasure, 'state' | 'planState' | 'byEvent' | 'fromAbove' | 'mandatory' | 'withdrawn'> & {
    readonly unit: Pick<HeldMeasure['unit'], 'level'>
  },
): TaskFacts {
  return {
    state: measure.state === 'no-cases' ? 'not-started' : measure.state,
    stateBefore: null,
    dueOn: null,
    planState: measure.planState,
    planLevel: measure.unit.level,
    byEvent: measure.byEvent,
    submittedBy: null,
    fromAbove: measure.fromAbove,
    mandatory: measure.mandatory,
    withdrawn: measure.withdrawn,
  }
}
