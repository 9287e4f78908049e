import { createHash } from 'node:crypto'
import type { Period, ProcedureDates } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { attachFile } from '../../files/index.ts'
import { measureTemplate } from '../library/templates.ts'
import { isProvedByPlan } from '../proved-by-plan.rules.ts'
import type { Abbreviation } from '../reading/plan.ts'
import { tellApart } from '../reading/responsible.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { insertMeasures, type NewMeasure } from './insert-measures.ts'
import { ownUnit } from './own-plan.ts'

export interface PlanApproval {
  readonly post: string | null
  readonly person: string | null
  readonly date: LocalDate | null
  readonly number: string | null
}

export interface PlanHeader {
  readonly title: string
  readonly period: Period & { readonly original: string | null }
  readonly approval: PlanApproval
  readonly abbreviations: readonly Abbreviation[]
}

export interface NewPlan extends PlanHeader {
  readonly unit: number
  /** The draft of the document that it was read from. */
  readonly source: number | null
  readonly measures: readonly NewMeasure[]
}

/**
 * Saves a plan with its measures in the name of the reader's unit. The very same saved again by the same person is the plan
 * that is there, as long as nobody has changed it: an answer may be lost on its way, and a button pressed twice. Throws
 * `not-found`, `plan-of-its-unit`, `plan-period-*`, `measure-template-unknown`.
 */
export async function savePlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  plan: NewPlan,
  { today, procedures = {} }: { readonly today: LocalDate; readonly procedures?: ProcedureDates },
): Promise<{ id: number; version: number }> {
  refusePeriod(plan.period)
  refuseTemplates(plan.measures)
  const unit = await ownUnit(tx, scope, plan.unit)
  const hash = createHash('sha256').update(JSON.stringify(plan)).digest('hex')
  const before = await findSaved(tx, unit.id, hash)
  if (before) return before
  await nameAct(tx, 'plan.created')
  const saved = await tx
    .insertInto('plan')
    .values({
      ...NEW_PLAN,
      unit_id: unit.id,
      ...headerColumns(plan),
      source_file_id: plan.source,
      sent_hash: hash,
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
  if (plan.source !== null)
    await attachFile(tx, plan.source, unit.id, {
      ...{ subject: 'plan', subjectId: String(saved.id), access: 'plan.read' },
    })
  await insertMeasures(
    tx,
    { id: saved.id, unitId: unit.id, level: unit.level, period: plan.period },
    plan.measures.map(measure => ({
      ...measure,
      responsible: tellApart(measure.responsible, plan.abbreviations),
      byPlan: isProvedByPlan(measure, unit.level),
    })),
    { today, procedures },
  )
  return saved
}

/** Whoever saves the same at the same moment waits here for the other. */
async function findSaved(
  tx: Tx,
  unitId: number,
  hash: string,
): Promise<{ id: number; version: number } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('objektiv.saved-plan'), hashtext(${hash}))`.execute(tx)
  return tx
    .selectFrom('plan')
    .select(['id', 'version'])
    .where('unit_id', '=', unitId)
    .where('sent_hash', '=', hash)
    .where('created_by', '=', sql<string>`app.account()`)
    .where('state', '=', 'draft')
    .where('version', '=', 1)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

/** What a plan has that nothing has happened to yet. */
export const NEW_PLAN = {
  ...{ above_id: null, previous_id: null, source_file_id: null, closed_at: null, removed_at: null },
} as const

/** Columns of what stands above the measures. */
export function headerColumns({ title, period, approval, abbreviations }: PlanHeader) {
  return {
    title,
    starts_on: period.start,
    ends_on: period.end,
    school: period.school,
    period_words: period.original,
    ...approvalColumns(approval),
    abbreviations: JSON.stringify(abbreviations),
  }
}

/** Columns of the block «УТВЕРЖДАЮ». */
export function approvalColumns({ post, person, date, number }: PlanApproval) {
  return { approver_post: post, approver_name: person, approved_on: date, approval_number: number }
}

/** Throws `measure-template-unknown`. */
export function refuseTemplates(measures: readonly Pick<NewMeasure, 'template'>[]): void {
  if (measures.some(({ template }) => template && measureTemplate(template) === null))
    throw new ProblemError({ code: 'measure-template-unknown' })
}

/** A development programme runs for some years; a longer time is a slip of the pen. */
const MOST_YEARS = 10

/** Throws `plan-period-order`, `plan-period-long`. */
export function refusePeriod({ start, end }: Pick<Period, 'start' | 'end'>): void {
  if (end < start) throw new ProblemError({ code: 'plan-period-order' })
  if (Number(end.slice(0, 4)) - Number(start.slice(0, 4)) > MOST_YEARS)
    throw new ProblemError({ code: 'plan-period-long', params: { years: MOST_YEARS } })
}
