import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { measureTemplate } from '../library/templates.ts'
import { isLocked, type LocalDate, mayEdit } from '../rules.ts'
import { findAnswering } from '../store/find-answering.ts'
import { insertMeasures, type NewMeasure, wordsOf } from '../store/insert-measures.ts'
import { offerBelow } from '../store/offer-below.ts'
import { type HeldPlan, lockPlan, type MeasureRow, periodOf, touchPlan } from '../store/plan-rows.ts'
import { procedureDates } from '../store/procedure-dates.ts'
import { retaskMeasures } from '../store/retask-measures.ts'
import type { FieldChange } from '../tables.ts'
import type { Acted } from './act-on-measure.ts'
import { fromOf } from './lock-measure.ts'
import { rollUpMeasure } from './roll-up-measure.ts'

export interface Moment {
  readonly now: Date
  readonly today: LocalDate
}

/** What a person writes of a measure. */
export type MeasureWords = Omit<
  NewMeasure,
  'doubtful' | 'aboveId' | 'rootId' | 'carriedFrom' | 'signalId' | 'offered' | 'readTerm'
>
export type MeasureEdit = {
  readonly [F in keyof Omit<MeasureWords, 'template'>]?: MeasureWords[F] | undefined
} & {
  readonly version: number
  /** Stands behind this one; null: at the beginning. */
  readonly after?: number | null | undefined
}

/** Fields of a locked measure that its own unit still says: who does it, where, and what came of it. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['responsible', 'performer', 'place', 'note', 'completion'])

/** Adds a measure to a plan of the reader's own unit. */
export async function addMeasure(
  tx: Tx,
  actor: Actor,
  planId: number,
  { after, ...words }: MeasureWords & { readonly after?: number | undefined },
  moment: Moment,
): Promise<Acted> {
  const plan = await lockPlan(tx, planId)
  refuseEdit(actor, plan, { fromAbove: false, mandatory: false })
  if (words.template && measureTemplate(words.template) === null)
    throw new ProblemError({ code: 'measure-template-unknown' })
  await nameAct(tx, 'measure.added')
  const at = after === undefined ? undefined : await makeRoom(tx, planId, after)
  const [made] = await insertMeasures(
    tx,
    { id: planId, unitId: plan.unit_id, level: plan.level, period: periodOf(plan) },
    [words],
    {
      today: moment.today,
      procedures: await procedureDates(tx, periodOf(plan)),
      ...(at === undefined ? {} : { at }),
    },
  )
  await writeStep(tx, plan, made.id, 'created', moment, {})
  await offerBelow(tx, [made.id], moment)
  await touchPlan(tx, planId, moment.now)
  return rollUpMeasure(tx, made.id, moment)
}

/**
 * Changes a measure at the version that was read; who looked at it confirms what the reader of the document was not sure
 * of. Throws `changed-by-another`, `measure-locked`, `measure-plan-closed`, `right-missing`.
 */
