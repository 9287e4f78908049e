import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import type { JobName } from './job.ts'

export interface EnqueueOptions {
  /** The same kind with the same key is asked for once, ever. */
  readonly onceKey?: string
  readonly notBefore?: Date
}

/**
 * Asks for work in the caller's transaction: when that commits, the work will be done; when it does not, nothing was
 * asked. Returns the id, or null when `onceKey` was used before. Throws ZodError for parameters that do not fit.
 */
export async function enqueueJob<P>(
  tx: Tx,
  { kind, params: schema, internal = false }: JobName<P>,
  params: P,
  { onceKey, notBefore }: EnqueueOptions = {},
): Promise<number | null> {
  const row = await tx
    .insertInto('job')
    .values({
      kind,
      internal,
      params: JSON.stringify(schema.parse(params)),
      once_key: onceKey ?? null,
      not_before: notBefore ?? null,
      // The unit in which the person acts; the root for what the program itself asks.
      unit_id: sql<number>`(select id from unit where path = coalesce(app.scope(), path)
        and (parent_id is null or app.scope() is not null))`,
    })
    .onConflict(conflict => conflict.columns(['kind', 'once_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}
