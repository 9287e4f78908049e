import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { whyNotMerge } from '../rules.ts'
import { changeUnit } from './change-unit.ts'
import { type Closing, refuseClosing } from './close-unit.ts'

/** Closes a unit whose work goes on in another one. Both must lie in the actor's reach. */
export async function mergeUnit(
  tx: Tx,
  id: number,
  { into, version, lastDay, reason }: Closing & { readonly into: number },
): Promise<void> {
  const unit = await refuseClosing(tx, id, version, lastDay)
  const target = await tx
    .selectFrom('unit')
    .selectAll()
    .where('id', '=', into)
    .where(sql<boolean>`app.in_scope(path)`)
    .executeTakeFirst()
  if (!target) throw new ProblemError({ code: 'not-found' })
  const there = {
    id: into,
    kind: target.kind,
    validFrom: target.valid_from,
    validTo: target.valid_to,
    withdrawn: target.withdrawn_at !== null,
  }
  const code = whyNotMerge(unit, there, await successorsOf(tx, into), lastDay)
  if (code) throw new ProblemError({ code, params: { name: unit.name, into: target.name } })
  await nameAct(tx, 'unit.merged', reason)
  await changeUnit(tx, id, version, { valid_to: lastDay, successor_id: into })
}

async function successorsOf(tx: Tx, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive chain (id) as (
      select successor_id from unit where id = ${id} and successor_id is not null
      union
      select u.successor_id from unit u join chain on u.id = chain.id where u.successor_id is not null
    ) select id from chain`.execute(tx)
  return rows.map(row => row.id)
}
