import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { type PrintedPlan, printPlan } from '../printed-plan.ts'
import { readVersion } from './frozen-plan.ts'
import { lockOwnPlan } from './own-plan.ts'
import { touchPlan } from './plan-rows.ts'

/** Bytes of an address that nobody guesses. */
const TOKEN_BYTES = 24

export interface Publication {
  readonly token: string
  readonly version: number
  readonly withNames: boolean
  readonly at: Date
}

/** Where everybody may read the plan now; null where it is shown to nobody. */
export async function readPublication(tx: Tx, planId: number): Promise<Publication | null> {
  const row = await tx
    .selectFrom('plan_publication')
    .select(['token', 'version_number as version', 'with_names as withNames', 'published_at as at'])
    .where('plan_id', '=', planId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Shows the last approved version to everybody, without measures made from signs: no school with a sign is named in public.
 * A newer version goes to the address that people have already. Throws
 * `plan-not-approved`, `plan-of-its-unit`, `changed-by-another`.
 */
export async function publishPlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  id: number,
  { version, withNames }: { readonly version: number; readonly withNames: boolean },
  now: Date,
): Promise<string> {
  const plan = await lockOwnPlan(tx, scope, id, version)
  const approved = await readVersion(tx, id)
  if (approved === null) throw new ProblemError({ code: 'plan-not-approved' })
  const before = await readPublication(tx, id)
  await nameAct(tx, 'plan.published')
  if (before !== null) await withdraw(tx, id, now)
  const token = before?.token ?? randomBytes(TOKEN_BYTES).toString('base64url')
  const addressed = await addressedIn(tx, id)
  const shown = approved.body.measures.filter(({ key }) => !addressed.has(Number(key)))
  const body = printPlan(
    { ...approved.body, measures: shown },
    { number: approved.number, at: now, withNames },
  )
  await tx
    .insertInto('plan_publication')
    .values({
      ...{ plan_id: id, unit_id: plan.unit_id, token, version_number: approved.number },
      ...{ body: JSON.stringify(body), with_names: withNames, published_at: now, withdrawn_at: null },
    })
    .execute()
  await touchPlan(tx, id, now)
  return token
}

async function addressedIn(tx: Tx, planId: number): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom('plan_measure')
    .select('id')
    .where('plan_id', '=', planId)
    .where('signal_id', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Takes the public page away: its address leads nowhere from now on. Throws `plan-not-published`. */
export async function unpublishPlan(
  tx: Tx,
  scope: Pick<Scope, 'unitPath'>,
  id: number,
  version: number,
  now: Date,
): Promise<void> {
  await lockOwnPlan(tx, scope, id, version)
  if ((await readPublication(tx, id)) === null) throw new ProblemError({ code: 'plan-not-published' })
  await nameAct(tx, 'plan.unpublished')
  await withdraw(tx, id, now)
  await touchPlan(tx, id, now)
}

async function withdraw(tx: Tx, id: number, now: Date): Promise<void> {
  await tx
    .updateTable('plan_publication')
    .set({ withdrawn_at: now })
    .where('plan_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** What stands at an address; the database itself looks it up for whoever asks. Throws `not-found`. */
export async function readPublished(tx: Tx, token: string): Promise<PrintedPlan> {
  const { rows } = await sql<{
    body: PrintedPlan | null
  }>`select app.published_plan(${token}) as body`.execute(tx)
  const body = rows[0]?.body ?? null
  if (body === null) throw new ProblemError({ code: 'not-found' })
  return body
}
