import type { Tx } from '../../../platform/database/index.ts'
import type { Parts } from '../../territory/index.ts'

/** A person's history is also that of their roles, of the invitations they took up and of their tokens, as far as in reach. */
export async function partsOfPerson(tx: Tx, subject: string, id: string): Promise<Parts[]> {
  if (subject !== 'person') return []
  const grants = await tx.selectFrom('role_grant').select('id').where('person_id', '=', id).execute()
  const invitations = await tx.selectFrom('invitation').select('id').where('accepted_by', '=', id).execute()
  const tokens = await tx.selectFrom('api_token').select('id').where('person_id', '=', id).execute()
  const parts = { role_grant: grants, invitation: invitations, api_token: tokens }
  return Object.entries(parts).map(([subject, rows]) => ({ subject, ids: rows.map(row => String(row.id)) }))
}
