import type { Period, ProcedureDates } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Level } from '../reading/plan.ts'
import type { OfferedMeasure } from '../tables.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { copyOf, goesDown, isSame, offeredOf } from './goes-down.ts'
import { insertIntoPlans } from './insert-measures.ts'
import { type HeldPlan, type MeasureRow, periodOf } from './plan-rows.ts'
import { procedureDates } from './procedure-dates.ts'
import { retaskMeasures } from './retask-measures.ts'

interface When {
  readonly now: Date
  readonly today: LocalDate
}

/** The same, with the period of the copies and the days of the procedures that terms are bound to. */
interface Moment extends When {
  readonly period: Period
  readonly procedures: ProcedureDates
}

type Offer = OfferedMeasure | { readonly removed: true } | null

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

async function plansBelow(tx: Tx, planId: number): Promise<HeldPlan[]> {
  const { rows } = await sql<HeldPlan>`
    select p.*, u.kind as level from plan p join unit u on u.id = p.unit_id
    where p.above_id = ${planId} and p.removed_at is null and p.state <> 'closed'
    order by p.id for update of p`.execute(tx)
  return [...rows]
}

/** What becomes of a copy whose measure above changed. */
type Outcome =
  /** It stays as it is. */
  | 'same'
  /** Nobody has accepted it yet, so that it is still to be accepted as a whole, in the words it has now. */
  | 'rewritten'
  | { readonly offer: Offer }

async function offerTo(
  tx: Tx,
  below: readonly HeldPlan[],
  sources: readonly MeasureRow[],
  when: When,
): Promise<void> {
  const copies = await tx
    .selectFrom('plan_measure')
    .selectAll()
    .where(sql<boolean>`above_id = any (${sources.map(({ id }) => id)}::integer[])`)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  const found = new Map(copies.map(copy => [`${copy.above_id}/${copy.plan_id}`, copy]))
  // Copies have the period of the plan that they were made from.
  const period = periodOf(below[0])
  const moment: Moment = { ...when, period, procedures: await procedureDates(tx, period) }
  for (const source of sources) {
    const offers: Offered[] = []
    const rewritten: MeasureRow[] = []
    const added: HeldPlan[] = []
    for (const plan of below) {
      const copy = found.get(`${source.id}/${plan.id}`)
      const outcome = copy && outcomeOf(plan.level, copy, source)
      if (!copy) {
        if (goesDown(source, plan.level)) added.push(plan)
      } else if (outcome === 'rewritten') rewritten.push(copy)
      else if (outcome && outcome !== 'same') offers.push({ copy, ...outcome })
    }
    await writeOffers(tx, offers, moment)
    await rewrite(tx, rewritten, source, moment)
    await addOffered(tx, added, source, moment)
  }
}

function outcomeOf(level: Level, copy: MeasureRow, source: MeasureRow): Outcome {
  const offer: Offer = goesDown(source, level) ? offeredOf(source) : { removed: true }
  if (isNew(copy) && !('removed' in offer)) return isSame(copy, offer) ? 'same' : 'rewritten'
  const wanted = 'removed' in offer || !isSame(copy, offer) ? offer : null
  return sameOffer(copy.offered, wanted) ? 'same' : { offer: wanted }
}

interface Offered {
  readonly copy: MeasureRow
  readonly offer: Offer
}

async function writeOffers(tx: Tx, offers: readonly Offered[], { now }: Moment): Promise<void> {
  if (offers.length === 0) return
  await sql`update plan_measure m set offered = n.offered, changed_at = ${now}, version = m.version + 1
    from unnest(${offers.map(({ copy }) => copy.id)}::integer[],
      ${offers.map(({ offer }) => offer && JSON.stringify(offer))}::jsonb[]) as n (id, offered)
    where m.id = n.id`.execute(tx)
  const made = offers.filter(({ offer }) => offer !== null)
  await writeSteps(
    tx,
    made.map(({ copy: { id, unit_id } }) => ({ id, unitId: unit_id })),
    now,
  )
}

async function addOffered(
  tx: Tx,
  below: readonly HeldPlan[],
  source: MeasureRow,
  { now, today, period, procedures }: Moment,
): Promise<void> {
  for (const [level, some] of Map.groupBy(below, plan => plan.level)) {
    const plans = some.map(({ id, unit_id }) => ({ id, unitId: unit_id }))
    const measures = [{ ...copyOf(source), offered: offeredOf(source) }]
    await writeSteps(
      tx,
      await insertIntoPlans(tx, { plans, level, period }, measures, { today, procedures }),
      now,
    )
  }
}

/** What is offered is what it says: it was added after the plan was sent, and nobody has accepted it yet. */
function isNew(copy: MeasureRow): boolean {
  return copy.offered !== null && !('removed' in copy.offered) && isSame(copy, copy.offered)
}

/** What its own unit has said of it already stays: who does it, where, and what came of it. */
async function rewrite(
  tx: Tx,
  copies: readonly MeasureRow[],
  source: MeasureRow,
  { period, ...moment }: Moment,
): Promise<void> {
  if (copies.length === 0) return
  const { term: _, ...words } = offeredOf(source)
  const written = await tx
    .updateTable('plan_measure')
    .set({
      ...words,
      level: source.level,
      offered: JSON.stringify(offeredOf(source)),
      changed_at: moment.now,
      version: sql<number>`version + 1`,
    })
    .where(sql<boolean>`id = any (${copies.map(({ id }) => id)}::integer[])`)
    .returning(['id', 'unit_id', 'term_words', 'year', 'section', 'term'])
    .execute()
  await retaskMeasures(tx, period, written, moment)
  await writeSteps(
    tx,
    written.map(({ id, unit_id }) => ({ id, unitId: unit_id })),
    moment.now,
  )
}

async function writeSteps(
  tx: Tx,
  measures: readonly { readonly id: number; readonly unitId: number }[],
  now: Date,
): Promise<void> {
  if (measures.length === 0) return
  await sql`insert into measure_step (measure_id, unit_id, at, kind)
    select id, unit_id, ${now}, 'offered'
    from unnest(${measures.map(({ id }) => id)}::integer[], ${measures.map(({ unitId }) => unitId)}::integer[])
      as m (id, unit_id) order by id`.execute(tx)
}

function sameOffer(before: Offer, after: Offer): boolean {
  if (before === null || after === null) return before === after
  if ('removed' in before || 'removed' in after) return 'removed' in before && 'removed' in after
  const { term: _, ...a } = before
  const { term: __, ...b } = after
  return (Object.keys(a) as (keyof typeof a)[]).every(key => a[key] === b[key])
}
