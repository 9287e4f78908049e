import { sql } from 'kysely'
import { sayDate } from '../../../messages/dates.ts'
import { say } from '../../../messages/format.ts'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { notify } from '../../notices/index.ts'
import type { NamedSignal } from '../../signals/index.ts'
import { daysOfSchoolYear, nameUnits, schoolYearOf } from '../../territory/index.ts'
import { measureTemplate } from '../library/templates.ts'
import { isDoer, type LocalDate } from '../rules.ts'
import { insertMeasures } from '../store/insert-measures.ts'
import { periodOf, readPlanRow } from '../store/plan-rows.ts'
import { headerColumns, NEW_PLAN } from '../store/save-plan.ts'
import type { Acted } from './act-on-measure.ts'
import { addressedFields } from './addressed-fields.ts'
import { findPeopleAnswering } from './find-people-answering.ts'
import { fromOf } from './lock-measure.ts'
import { nameMeasure } from './name-measure.ts'
import { linkTo } from './tell-of-step.ts'

export interface Address {
  /** Id in the library of measures. */
  readonly template: string
  /** Who carries it out; as the template has it when absent. */
  readonly by?: 'school' | 'municipality' | undefined
  /** Other words than those of the template. */
  readonly text?: string | undefined
  readonly dueOn: LocalDate
}

/**
 * An addressed measure for the school of a signal: in its plan in force, or in one made for such measures. What is asked
 * for from above is locked below, as if it stood in a plan above.
 */
export async function addressSignal(
  tx: Tx,
  actor: Actor,
  signal: NamedSignal,
  { template: templateId, by, text, dueOn }: Address,
  { now, today }: { readonly now: Date; readonly today: LocalDate },
): Promise<Acted & { plan: number }> {
  const { scope } = actor
  if (!isDoer('return', scope.role, fromOf(scope, signal.schoolPath), 'school'))
    throw new ProblemError({ code: 'right-missing' })
  if (!signal.published)
    throw new ProblemError({ code: 'signal-not-published', params: { what: signal.name } })
  if (signal.gone) throw new ProblemError({ code: 'signal-school-gone', params: { what: signal.name } })
  const template = measureTemplate(templateId)
  if (template === null) throw new ProblemError({ code: 'measure-template-unknown' })
  if (dueOn <= today) throw new ProblemError({ code: 'measure-due-too-early' })
  if (dueOn > `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`)
    throw new ProblemError({ code: 'measure-due-too-late' })
  await nameAct(tx, 'measure.addressed')
  const unitId = carrierOf(signal, by ?? (template.level === 'school' ? 'school' : 'municipality'))
  const planId = await planFor(tx, unitId, today)
  const plan = await readPlanRow(tx, planId)
  const school =
    unitId === signal.schoolId
      ? null
      : ((await nameUnits(tx, [signal.schoolId])).get(signal.schoolId) ?? null)
  const fields = addressedFields(template, { text, dueOn, school })
  const [measure] = await insertMeasures(
    tx,
    { id: planId, unitId: plan.unit_id, level: plan.level, period: periodOf(plan) },
    // What a unit sets itself, it may also put off and call off.
    [{ ...fields, template: templateId, signalId: signal.id, mandatory: plan.unit_path !== scope.unitPath }],
    { today },
  )
  await tx
    .insertInto('measure_step')
    .values({
      measure_id: measure.id,
      task_id: null,
      unit_id: plan.unit_id,
      at: now,
      kind: 'created',
      state_before: null,
      state_after: 'not-started',
      due_on: dueOn,
      text: null,
    })
    .execute()
  const answering = await findPeopleAnswering(
    tx,
    [{ id: measure.id, unitId: plan.unit_id, level: plan.level, roles: [], accounts: [] }],
    today,
  )
  await notify(
    tx,
    (answering.get(measure.id) ?? [])
      .filter(({ personId }) => personId !== actor.personId)
      .map(holder => ({
        to: holder.personId,
        unitId: holder.unitId,
        kind: 'measure-added' as const,
        params: {
          what: nameMeasure(holder.locale, { number: null, text: fields.text }),
          due: sayDate(holder.locale, dueOn),
        },
        link: linkTo(measure),
      })),
  )
  return { id: measure.id, version: measure.version, state: 'not-started', plan: planId }
}

/** The unit that carries it out. A school right below the region has no municipality: there the school does. */
function carrierOf({ schoolId, schoolPath }: NamedSignal, by: 'school' | 'municipality'): number {
  const ids = schoolPath.split('.').filter(Boolean).map(Number)
  return by === 'municipality' && ids.length > 2 ? ids[1] : schoolId
}

const NOT_APPROVED = { post: null, person: null, date: null, number: null } as const

/** The plan of the unit that is in force today, the latest of several; else one for addressed measures of the school year. */
async function planFor(tx: Tx, unitId: number, today: LocalDate): Promise<number> {
  // Two who ask something of one unit at the same moment ask it in one plan.
  await sql`select pg_advisory_xact_lock(hashtext('objektiv.addressed-plan'), ${unitId}::int)`.execute(tx)
  const found = await tx
    .selectFrom('plan')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('state', '=', 'approved')
    .where('removed_at', 'is', null)
    .where('starts_on', '<=', today)
    .where('ends_on', '>=', today)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (found) return found.id
  const year = daysOfSchoolYear(schoolYearOf(today))
  const { id } = await tx
    .insertInto('plan')
    .values({
      ...NEW_PLAN,
      unit_id: unitId,
      ...headerColumns({
        title: say('ru', 'measure.addressed-plan'),
        period: { start: year.first, end: year.last, school: true, original: null },
        approval: NOT_APPROVED,
        abbreviations: [],
      }),
      // It holds what was asked for and nothing that the school would have to approve.
      state: 'approved',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
