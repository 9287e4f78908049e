import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { tellApart } from '../reading/responsible.ts'
import { isLocked } from '../rules.ts'
import { findAnswering } from '../store/find-answering.ts'
import { insertMeasures, type NewMeasure, wordsOf, wordsOfRow } from '../store/insert-measures.ts'
import { offerBelow } from '../store/offer-below.ts'
import { type HeldPlan, lockPlan, type MeasureRow, periodOf, touchPlan } from '../store/plan-rows.ts'
import { procedureDates } from '../store/procedure-dates.ts'
import { retaskMeasures } from '../store/retask-measures.ts'
import { refuseTemplates } from '../store/save-plan.ts'
import type { FieldChange } from '../tables.ts'
import type { Acted } from './act-on-measure.ts'
import { lockForEdit, originOf, refuseEdit } from './hold-for-edit.ts'
import { rollUpMeasure } from './roll-up-measure.ts'
import { type Moment, writeStep } from './write-step.ts'

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
  refuseTemplates([words])
  await nameAct(tx, 'measure.added')
  const at = after === undefined ? undefined : await makeRoom(tx, planId, after)
  const [made] = await insertMeasures(
    tx,
    { id: planId, unitId: plan.unit_id, level: plan.level, period: periodOf(plan) },
    [{ ...words, responsible: tellApart(words.responsible, plan.abbreviations) }],
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
  const words = { ...before, ...dropAbsent(told(given, plan)) } as MeasureWords
  const changes = changesOf(before, words)
  const origin = originOf(row)
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
  refuseEdit(actor, plan, originOf(row))
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
  return { ...wordsOfRow(row), mandatory: row.mandatory, byPlan: row.by_plan }
}

function changesOf(before: MeasureWords, after: MeasureWords): FieldChange[] {
  return (Object.keys(before) as (keyof MeasureWords)[])
    .filter(field => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map(field => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
}

function told<T extends Pick<MeasureEdit, 'responsible'>>(given: T, { abbreviations }: HeldPlan): T {
  const { responsible } = given
  return responsible === undefined ? given : { ...given, responsible: tellApart(responsible, abbreviations) }
}

function dropAbsent<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>
}
