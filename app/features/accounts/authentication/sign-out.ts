import type { FastifyReply } from 'fastify'
import type { AccountActor } from '../actor.ts'
import type { Accounts } from '../open-accounts.ts'
import { recordAct } from './record-act.ts'

/** Ends the session of this request and takes its cookie back. */
export async function signOut(accounts: Accounts, actor: AccountActor, reply: FastifyReply): Promise<void> {
  const { sessionId, personId } = actor
  if (sessionId === null) return
  await accounts.database.asSystem(personId, async tx => {
    await tx.deleteFrom('auth.session').where('id', '=', sessionId).execute()
    await recordAct(tx, 'signed-out', personId)
  })
  reply.clearCookie(accounts.sessionCookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: accounts.publicUrl.startsWith('https://'),
  })
}
