import type { Tx } from '../../../platform/database/index.ts'

/** Sets the hash of a person's password, whether they had one or came through the identity provider until now. */
export async function writePassword(tx: Tx, personId: string, hash: string, now: Date): Promise<void> {
  const row = { password: hash, updated_at: now }
  await tx
    .insertInto('auth.account')
    .values({
      id: `password-${personId}`,
      account_id: personId,
      provider_id: 'credential',
      user_id: personId,
      ...row,
    })
    .onConflict(conflict => conflict.columns(['provider_id', 'account_id']).doUpdateSet(row))
    .execute()
}
