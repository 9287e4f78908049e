import type { Period, ProcedureDates } from '@objektiv/russian-terms'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { inParts } from '../in-parts.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { type Retasked, retaskMeasures } from './retask-measures.ts'

/** Copies whose measures are in memory at once. */
const AT_ONCE = 50

/**
 * Gives the copies of a plan, level by level, the period that it has now, and reads their terms again. A period is no
 * measure that could be offered: a copy of another period would read the same words as other days. Closed plans are left
 * alone. The plan itself needs to be held.
 */
export async function movePlansBelow(
  tx: Tx,
  planId: number,
  period: Period & { readonly original: string | null },
  moment: { readonly now: Date; readonly today: LocalDate; readonly procedures: ProcedureDates },
): Promise<void> {
  for (let above = [planId]; above.length > 0; ) {
    const moved = await tx
      .updateTable('plan')
      .set({
        ...{ starts_on: period.start, ends_on: period.end, school: period.school },
        ...{ period_words: period.original, changed_at: moment.now, version: sql<number>`version + 1` },
      })
      .where(sql<boolean>`above_id = any (${above}::integer[])`)
      .where('removed_at', 'is', null)
      .where('state', '<>', 'closed')
      .returning('id')
      .execute()
    above = moved.map(({ id }) => id)
    for (const plans of inParts(above, AT_ONCE))
      await retaskMeasures(tx, period, await termsOf(tx, plans), moment)
  }
}

/** Words and terms of all measures that stand in these plans. */
async function termsOf(tx: Tx, plans: readonly number[]): Promise<Retasked[]> {
  return tx
    .selectFrom('plan_measure')
    .select(['id', 'unit_id', 'term_words', 'year', 'section', 'term'])
    .where(sql<boolean>`plan_id = any (${[...plans]}::integer[])`)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}
