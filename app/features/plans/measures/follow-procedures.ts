import type { Database } from '../../../platform/database/index.ts'
import type { LocalDate } from '../rules.ts'
import { type PlanRow, periodOf } from '../store/plan-rows.ts'
import { procedureDates } from '../store/procedure-dates.ts'
import { retaskMeasures } from '../store/retask-measures.ts'

/**
 * Terms bound to a procedure move when its dates do: every plan that is not closed and names one is read again. Each plan
 * is a transaction of its own, so that nobody waits for all of them.
 */
export async function followProcedures(
  database: Database,
  { now, today }: { readonly now: Date; readonly today: LocalDate },
  signal: AbortSignal,
): Promise<void> {
  const plans = await database.asSystem('system:plans', tx =>
    tx
      .selectFrom('plan')
      .selectAll()
      .where('removed_at', 'is', null)
      .where('state', '<>', 'closed')
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('plan_measure as m')
            .select('m.id')
            .whereRef('m.plan_id', '=', 'plan.id')
            .where('m.term_kind', '=', 'by-procedure')
            .where('m.removed_at', 'is', null),
        ),
      )
      .orderBy('id')
      .execute(),
  )
  for (const plan of plans) {
    if (signal.aborted) throw signal.reason
    await database.asSystem('system:plans', tx => followIn(tx, plan, { now, today }))
  }
}

async function followIn(
  tx: Parameters<Parameters<Database['asSystem']>[1]>[0],
  plan: PlanRow,
  moment: { readonly now: Date; readonly today: LocalDate },
): Promise<void> {
  const measures = await tx
    .selectFrom('plan_measure')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .where('term_kind', '=', 'by-procedure')
    .where('removed_at', 'is', null)
    .forUpdate()
    .execute()
  const period = periodOf(plan)
  await retaskMeasures(tx, period, measures, { ...moment, procedures: await procedureDates(tx, period) })
}
