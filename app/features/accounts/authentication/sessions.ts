import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { describeBrowser } from './browser.ts'
import { recordAct } from './record-act.ts'
import { isOver } from './session-rules.ts'

export interface SessionSummary {
  readonly id: string
  readonly current: boolean
  readonly startedAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
  readonly address: string
  readonly browser: string
}

/** Where a person is signed in, last used first. All of these run as the system: sessions lie where no person reads. */
export async function listSessions(
  tx: Tx,
  personId: string,
  current: string | null,
  now: Date,
): Promise<SessionSummary[]> {
  const rows = await tx
    .selectFrom('auth.session')
    .select(['id', 'created_at', 'updated_at', 'expires_at', 'ip_address', 'user_agent'])
    .where('user_id', '=', personId)
    .orderBy('updated_at', 'desc')
    .execute()
  return rows
    .filter(row => !isOver({ expiresAt: row.expires_at, lastSeenAt: row.updated_at }, now))
    .map(row => ({
      id: row.id,
      current: row.id === current,
      startedAt: row.created_at.toISOString(),
      lastSeenAt: row.updated_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      address: row.ip_address ?? '',
      browser: describeBrowser(row.user_agent),
    }))
}

/** Ends one session of a person. Throws ProblemError `not-found` for a session that is not theirs. */
export async function endSession(tx: Tx, personId: string, id: string): Promise<void> {
  const ended = await tx
    .deleteFrom('auth.session')
    .where('id', '=', id)
    .where('user_id', '=', personId)
    .returning('id')
    .execute()
  if (ended.length === 0) throw new ProblemError({ code: 'not-found' })
  await recordAct(tx, 'session.ended', personId, { session: id })
}

/** Ends every session of a person but the one kept; says how many. */
export async function endOtherSessions(tx: Tx, personId: string, kept: string | null): Promise<number> {
  const ended = await tx
    .deleteFrom('auth.session')
    .where('user_id', '=', personId)
    .where('id', '<>', kept ?? '')
    .returning('id')
    .execute()
  for (const { id } of ended) await recordAct(tx, 'session.ended', personId, { session: id })
  return ended.length
}
