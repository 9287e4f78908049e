import './notice-kinds.ts'
import { sayDate } from '../../../messages/dates.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import type { Holder } from '../../accounts/index.ts'
import { type Notice, notify } from '../../notices/index.ts'
import type { MeasureStep } from './act-on-measure.ts'
import { findPeopleAnswering } from './find-people-answering.ts'
import type { HeldMeasure, HeldTask } from './lock-measure.ts'
import { nameMeasure } from './name-measure.ts'

/**
 * Tells those who answer for a measure what was done with it from above, in the transaction of the step; never the one
 * who took it. Who judges is out of a school's sight: they are told of what was submitted by the round of every hour.
 */
export async function tellOfStep(
  tx: Tx,
  actor: Actor,
  measure: HeldMeasure,
  task: HeldTask | null,
  step: MeasureStep,
): Promise<void> {
  const told = await answering(tx, measure, task, step)
  const notices = told
    .filter(({ personId }) => personId !== actor.personId)
    .flatMap(holder => noticeOf(holder, measure, step))
  await notify(tx, notices)
}

/** Whoever submitted it besides those who answer: they may be somebody else. */
async function answering(
  tx: Tx,
  measure: HeldMeasure,
  task: HeldTask | null,
  step: MeasureStep,
): Promise<readonly Holder[]> {
  const { roles, accounts } = await tx
    .selectFrom('plan_measure')
    .select(['roles', 'accounts'])
    .where('id', '=', measure.id)
    .executeTakeFirstOrThrow()
  const submitter = task?.facts.submittedBy ?? null
  const found = await findPeopleAnswering(
    tx,
    [
      {
        id: measure.id,
        unitId: measure.unit.id,
        level: measure.unit.level,
        roles,
        accounts: submitter === null || accounts.length === 0 ? accounts : [...accounts, submitter],
      },
    ],
    step.today,
  )
  return found.get(measure.id) ?? []
}

function noticeOf({ personId, unitId, locale }: Holder, measure: HeldMeasure, step: MeasureStep): Notice[] {
  const what = nameMeasure(locale, measure)
  const reason = step.text ?? ''
  const base = { to: personId, unitId, link: linkTo(measure) }
  switch (step.act) {
    case 'accept':
      return [{ ...base, kind: 'measure-accepted', params: { what } }]
    case 'return':
      return [{ ...base, kind: 'returned', params: { what, reason } }]
    case 'postpone':
      return [
        { ...base, kind: 'measure-postponed', params: { what, reason, due: sayDate(locale, step.dueOn!) } },
      ]
    case 'cancel':
      return [{ ...base, kind: 'measure-cancelled', params: { what, reason } }]
    case 'restore':
      return [{ ...base, kind: 'measure-restored', params: { what, reason } }]
    default:
      return []
  }
}

/** Path of a measure's page inside the application. */
export function linkTo({ id }: { readonly id: number }): string {
  return `/measures/${id}`
}
