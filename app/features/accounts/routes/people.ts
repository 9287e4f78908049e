import { writeList } from '../../../documents/spreadsheet/index.ts'
import { say } from '../../../messages/format.ts'
import { sendMadeFile, XLSX } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { AccountActor } from '../actor.ts'
import { asAccount } from '../actor.ts'
import { offerReset } from '../authentication/reset-password.ts'
import { describeAccess } from '../describe-access.ts'
import type { Accounts } from '../open-accounts.ts'
import { sendEmailChanged, sendLink } from '../send-link.ts'
import { changePerson } from '../store/change-person.ts'
import { readInvitationTable } from '../store/export-invitations.ts'
import { readPeopleTable, writePeopleWorkbook } from '../store/export-people.ts'
import { giveGrant, revokeGrant } from '../store/grants.ts'
import {
  createInvitation,
  describeInvitation,
  listInvitations,
  type MadeInvitation,
  renewInvitation,
  revokeInvitation,
} from '../store/invitations.ts'
import { letGo } from '../store/let-go.ts'
import { NUMBER, readCursor, TEXT } from '../store/page.ts'
import { listPeople, readPerson } from '../store/people.ts'
import { readSettings, writeSettings } from '../store/settings.ts'
import { listTokensOf, revokeTokenOf } from '../store/tokens.ts'
import type { Some } from './handlers.ts'
import { requireSession } from './require-session.ts'

/** Endpoints about others: people, roles, invitations, the matrix, the settings. */
export function peopleHandlers(
  accounts: Accounts,
): Some<
  | 'GET /api/people'
  | 'GET /api/people/export.xlsx'
  | 'GET /api/people/:id'
  | 'PATCH /api/people/:id'
  | 'POST /api/people/:id/close'
  | 'POST /api/people/:id/reopen'
  | 'POST /api/people/:id/anonymise'
  | 'POST /api/people/:id/reset-link'
  | 'GET /api/people/:id/tokens'
  | 'POST /api/tokens/:id/revoke'
  | 'POST /api/people/:id/grants'
  | 'POST /api/grants/:id/revoke'
  | 'GET /api/invitations'
  | 'GET /api/invitations/export.xlsx'
  | 'POST /api/invitations'
  | 'POST /api/invitations/:id/renew'
  | 'POST /api/invitations/:id/revoke'
  | 'GET /api/access'
  | 'GET /api/settings'
  | 'PUT /api/settings'