export async function editMeasure(
  tx: Tx,
  actor: Actor,
  id: number,
  { version, after, ...given }: MeasureEdit,
  moment: Moment,
): Promise<Acted> {
  const { plan, row } = await lockForEdit(tx, id, version)
  const before = wordsAsNow(row)
  const words = { ...before, ...dropAbsent(given) } as MeasureWords
  const changes = changesOf(before, words)
  const origin = { fromAbove: row.above_id !== null || row.signal_id !== null, mandatory: row.mandatory }
  refuseEdit(actor, plan, { ...origin, mandatory: false })
  if (isLocked(origin) && (changes.some(({ field }) => !OWN_FIELDS.has(field)) || after !== undefined))
    throw new ProblemError({ code: 'measure-locked' })
  await nameAct(tx, 'measure.changed')
  const moved = ['term', 'year', 'section'].some(field => changes.some(change => change.field === field))
  const [answering] = await findAnswering(
    tx,
    { unitId: plan.unit_id, level: plan.level },
    [words],
    moment.today,
  )
  const written = await tx
    .updateTable('plan_measure')
    .set({
      ...wordsOf(words),
      ...answering,
      mandatory: words.mandatory ?? row.mandatory,
      by_plan: words.byPlan ?? row.by_plan,
      doubtful: '[]',
      ...(after === undefined ? {} : { position: await makeRoom(tx, plan.id, after) }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (moved)
    await retaskMeasures(tx, periodOf(plan), [written], {
      ...moment,
      procedures: await procedureDates(tx, periodOf(plan)),
    })
  if (changes.length > 0) {
    await writeStep(tx, plan, id, 'changed', moment, { changes })
    await offerBelow(tx, [id], moment)
    await touchPlan(tx, plan.id, moment.now)
  }
  return rollUpMeasure(tx, id, moment)
}

/** Takes a measure out of its plan; those below are offered to do the same. */
export async function removeMeasure(
  tx: Tx,
  actor: Actor,
  id: number,
  { version, text }: { readonly version: number; readonly text?: string | undefined },
  moment: Moment,
): Promise<{ id: number }> {
  const { plan, row } = await lockForEdit(tx, id, version)
  refuseEdit(actor, plan, {
    fromAbove: row.above_id !== null || row.signal_id !== null,
    mandatory: row.mandatory,
  })
  await nameAct(tx, 'measure.removed')
  await tx
    .updateTable('plan_measure')
    .set({ removed_at: moment.now, changed_at: moment.now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
  await writeStep(tx, plan, id, 'removed', moment, { text })
  await offerBelow(tx, [id], moment)
  await touchPlan(tx, plan.id, moment.now)
  return { id }
}

export function refuseEdit(
  { scope }: Actor,
  plan: HeldPlan,
  origin: { readonly fromAbove: boolean; readonly mandatory: boolean },
): void {
  const from = fromOf(scope, plan.unit_path)
  if (from !== 'own') throw new ProblemError({ code: 'right-missing' })
  if (plan.state === 'closed') throw new ProblemError({ code: 'measure-plan-closed' })
  if (!mayEdit(origin, plan.state, from)) throw new ProblemError({ code: 'measure-locked' })
}

/** The plan is held before the measure, as whoever approves it does. */
export async function lockForEdit(
  tx: Tx,
  id: number,
  version: number,
): Promise<{ plan: HeldPlan; row: MeasureRow }> {
  const found = await tx.selectFrom('plan_measure').select('plan_id').where('id', '=', id).executeTakeFirst()
  if (!found) throw new ProblemError({ code: 'not-found' })
  const plan = await lockPlan(tx, found.plan_id)
  const row = await tx
    .selectFrom('plan_measure')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  if (row.version !== version) throw new ProblemError({ code: 'changed-by-another' })
  return { plan, row }
}

/** Room behind a measure of the plan, or at the beginning; the position that is free now. */
async function makeRoom(tx: Tx, planId: number, after: number | null): Promise<number> {
  const at =
    after === null
      ? 0
      : (
          await tx
            .selectFrom('plan_measure')
            .select('position')
            .where('id', '=', after)
            .where('plan_id', '=', planId)
            .executeTakeFirst()
        )?.position
  if (at === undefined) throw new ProblemError({ code: 'not-found' })
  await tx
    .updateTable('plan_measure')
    .set({ position: sql<number>`position + 1` })
    .where('plan_id', '=', planId)
    .where('position', '>', at)
    .execute()
  return at + 1
}

function wordsAsNow(row: MeasureRow): MeasureWords {
  return {
    number: row.number,
    section: row.section,
    year: row.year,
    level: row.level,
    text: row.text,
    term: row.term_words,
    plannedStart: row.planned_start,
    plannedFinish: row.planned_finish,
    place: row.place,
    participants: row.participants,
    responsible: row.responsible,
    performer: row.performer,
    expectedResult: row.expected_result,
    note: row.note,
    completion: row.completion,
    mandatory: row.mandatory,
    byPlan: row.by_plan,
  }
}

function changesOf(before: MeasureWords, after: MeasureWords): FieldChange[] {
  return (Object.keys(before) as (keyof MeasureWords)[])
    .filter(field => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map(field => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
}

function dropAbsent<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>
}

export async function writeStep(
  tx: Tx,
  plan: Pick<HeldPlan, 'unit_id'>,
  measureId: number,
  kind: 'created' | 'changed' | 'removed' | 'taken-over',
  { now }: Moment,
  { text, changes }: { readonly text?: string | undefined; readonly changes?: readonly FieldChange[] },
): Promise<void> {
  await tx
    .insertInto('measure_step')
    .values({
      measure_id: measureId,
      task_id: null,
      unit_id: plan.unit_id,
      at: now,
      kind,
      state_before: null,
      state_after: null,
      due_on: null,
      text: text ?? null,
      changes: changes === undefined ? null : JSON.stringify(changes),
    })
    .execute()
}
