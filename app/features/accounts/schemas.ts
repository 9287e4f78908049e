import { z } from 'zod'
import { rowId, rowIdInUrl } from '../../platform/http/row-id.ts'
import { RIGHTS, type Right, ROLES } from './access.ts'

// Shapes of what goes over the API of this room.

export const locale = z.enum(['ru', 'en'])
export const theme = z.enum(['auto', 'light', 'dark'])
export const role = z.enum(ROLES)
export const right = z.enum(Object.keys(RIGHTS) as [Right, ...Right[]])
export const instant = z.iso.datetime()
/** A local date of the region, 'YYYY-MM-DD'. */
export const day = z.iso.date()
export const email = z.email().max(254)
export const personName = z.string().trim().min(2).max(200)
/** No rule here but a bound on work: the rules of passwords answer in words, all at once. */
export const password = z.string().min(1).max(256)
export const token = z.string().min(20).max(200)
export const reason = z.string().trim().max(500)
export const numericId = z.object({ id: rowIdInUrl })
export const personId = z.object({ id: z.string().min(1).max(64) })

const unit = z.object({ id: z.number(), name: z.string(), kind: z.string(), path: z.string() })

export const grant = z.object({
  id: z.number(),
  role,
  unit,
  /** «Руководитель школы — Школа № 12». */
  sentence: z.string(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  revokedAt: instant.nullable(),
  /** Within its dates and not revoked. */
  active: z.boolean(),
})

const secondFactor = z.object({
  enabled: z.boolean(),
  /** Some role of this person may only be used with a second factor. */
  required: z.boolean(),
  /** This session has shown one. */
  shown: z.boolean(),
})

export const me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  locale,
  theme,
  version: z.number(),
  grants: z.array(grant),
  /** The grant through which this request acts (`x-objektiv-grant`); null when none may be used. */
  grantId: z.number().nullable(),
  rights: z.array(right),
  secondFactor,
  /** False for somebody who signs in through the identity provider alone. */
  hasPassword: z.boolean(),
})

export const provider = z.object({ label: z.string() })

export const session = z.object({
  id: z.string(),
  current: z.boolean(),
  startedAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  address: z.string(),
  /** Browser and system in words, as far as they are known: «Firefox, Linux». */
  browser: z.string(),
})

export const apiToken = z.object({
  id: z.number(),
  name: z.string(),
  rights: z.array(right),
  /** The rights in the reader's words. */
  may: z.array(z.string()),
  /** The role through which it acts, in one sentence. */
  sentence: z.string(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})

/** Somebody else's. */
export const personToken = apiToken.extend({ mayRevoke: z.boolean() })

export const person = z.object({
  id: z.string(),
  name: z.string(),
  /** Null for somebody whose roles in the reader's reach have ended. */
  email: z.string().nullable(),
  /** Nothing but the name and past roles is known of them here any more. */
  former: z.boolean(),
  blockedAt: instant.nullable(),
  /** Grants in the reader's reach; the person may have others elsewhere. */
  grants: z.array(grant),
})

export const personPage = person.extend({
  version: z.number(),
  secondFactorEnabled: z.boolean(),
  lastSeenAt: instant.nullable(),
  /** What the reader may do with this person. */
  mayEdit: z.boolean(),
  mayGrant: z.boolean(),
  /** Closed for good: roles, tokens, sessions, password and second factor are gone. */
  closedAt: instant.nullable(),
  /** The name is «Бывший сотрудник N» and stands for nobody. */
  anonymised: z.boolean(),
  /** May close the account, open it again, or anonymise the person. */
  mayLetGo: z.boolean(),
})

/** 'void': whoever sent it can no longer give the role; a new link makes it good. */
export const INVITATION_STATES = ['open', 'void', 'expired', 'accepted', 'revoked'] as const

export const invitation = z.object({
  id: z.number(),
  /** Null where whoever took it up has left since. */
  email: z.string().nullable(),
  name: z.string(),
  role,
  unit,
  sentence: z.string(),
  state: z.enum(INVITATION_STATES),
  createdAt: instant,
  expiresAt: instant,
  invitedBy: z.string().nullable(),
})

/** A one-time link: its token is shown this once and kept nowhere. */
export const link = z.object({ token: z.string(), path: z.string(), expiresAt: instant, sent: z.boolean() })

export const list = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().optional() })

/** Of the row that was read, as the optimistic lock compares it. */
export const version = rowId

export const settings = z.object({ secondFactorRoles: z.array(role), version })
