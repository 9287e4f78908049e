import { type AccountActor, asAccount } from '../actor.ts'
import { changePassword } from '../authentication/change-password.ts'
import {
  confirmSecondFactor,
  offerSecondFactor,
  removeSecondFactor,
  renewBackupCodes,
} from '../authentication/second-factor.ts'
import { endOtherSessions, endSession, listSessions } from '../authentication/sessions.ts'
import { describeMe } from '../describe-me.ts'
import type { Accounts } from '../open-accounts.ts'
import { changeOneself } from '../store/people.ts'
import { createToken, listTokens, revokeToken } from '../store/tokens.ts'
import type { Some } from './handlers.ts'
import { requireSession } from './require-session.ts'

/** Endpoints about oneself. */
export function meHandlers(
  accounts: Accounts,
): Some<
  | 'GET /api/me'
  | 'PATCH /api/me'
  | 'POST /api/me/password'
  | 'GET /api/me/sessions'
  | 'DELETE /api/me/sessions/:id'
  | 'DELETE /api/me/sessions'
  | 'POST /api/me/second-factor'
  | 'POST /api/me/second-factor/confirm'
  | 'POST /api/me/second-factor/remove'
  | 'POST /api/me/second-factor/backup-codes'
  | 'GET /api/me/tokens'
  | 'POST /api/me/tokens'
  | 'DELETE /api/me/tokens/:id'
> {
  const { database, clock } = accounts
  return {
    'GET /api/me': async ({ actor }) => describeMe(asAccount(actor)),
    'PATCH /api/me': async ({ actor, body }) => {
      const me = requireSession(actor)
      await database.as(me.scope, tx => changeOneself(tx, me.personId, body))
      return describeMe({ ...me, ...given(body), version: body.version + 1 })
    },
    'POST /api/me/password': async ({ actor, body }) => changePassword(accounts, requireSession(actor), body),

    'GET /api/me/sessions': async ({ actor }) => {
      const { personId, sessionId } = asAccount(actor)
      const items = await database.asSystem(personId, tx => listSessions(tx, personId, sessionId, clock()))
      return { items }
    },
    'DELETE /api/me/sessions/:id': async ({ actor, params }) => {
      const { personId } = requireSession(actor)
      await database.asSystem(personId, tx => endSession(tx, personId, params.id))
    },
    'DELETE /api/me/sessions': async ({ actor }) => {
      const { personId, sessionId } = requireSession(actor)
      return { ended: await database.asSystem(personId, tx => endOtherSessions(tx, personId, sessionId)) }
    },

    'POST /api/me/second-factor': async ({ actor, body, request, reply }) =>
      offerSecondFactor(accounts, requireSession(actor), body.password, { request, reply }),
    'POST /api/me/second-factor/confirm': async ({ actor, body, request, reply }) => {
      const me = requireSession(actor)
      await confirmSecondFactor(accounts, me, body.code, { request, reply })
      return describeMe(withFactorShown(me))
    },
    'POST /api/me/second-factor/remove': async ({ actor, body, request, reply }) =>
      removeSecondFactor(accounts, requireSession(actor), body.password, { request, reply }),
    'POST /api/me/second-factor/backup-codes': async ({ actor, body, request, reply }) => ({
      backupCodes: await renewBackupCodes(accounts, requireSession(actor), body.password, { request, reply }),
    }),

    'GET /api/me/tokens': async ({ actor, tx }) => ({ items: await listTokens(tx, asAccount(actor)) }),
    'POST /api/me/tokens': async ({ actor, tx, body }) =>
      createToken(
        tx,
        requireSession(actor),
        { ...body, rights: body.rights, expiresAt: new Date(body.expiresAt) },
        clock(),
      ),
    'DELETE /api/me/tokens/:id': async ({ actor, tx, params }) =>
      revokeToken(tx, requireSession(actor), params.id, clock()),
  }
}

/** Once shown, the second factor opens what was held back: what this very answer says must be the state after it. */
function withFactorShown(actor: AccountActor): AccountActor {
  return { ...actor, secondFactor: { ...actor.secondFactor, enabled: true, shown: true } }
}

/** The changed parts alone. */
function given<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
