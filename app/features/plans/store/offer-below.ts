import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Level } from '../reading/plan.ts'
import type { OfferedMeasure } from '../tables.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { copyOf, goesDown, isSame, offeredOf } from './goes-down.ts'
import { insertMeasures, wordsOf } from './insert-measures.ts'
import { type HeldPlan, type MeasureRow, periodOf } from './plan-rows.ts'
import { retaskMeasures } from './retask-measures.ts'

interface When {
  readonly now: Date
  readonly today: LocalDate
}

type Offer = OfferedMeasure | { readonly removed: true } | null

/** A plan below that was made from the one whose measures changed. */
interface PlanBelow extends HeldPlan {
  /** Highest position of its measures. */
  readonly last: number
}

/**
 * Says to the plans below what these measures say by now: written into their copies as an offer that they accept. To be
 * called after measures of a plan were added, changed or taken out; of a plan that was never sent it does nothing. A new
 * measure that goes down is put into the plans below at once, marked as offered: it is demanded from today, and its own
 * unit sees that it is new. Closed plans are left alone: their year is over.
 */
export async function offerBelow(tx: Tx, measureIds: readonly number[], when: When): Promise<void> {
  if (measureIds.length === 0) return
  const sources = await tx
    .selectFrom('plan_measure')
    .selectAll()
    .where(sql<boolean>`id = any (${[...measureIds]}::integer[])`)
    .orderBy('position')
    .execute()
  const byPlan = Map.groupBy(sources, ({ plan_id }) => plan_id)
  for (const [planId, measures] of byPlan) {
    const below = await plansBelow(tx, planId)
    if (below.length > 0) await offerTo(tx, below, measures, when)
  }
}

async function plansBelow(tx: Tx, planId: number): Promise<PlanBelow[]> {
  const { rows } = await sql<PlanBelow>`
    select p.*, u.kind as level,
      (select coalesce(max(m.position), 0) from plan_measure m where m.plan_id = p.id) as last
    from plan p join unit u on u.id = p.unit_id
    where p.above_id = ${planId} and p.removed_at is null and p.state <> 'closed'
    order by p.id for update of p`.execute(tx)
  return [...rows]
}

async function offerTo(
  tx: Tx,
  below: readonly PlanBelow[],
  sources: readonly MeasureRow[],
  when: When,
): Promise<void> {
  const copies = await tx
    .selectFrom('plan_measure')
    .selectAll()
    .where(sql<boolean>`above_id = any (${sources.map(({ id }) => id)}::integer[])`)
    .where('removed_at', 'is', null)
    .forUpdate()
    .execute()
  const found = new Map(copies.map(copy => [`${copy.above_id}/${copy.plan_id}`, copy]))
  for (const plan of below) {
    const added: MeasureRow[] = []
    for (const source of sources) {
      const copy = found.get(`${source.id}/${plan.id}`)
      if (copy) await offerToCopy(tx, plan, copy, source, when)
      else if (goesDown(source, plan.level)) added.push(source)
    }
    if (added.length > 0) await addOffered(tx, plan, added, when)
  }
}

async function addOffered(
  tx: Tx,
  plan: PlanBelow,
  sources: readonly MeasureRow[],
  { now, today }: When,
): Promise<void> {
  const made = await insertMeasures(
    tx,
    { id: plan.id, unitId: plan.unit_id, level: plan.level, period: periodOf(plan) },
    sources.map(source => ({ ...copyOf(source), offered: offeredOf(source) })),
    { today },
  )
  for (const { id } of made) await writeStep(tx, id, plan.unit_id, now)
}

async function offerToCopy(
  tx: Tx,
  plan: PlanBelow,
  copy: MeasureRow,
  source: MeasureRow,
  { now, today }: When,
): Promise<void> {
  const offer: Offer = goesDown(source, plan.level as Level) ? offeredOf(source) : { removed: true }
  if (isNew(copy) && !('removed' in offer)) {
    // Nobody has accepted it yet, so that it is still to be accepted as a whole, in the words it has now.
    if (!isSame(copy, offer)) await rewrite(tx, plan, copy, source, offer, { now, today })
    return
  }
  const wanted = 'removed' in offer || !isSame(copy, offer) ? offer : null
  if (sameOffer(copy.offered, wanted)) return
  await tx
    .updateTable('plan_measure')
    .set({
      offered: wanted === null ? null : JSON.stringify(wanted),
      changed_at: now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', copy.id)
    .execute()
  if (wanted !== null) await writeStep(tx, copy.id, copy.unit_id, now)
}

/** What is offered is what it says: it was added after the plan was sent, and nobody has accepted it yet. */
function isNew(copy: MeasureRow): boolean {
  return copy.offered !== null && !('removed' in copy.offered) && isSame(copy, copy.offered)
}

async function rewrite(
  tx: Tx,
  plan: PlanBelow,
  copy: MeasureRow,
  source: MeasureRow,
  offer: OfferedMeasure,
  { now, today }: When,
): Promise<void> {
  const written = await tx
    .updateTable('plan_measure')
    .set({
      ...wordsOf({ ...copyOf(source), place: copy.place, responsible: copy.responsible, note: copy.note }),
      by_plan: source.by_plan,
      offered: JSON.stringify(offer),
      changed_at: now,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', copy.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await retaskMeasures(tx, periodOf(plan), [written], { now, today })
  await writeStep(tx, copy.id, copy.unit_id, now)
}

async function writeStep(tx: Tx, measureId: number, unitId: number, now: Date): Promise<void> {
  await tx
    .insertInto('measure_step')
    .values({
      ...{ measure_id: measureId, task_id: null, unit_id: unitId, at: now, kind: 'offered' },
      ...{ state_before: null, state_after: null, due_on: null, text: null },
    })
    .execute()
}

function sameOffer(before: Offer, after: Offer): boolean {
  if (before === null || after === null) return before === after
  if ('removed' in before || 'removed' in after) return 'removed' in before && 'removed' in after
  const { term: _, ...a } = before
  const { term: __, ...b } = after
  return (Object.keys(a) as (keyof typeof a)[]).every(key => a[key] === b[key])
}
