import { z } from 'zod'
import type { Contract } from '../../platform/http/index.ts'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import type { Access } from './access.ts'
import {
  apiToken,
  day,
  email,
  grant,
  INVITATION_STATES,
  instant,
  invitation,
  link,
  list,
  locale,
  me,
  numericId,
  page,
  password,
  person,
  personId,
  personName,
  personPage,
  personToken,
  provider,
  reason,
  right,
  role,
  session,
  settings,
  theme,
  token,
  version,
} from './schemas.ts'

const peopleFilters = z.object({
  q: z.string().trim().max(200).optional(),
  role: role.optional(),
  /** Only grants at this unit and below. */
  unit: rowIdInUrl.optional(),
  /** Only grants at this very unit. */
  at: rowIdInUrl.optional(),
  state: z.enum(['active', 'blocked', 'former']).optional(),
  sort: z.enum(['name', '-name', 'email', '-email']).default('name'),
})

const letGo = z.object({ version, reason: reason.optional() })

/** What the accounts room offers over HTTP. */
export const accountsContract = {
  // Signing in
  'GET /api/session': {
    summary: 'Who is signed in, and which ways of signing in there are',
    access: 'public',
    response: z.object({ me: me.nullable(), provider: provider.nullable(), setUp: z.boolean() }),
  },
  'POST /api/sign-in': {
    summary: 'Sign in with e-mail and password',
    access: 'public',
    body: z.object({ email: z.string().trim().max(254), password }),
    response: z.object({ state: z.enum(['signed-in', 'second-factor']) }),
  },
  'POST /api/sign-in/second-factor': {
    summary: 'Second step of signing in: a code of the authenticator, or one of the backup codes',
    access: 'public',
    body: z.object({
      code: z.string().trim().min(6).max(20),
      kind: z.enum(['totp', 'backup']).default('totp'),
    }),
    response: z.object({ state: z.literal('signed-in') }),
  },
  'POST /api/sign-in/provider': {
    summary: 'Begin signing in through the external identity provider; go to `url`',
    access: 'public',
    body: z.object({ returnTo: z.string().max(500).startsWith('/').optional() }),
    response: z.object({ url: z.string() }),
  },
  'GET /api/auth/callback/oidc': {
    summary: 'Where the identity provider sends the browser back to',
    access: 'public',
    download: true,
  },
  'POST /api/sign-out': { summary: 'End this session', access: 'signed-in', transaction: false },

  // One-time links
  'POST /api/setup/read': {
    summary: 'What a setup link is for; fails in words when it is used or expired',
    access: 'public',
    body: z.object({ token }),
    response: z.object({ expiresAt: instant }),
  },
  'POST /api/setup': {
    summary: 'The first administrator: names the region, sets the password, is signed in',
    access: 'public',
    body: z.object({
      token,
      region: z.string().trim().min(2).max(200),
      name: personName,
      email,
      password,
      locale,
    }),
    response: z.object({ state: z.literal('signed-in') }),
  },
  'POST /api/invitation/read': {
    summary: 'What an invitation offers',
    access: 'public',
    body: z.object({ token }),
    response: z.object({
      email: z.string(),
      name: z.string(),
      sentence: z.string(),
      expiresAt: instant,
      /** This e-mail has an account: sign in, then accept. */
      hasAccount: z.boolean(),
    }),
  },
  'POST /api/invitation/accept': {
    summary:
      'Accept an invitation: a new person gives name and password; one with an account is signed in already',
    access: 'public',
    body: z.object({
      token,
      name: personName.optional(),
      password: password.optional(),
      locale: locale.optional(),
    }),
    response: z.object({ state: z.literal('signed-in') }),
  },
  'POST /api/password-reset/read': {
    summary: 'For whom a reset link is',
    access: 'public',
    body: z.object({ token }),
    response: z.object({ email: z.string(), name: z.string(), expiresAt: instant }),
  },
  'POST /api/password-reset': {
    summary: 'Set a new password by a reset link; all sessions end',
    access: 'public',
    body: z.object({ token, password }),
    response: z.object({ done: z.literal(true) }),
  },

  // Oneself
  'GET /api/me': {
    summary: 'Profile, grants and rights of the signed-in person',
    access: 'signed-in',
    response: me,
    transaction: false,
  },
  'PATCH /api/me': {
    summary: 'Change name, language or theme',
    access: 'signed-in',
    body: z.object({
      name: personName.optional(),
      locale: locale.optional(),
      theme: theme.optional(),
      version,
    }),
    response: me,
    transaction: false,
  },
  'POST /api/me/password': {
    summary: 'Change the password; other sessions end, and tokens for integrations too when asked',
    access: 'signed-in',
    body: z.object({ current: password, next: password, revokeTokens: z.boolean().default(false) }),
    transaction: false,
  },
  'GET /api/me/sessions': {
    summary: 'Sessions of this person',
    access: 'signed-in',
    response: z.object({ items: z.array(session) }),
    transaction: false,
  },
  'DELETE /api/me/sessions/:id': {
    summary: 'End one session',
    access: 'signed-in',
    params: personId,
    transaction: false,
  },
  'DELETE /api/me/sessions': {
    summary: 'End all sessions but this one',
    access: 'signed-in',
    response: z.object({ ended: z.number() }),
    transaction: false,
  },
  'POST /api/me/second-factor': {
    summary:
      'Begin setting up the second factor: a secret for the authenticator, and backup codes, shown once',
    access: 'signed-in',
    body: z.object({ password: password.optional() }),
    response: z.object({
      uri: z.string(),
      secret: z.string(),
      /** The address as a picture to scan. */
      qrSvg: z.string(),
      backupCodes: z.array(z.string()),
    }),
    transaction: false,
  },
  'POST /api/me/second-factor/confirm': {
    summary: 'Show a code: finishes the set-up, or shows the second factor for a session that has not',
    access: 'signed-in',
    body: z.object({ code: z.string().trim().min(6).max(20) }),
    response: me,
    transaction: false,
  },
  'POST /api/me/second-factor/remove': {
    summary: 'Remove the second factor',
    access: 'signed-in',
    body: z.object({ password: password.optional() }),
    transaction: false,
  },
  'POST /api/me/second-factor/backup-codes': {
    summary: 'New backup codes; the old ones are void',
    access: 'signed-in',
    body: z.object({ password: password.optional() }),
    response: z.object({ backupCodes: z.array(z.string()) }),
    transaction: false,
  },
  'GET /api/me/tokens': {
    summary: "This person's tokens for integrations",
    access: 'token.make',
    response: z.object({ items: z.array(apiToken) }),
  },
  'POST /api/me/tokens': {
    summary: 'A new token: rights of the acting grant, or fewer; its text is shown once',
    access: 'token.make',
    body: z.object({
      name: z.string().trim().min(2).max(100),
      rights: z.array(right).min(1),
      expiresAt: instant,
    }),
    response: apiToken.extend({ token: z.string() }),
  },
  'DELETE /api/me/tokens/:id': { summary: 'Revoke a token', access: 'token.make', params: numericId },

  // People
  'GET /api/people': {
    summary: 'People with a grant in reach',
    access: 'person.read',
    query: peopleFilters.extend(list),
    response: page(person),
  },
  'GET /api/people/export.xlsx': {
    summary: 'The filtered list of people as a workbook; the reading is logged',
    access: 'person.read',
    query: peopleFilters,
    download: true,
    transaction: false,
  },
  'GET /api/people/:id': {
    summary: 'One person',
    access: 'person.read',
    params: personId,
    response: personPage,
  },
  'PATCH /api/people/:id': {
    summary: 'Correct name or e-mail, block or unblock a person whose every grant is in reach',
    access: 'person.edit',
    params: personId,
    // One act at a time: the log names each change by one act, and blocking hides no change of an address.
    body: z
      .object({
        name: personName.optional(),
        email: email.optional(),
        blocked: z.boolean().optional(),
        reason: reason.optional(),
        version,
      })
      .refine(
        ({ name, email, blocked }) => blocked === undefined || (name === undefined && email === undefined),
        { path: ['blocked'] },
      ),
    response: personPage,
    transaction: false,
  },
  'POST /api/people/:id/close': {
    summary:
      'Close the account of somebody who has left: roles, tokens, sessions, password and second factor go',
    access: 'person.edit',
    params: personId,
    body: letGo,
    response: personPage,
  },
  'POST /api/people/:id/reopen': {
    summary: 'Open a closed account again; roles and a password are given anew',
    access: 'person.edit',
    params: personId,
    body: letGo,
    response: personPage,
  },
  'POST /api/people/:id/anonymise': {
    summary: 'Replace name and e-mail of a closed account for good, in the log too',
    access: 'person.edit',
    params: personId,
    body: letGo,
    response: personPage,
  },
  'POST /api/people/:id/reset-link': {
    summary: 'A one-time link to set a new password, for somebody who lost theirs (or the second factor)',
    access: 'person.edit',
    params: personId,
    body: z.object({ dropSecondFactor: z.boolean().default(false) }),
    response: link,
    transaction: false,
  },
  'GET /api/people/:id/tokens': {
    summary: "Somebody's tokens for integrations that act within the reader's reach",
    access: 'person.edit',
    params: personId,
    response: z.object({ items: z.array(personToken) }),
  },
  'POST /api/tokens/:id/revoke': {
    summary: 'End a token of somebody whose role one could have given',
    access: 'person.edit',
    params: numericId,
    body: z.object({ reason: reason.optional() }),
    response: personToken,
  },
  'POST /api/people/:id/grants': {
    summary: 'Give a role at a unit',
    access: 'role.grant',
    params: personId,
    body: z.object({
      role,
      unitId: rowId,
      validFrom: day.nullable().default(null),
      validTo: day.nullable().default(null),
    }),
    response: grant,
  },
  'POST /api/grants/:id/revoke': {
    summary: 'Take a role back',
    access: 'role.grant',
    params: numericId,
    body: z.object({ reason: reason.optional() }),
    response: grant,
  },

  // Invitations
  'GET /api/invitations': {
    summary: 'Invitations to units in reach',
    access: 'person.invite',
    query: z.object({
      ...list,
      q: z.string().trim().max(200).optional(),
      state: z.enum(INVITATION_STATES).optional(),
    }),
    response: page(invitation),
  },
  'GET /api/invitations/export.xlsx': {
    summary: 'The same as a spreadsheet with its parameters; rows chosen = rows written, or it fails',
    access: 'person.invite',
    query: z.object({
      q: z.string().trim().max(200).optional(),
      state: z.enum(INVITATION_STATES).optional(),
    }),
    download: true,
    transaction: false,
  },
  'POST /api/invitations': {
    summary: 'Invite a person by a one-time link',
    access: 'person.invite',
    body: z.object({ email, name: personName, role, unitId: rowId }),
    response: z.object({ invitation, link }),
    transaction: false,
  },
  'POST /api/invitations/:id/renew': {
    summary: 'A new link for an open or expired invitation; the old one is void',
    access: 'person.invite',
    params: numericId,
    response: z.object({ invitation, link }),
    transaction: false,
  },
  'POST /api/invitations/:id/revoke': {
    summary: 'Withdraw an invitation',
    access: 'person.invite',
    params: numericId,
    response: invitation,
  },

  // The matrix and the settings
  'GET /api/access': {
    summary: 'Who may do what: rights × roles, in words',
    access: 'signed-in',
    byToken: true,
    transaction: false,
    response: z.object({
      roles: z.array(
        z.object({
          role,
          name: z.string(),
          about: z.string(),
          kinds: z.array(z.string()),
          mayGive: z.array(role),
          secondFactor: z.boolean(),
        }),
      ),
      rights: z.array(z.object({ right, text: z.string(), roles: z.array(role), regionOnly: z.boolean() })),
      /** What the reader is: «Администратор — Заречная область, весь регион». */
      mine: z.array(z.string()),
      /** Roles the acting grant may give. */
      mayGive: z.array(role),
    }),
  },
  'GET /api/settings': {
    summary: 'Settings of the installation',
    access: 'setting.read',
    response: settings,
  },
  'PUT /api/settings': {
    summary: 'Change the settings',
    access: 'setting.edit',
    body: settings,
    response: settings,
  },
} as const satisfies Contract<Access>
