import { type Selectable, sql } from 'kysely'
import type { Schema, Tx } from '../../../platform/database/index.ts'
import type { Jobs } from '../../../platform/jobs/index.ts'
import type { Problem } from '../../../platform/problem.ts'
import type { HeldPlan } from '../store/plan-rows.ts'
import type { LeftOut } from '../tables.ts'
import { MOVE_JOB, SEND_JOB } from './dispatch-names.ts'

export type DispatchRow = Selectable<Schema['plan_dispatch']>

interface Start {
  readonly plan: Pick<HeldPlan, 'id' | 'unit_id'>
  readonly kind: DispatchRow['kind']
  readonly waiting: readonly number[]
  readonly reached: number
  readonly total: number
}

/** Leaves the rest to a job, in the transaction that did the first part. */
export async function startDispatch(
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  { plan, kind, waiting, reached, total }: Start,
): Promise<number> {
  const { id } = await tx
    .insertInto('plan_dispatch')
    .values({ plan_id: plan.id, unit_id: plan.unit_id, kind, waiting: [...waiting], reached, total })
    .returning('id')
    .executeTakeFirstOrThrow()
  await giveJob(tx, jobs, { id, kind })
  return id
}

/** Asks for the job of what goes on. */
export async function giveJob(
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  { id, kind }: Pick<DispatchRow, 'id' | 'kind'>,
): Promise<void> {
  const jobId = await jobs.enqueue(tx, kind === 'copies' ? SEND_JOB : MOVE_JOB, { dispatch: id })
  await tx.updateTable('plan_dispatch').set({ job_id: jobId }).where('id', '=', id).execute()
}

/** Held, so that two attempts at one job never do the same part; null where it has ended. */
export async function holdDispatch(tx: Tx, id: number): Promise<DispatchRow | null> {
  const row = await tx
    .selectFrom('plan_dispatch')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'going')
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** As it stands, whether it has ended or not; null where it is out of reach. */
export async function readDispatch(tx: Tx, id: number): Promise<DispatchRow | null> {
  const row = await tx.selectFrom('plan_dispatch').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

export interface PartDone {
  readonly reached: number
  readonly waiting: readonly number[]
  readonly leftOut: readonly LeftOut[]
  readonly isLast: boolean
  readonly now: Date
}

/** Writes down a part that was done, in its own transaction. */
export async function writePart(
  tx: Tx,
  { id, kind, reached, total }: DispatchRow,
  part: PartDone,
): Promise<DispatchRow> {
  const done = reached + part.reached
  return tx
    .updateTable('plan_dispatch')
    .set({
      waiting: [...part.waiting],
      reached: done,
      // A copy that was made on the way is one more; one that another change has moved meanwhile is not to be moved again.
      total: kind === 'period' && part.isLast ? done : Math.max(total, done),
      left_out: JSON.stringify(part.leftOut),
      ...(part.isLast ? { state: 'done', finished_at: part.now } : {}),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Ends what goes on, and says why; what was done stays done. */
export async function stopDispatch(tx: Tx, id: number, problem: Problem, now: Date): Promise<void> {
  await tx
    .updateTable('plan_dispatch')
    .set({ state: 'stopped', problem: JSON.stringify(problem), finished_at: now })
    .where('id', '=', id)
    .where('state', '=', 'going')
    .execute()
}

/** As the page of a plan shows it. */
export interface ShownDispatch extends DispatchRow {
  readonly units: readonly { readonly name: string; readonly code: LeftOut['code'] }[]
}

/** Days for which what has ended is still shown. */
const SHOWN_DAYS = 7

/** What goes on, and the last of each kind that has ended lately; the newest first. */
export async function listDispatches(tx: Tx, planId: number, now: Date): Promise<ShownDispatch[]> {
  const since = new Date(now.getTime() - SHOWN_DAYS * 86_400_000)
  const { rows } = await sql<ShownDispatch>`
    select d.*, coalesce((select jsonb_agg(jsonb_build_object('name', u.name, 'code', l.code) order by u.sort_key, u.id)
      from jsonb_to_recordset(d.left_out) as l (unit integer, code text) join unit u on u.id = l.unit), '[]') as units
    from plan_dispatch d where d.plan_id = ${planId} and (d.state = 'going' or d.finished_at > ${since}
      and not exists (select from plan_dispatch later where later.plan_id = d.plan_id and later.kind = d.kind
        and later.id > d.id))
    order by d.id desc`.execute(tx)
  return [...rows]
}
