import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { hashToken } from './secret-token.ts'

export interface OneTimeLink {
  readonly id: number
  readonly userId: string | null
  readonly dropSecondFactor: boolean
  readonly expiresAt: Date
  /** The grant by which a new password was offered. */
  readonly offeredThrough: number | null
}

/**
 * The link behind a token, still good; locked until the transaction ends, so that two who follow it at once are one after
 * the other. Throws ProblemError `link-unknown`, `link-used`, `link-expired`.
 */
export async function readLink(
  tx: Tx,
  purpose: 'setup' | 'reset',
  token: string,
  now: Date,
): Promise<OneTimeLink> {
  const row = await tx
    .selectFrom('auth.one_time_link')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'link-unknown' })
  if (row.used_at !== null) throw new ProblemError({ code: 'link-used' })
  if (row.expires_at <= now) throw new ProblemError({ code: 'link-expired' })
  return {
    id: row.id,
    userId: row.user_id,
    dropSecondFactor: row.drop_second_factor,
    expiresAt: row.expires_at,
    offeredThrough: row.offered_through,
  }
}

export async function spendLink(tx: Tx, { id }: OneTimeLink, now: Date): Promise<void> {
  await tx.updateTable('auth.one_time_link').set({ used_at: now }).where('id', '=', id).execute()
}
