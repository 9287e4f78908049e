import type { Tx } from '../../../platform/database/index.ts'
import { hashToken } from './secret-token.ts'

/** Marks a code as used; false when it was used before. */
export async function useCode(tx: Tx, personId: string, code: string, now: Date): Promise<boolean> {
  const used = await tx
    .insertInto('auth.used_code')
    .values({ user_id: personId, code_hash: hashToken(code.replace(/\s/g, '')), used_at: now })
    .onConflict(conflict => conflict.columns(['user_id', 'code_hash']).doNothing())
    .returning('user_id')
    .execute()
  return used.length > 0
}
