import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { attachFile } from '../../files/index.ts'
import { type Act, type LocalDate, stateAfter, type TaskState } from '../rules.ts'
import type { EvidenceKind, MeasureStepKind } from '../tables.ts'
import type { Acted, MeasureStep } from './act-on-measure.ts'
import type { HeldMeasure, HeldTask } from './lock-measure.ts'
import { rollUpMeasure } from './roll-up-measure.ts'

/** A piece of evidence as it was handed in; its files are drafts of the acting person. */
export interface GivenEvidence {
  readonly kind: Exclude<EvidenceKind, 'plan'>
  readonly title: string
  readonly number: string | null
  readonly date: LocalDate | null
  readonly url: string | null
  readonly files: readonly number[]
}

export const KINDS: Readonly<Record<Act, MeasureStepKind>> = {
  start: 'started',
  submit: 'submitted',
  accept: 'accepted',
  return: 'returned',
  postpone: 'postponed',
  cancel: 'cancelled',
  restore: 'restored',
  comment: 'commented',
  'add-case': 'case-added',
}

/**
 * Carries an allowed act out on a measure that is held: the task goes on, the timeline has a new step, what proves it
 * stands under the task, and the measure as a whole follows.
 */
export async function takeStep(
  tx: Tx,
  { accountId }: Pick<Scope, 'accountId'>,
  measure: HeldMeasure,
  task: HeldTask | null,
  step: MeasureStep,
): Promise<Acted> {
  const { act, now, today, text } = step
  await nameAct(tx, `measure.${KINDS[act]}`)
  const after = task === null ? null : stateAfter(task.facts, act)
  const taskId =
    act === 'add-case' ? await addCase(tx, measure, step) : await moveTask(tx, accountId, task, after, step)
  const { id: stepId } = await tx
    .insertInto('measure_step')
    .values({
      measure_id: measure.id,
      task_id: taskId,
      unit_id: measure.unit.id,
      at: now,
      kind: KINDS[act],
      state_before: task?.facts.state ?? null,
      state_after: act === 'add-case' ? 'not-started' : after,
      due_on: step.dueOn ?? null,
      text: text ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const piece of step.evidence ?? []) await keepEvidence(tx, measure, taskId!, stepId, piece)
  // A comment stands beside what others are writing at this moment and does not take it from them.
  if (act === 'comment') {
    await tx.updateTable('plan_measure').set({ changed_at: now }).where('id', '=', measure.id).execute()
    return { id: measure.id, version: measure.version, state: measure.state }
  }
  return rollUpMeasure(tx, measure.id, { now, today })
}

async function addCase(tx: Tx, measure: HeldMeasure, { text, dueOn }: MeasureStep): Promise<number> {
  const { id } = await tx
    .insertInto('measure_task')
    .values({
      measure_id: measure.id,
      unit_id: measure.unit.id,
      position: Math.max(0, ...measure.tasks.map(({ position }) => position)) + 1,
      title: text!,
      due_on: dueOn ?? null,
      planned_on: null,
      submitted_by: null,
      submitted_at: null,
      accepted_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function moveTask(
  tx: Tx,
  accountId: string,
  task: HeldTask | null,
  after: TaskState | null,
  step: MeasureStep,
): Promise<number | null> {
  if (task === null) return null
  await tx
    .updateTable('measure_task')
    .set({ state: after!, version: sql<number>`version + 1`, ...changesOf(accountId, task, step) })
    .where('id', '=', task.id)
    .execute()
  return task.id
}

function changesOf(accountId: string, { facts }: HeldTask, { act, now, dueOn = null }: MeasureStep) {
  const moved =
    dueOn === null
      ? {}
      : { due_on: dueOn, planned_on: sql<LocalDate | null>`coalesce(planned_on, due_on)`, escalated: 0 }
  switch (act) {
    case 'submit':
      return { submitted_by: accountId, submitted_at: now }
    case 'accept':
      return { accepted_at: now }
    case 'postpone':
    case 'return':
      return moved
    case 'restore':
      return facts.state === 'accepted' ? { accepted_at: null } : {}
    default:
      return {}
  }
}

async function keepEvidence(
  tx: Tx,
  measure: HeldMeasure,
  taskId: number,
  stepId: number,
  { kind, title, number, date, url, files }: GivenEvidence,
): Promise<void> {
  const { id } = await tx
    .insertInto('evidence')
    .values({
      measure_id: measure.id,
      task_id: taskId,
      step_id: stepId,
      unit_id: measure.unit.id,
      kind,
      title,
      document_number: number === '' ? null : number,
      document_date: date,
      url,
      plan_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const file of new Set(files))
    await attachFile(tx, file, measure.unit.id, {
      subject: 'evidence',
      subjectId: String(id),
      access: 'plan.read',
    })
}
