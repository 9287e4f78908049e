import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { attachFile } from '../../files/index.ts'

/**
 * Gives the orders behind an act («приказ о реорганизации») to its line in the unit's history, in the transaction of the
 * act: whoever may read the history may read them, and nobody else. Nothing where the act changed nothing.
 */
export async function attachOrders(tx: Tx, unitId: number, files: readonly number[]): Promise<void> {
  if (files.length === 0) return
  const line = await tx
    .selectFrom('audit')
    .select('id')
    .where('subject', '=', 'unit')
    .where('subject_id', '=', String(unitId))
    .where(sql<boolean>`request_id is not distinct from app.request()`)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!line) return
  const to = { subject: 'audit', subjectId: String(line.id), access: 'history.read' } as const
  for (const file of new Set(files)) await attachFile(tx, file, unitId, to)
}