> {
  const { database, clock, moment } = accounts

  /** Writes an invitation, and sends its letter only after it is written: a letter cannot be taken back. */
  async function invite(actor: AccountActor, write: Parameters<typeof database.as<MadeInvitation>>[1]) {
    const { link, invitation } = await database.as(actor.scope, async tx => {
      const link = await write(tx)
      return { link, invitation: await describeInvitation(tx, actor, link.id, moment()) }
    })
    const shown = {
      token: link.token,
      path: `/invitation/${link.token}`,
      expiresAt: link.expiresAt.toISOString(),
    }
    const sent = await sendLink(accounts, shown, {
      kind: 'invitation',
      to: link.email,
      locale: actor.locale,
      params: { name: invitation.name, inviter: actor.name, grant: invitation.sentence },
    })
    return { invitation, link: { ...shown, sent } }
  }

  return {
    'GET /api/people': async ({ actor, tx, query }) =>
      listPeople(
        tx,
        asAccount(actor),
        { ...query, cursor: readCursor(query.cursor, [TEXT, TEXT]) },
        moment().today,
      ),
    'GET /api/people/export.xlsx': async ({ actor, query, reply }) => {
      const me = asAccount(actor)
      const { today } = moment()
      const table = await database.asOfNow(me.scope, tx => readPeopleTable(tx, me, query, today))
      const name = `${say(me.locale, 'people.export.file', { day: today })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path =>
        writePeopleWorkbook(path, me.locale, table),
      )
    },
    'GET /api/people/:id': async ({ actor, tx, params }) =>
      readPerson(tx, asAccount(actor), params.id, moment().today),
    'PATCH /api/people/:id': async ({ actor, params, body }) => {
      const me = asAccount(actor)
      const { page, formerly } = await database.as(me.scope, tx =>
        changePerson(tx, me, { ...body, id: params.id }, moment()),
      )
      // To the former address: whoever reads the new one may be the very stranger the letter warns of.
      if (formerly) await sendEmailChanged(accounts, { ...formerly, by: me.name })
      return page
    },
    'POST /api/people/:id/close': async ({ actor, tx, params, body }) =>
      letGo(tx, asAccount(actor), 'close', { ...body, id: params.id }, moment().today),
    'POST /api/people/:id/reopen': async ({ actor, tx, params, body }) =>
      letGo(tx, asAccount(actor), 'reopen', { ...body, id: params.id }, moment().today),
    'POST /api/people/:id/anonymise': async ({ actor, tx, params, body }) =>
      letGo(tx, asAccount(actor), 'anonymise', { ...body, id: params.id }, moment().today),
    'POST /api/people/:id/reset-link': async ({ actor, params, body }) => {
      const me = requireSession(actor)
      const { email, ...link } = await database.as(me.scope, tx =>
        offerReset(tx, me, { personId: params.id, ...body }, moment()),
      )
      const letter = { kind: 'reset', to: email, locale: me.locale, params: { sender: me.name } } as const
      return { ...link, sent: await sendLink(accounts, link, letter) }
    },
    'GET /api/people/:id/tokens': async ({ actor, tx, params }) => {
      const me = asAccount(actor)
      const { id } = await readPerson(tx, me, params.id, moment().today)
      return { items: await listTokensOf(tx, me, id) }
    },
    'POST /api/tokens/:id/revoke': async ({ actor, tx, params, body }) =>
      revokeTokenOf(tx, asAccount(actor), { id: params.id, reason: body.reason }, clock()),
    'POST /api/people/:id/grants': async ({ actor, tx, params, body }) => {
      const { today } = moment()
      // Whoever is out of reach is not there.
      const { id, closedAt } = await readPerson(tx, asAccount(actor), params.id, today)
      if (closedAt !== null) throw new ProblemError({ code: 'person-closed' })
      return giveGrant(tx, asAccount(actor), { personId: id, ...body }, today)
    },
    'POST /api/grants/:id/revoke': async ({ actor, tx, params, body }) =>
      revokeGrant(tx, asAccount(actor), { id: params.id, reason: body.reason }, moment()),

    'GET /api/invitations': async ({ actor, tx, query }) =>
      listInvitations(
        tx,
        asAccount(actor),
        { ...query, cursor: readCursor(query.cursor, [NUMBER]) },
        moment(),
      ),
    'GET /api/invitations/export.xlsx': async ({ actor, query, reply }) => {
      const me = asAccount(actor)
      const at = moment()
      const table = await database.asOfNow(me.scope, tx => readInvitationTable(tx, me, query, at))
      const name = `${say(me.locale, 'invitations.export.file', { day: at.today })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path => writeList(path, me.locale, table))
    },
    'POST /api/invitations': async ({ actor, body }) => {
      const me = requireSession(actor)
      return invite(me, tx => createInvitation(tx, me, body, moment()))
    },
    'POST /api/invitations/:id/renew': async ({ actor, params }) => {
      const me = requireSession(actor)
      return invite(me, tx => renewInvitation(tx, me, params.id, moment()))
    },
    'POST /api/invitations/:id/revoke': async ({ actor, tx, params }) => {
      await revokeInvitation(tx, params.id, moment())
      return describeInvitation(tx, asAccount(actor), params.id, moment())
    },

    // As the system: who is held back for want of a second factor has no unit yet, and may read this page.
    'GET /api/access': async ({ actor }) => {
      const { secondFactorRoles } = await database.asSystem('system:access', readSettings)
      return describeAccess(asAccount(actor), secondFactorRoles)
    },
    'GET /api/settings': async ({ tx }) => readSettings(tx),
    'PUT /api/settings': async ({ tx, body }) => writeSettings(tx, body),
  }
}
