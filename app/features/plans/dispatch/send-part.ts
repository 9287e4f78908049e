import type { Tx } from '../../../platform/database/index.ts'
import { sendOn } from '../store/send-plan.ts'
import type { LeftOut } from '../tables.ts'
import type { LocalDate } from '../task-state.rules.ts'
import { tellOfSending } from '../tell-of-plans.ts'
import { type DispatchRow, holdDispatch, writePart } from './dispatches.ts'

interface Moment {
  readonly now: Date
  readonly today: LocalDate
  /** Measures to be written at once, where not as usual. */
  readonly most?: number
}

/**
 * The next units of a sending: their copies, what their people are told, and that they wait no more, in one transaction.
 * Null where it has ended. Throws `not-found`, `plan-closed`, `plan-not-approved` where nothing more can be sent.
 */
export async function sendPart(tx: Tx, id: number, moment: Moment): Promise<DispatchRow | null> {
  const row = await holdDispatch(tx, id)
  if (row === null) return null
  const { plan, copies, units } = await sendOn(tx, row.plan_id, row.waiting, moment)
  await tellOfSending(tx, { plan, copies }, { personId: row.created_by, today: moment.today })
  const given = await unitsWithCopy(tx, row.plan_id, units)
  const gone = units.filter(unit => !given.has(unit)).map(unit => ({ unit, code: 'gone' as const }))
  return takeOff(tx, row, units.length, {
    reached: units.length - gone.length,
    leftOut: gone,
    now: moment.now,
  })
}

/** The first that waits gets none: what was written for it failed. */
export async function leaveOutFirst(tx: Tx, id: number, now: Date): Promise<DispatchRow | null> {
  const row = await holdDispatch(tx, id)
  if (row === null) return null
  const leftOut = row.waiting.slice(0, 1).map(unit => ({ unit, code: 'fault' as const }))
  return takeOff(tx, row, 1, { reached: 0, leftOut, now })
}

function takeOff(
  tx: Tx,
  row: DispatchRow,
  count: number,
  {
    reached,
    leftOut,
    now,
  }: { readonly reached: number; readonly leftOut: readonly LeftOut[]; readonly now: Date },
): Promise<DispatchRow> {
  const waiting = row.waiting.slice(count)
  return writePart(tx, row, {
    ...{ reached, waiting, now, isLast: waiting.length === 0 },
    leftOut: [...row.left_out, ...leftOut],
  })
}

/** Whoever sent to one of them meanwhile has given it the same copy. */
async function unitsWithCopy(tx: Tx, planId: number, units: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom('plan')
    .select('unit_id')
    .where('above_id', '=', planId)
    .where('removed_at', 'is', null)
    .where('unit_id', 'in', [0, ...units])
    .execute()
  return new Set(rows.map(({ unit_id }) => unit_id))
}
