import { sql } from 'kysely'
import type { Database } from '../../platform/database/index.ts'
import { localDate } from '../../platform/local-date.ts'
import {
  type AccountLibrary,
  COOKIE_PREFIX,
  type OidcOptions,
  openAccountLibrary,
} from './authentication/account-library.ts'
import { PasswordWork } from './authentication/password-work.ts'
import { hasOpenInvitation, takeUpInvitation } from './store/take-up-invitation.ts'

/** A letter as the mail service of the platform takes it. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface AccountsOptions {
  readonly database: Database
  /** The installation's secret: signs cookies, encrypts second factors. Kept in the data folder, never in the database. */
  readonly secret: string
  /** Address people see in the browser; https makes cookies Secure. */
  readonly publicUrl: string
  readonly oidc?: OidcOptions
  readonly clock?: () => Date
  /** Where the region's days begin and end. */
  readonly timeZone?: string
  /** Absent: links are shown to whoever makes them and sent by nobody. */
  readonly sendLetter?: (letter: Letter) => Promise<void>
}

/** Now, and the region's date at this moment: terms are local dates. */
export interface Moment {
  readonly now: Date
  readonly today: string
}

/** What every function of this room is given. */
export interface Accounts {
  readonly database: Database
  readonly secret: string
  readonly publicUrl: string
  readonly sessionCookie: string
  readonly browserCookie: string
  readonly oidc: OidcOptions | null
  readonly clock: () => Date
  readonly timeZone: string
  moment(): Moment
  readonly sendLetter: ((letter: Letter) => Promise<void>) | null
  readonly passwords: PasswordWork
  readonly library: AccountLibrary
  /**
   * The library with the identity provider in it, made when first needed: a provider that does not answer delays those
   * who sign in through it and nobody else. When it was away, the next one who tries asks it again.
   */
  providerLibrary(): AccountLibrary | null
}

/** Opens the accounts of an installation. Throws when the secret is too short to protect anything. */
export function openAccounts(options: AccountsOptions): Accounts {
  const { database, secret, publicUrl, oidc = null, clock = () => new Date() } = options
  if (secret.length < 32) throw new Error('the secret must have at least 32 characters')
  const passwords = new PasswordWork()
  const timeZone = options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const moment = () => {
    const now = clock()
    return { now, today: localDate(now, timeZone) }
  }
  const common = {
    pool: database.ownerPool,
    secret,
    publicUrl,
    passwords,
    maySignIn: (userId: string) => maySignIn(database, userId, moment()),
    mayArrive: (email: string) => hasOpenInvitation(database, email, moment()),
  }
  let provider: AccountLibrary | null = null
  const secure = publicUrl.startsWith('https://') ? '__Secure-' : ''
  return {
    database,
    secret,
    publicUrl,
    sessionCookie: `${secure}${COOKIE_PREFIX}.session_token`,
    browserCookie: `${secure}${COOKIE_PREFIX}.browser`,
    oidc,
    clock,
    timeZone,
    moment,
    sendLetter: options.sendLetter ?? null,
    passwords,
    library: openAccountLibrary(common),
    providerLibrary: () => {
      if (!oidc) return null
      provider ??= openAccountLibrary({ ...common, oidc })
      return provider
    },
  }
}

/**
 * A session begins only for a person who is somebody here and not blocked. Whoever arrives through the identity provider
 * with an open invitation becomes somebody at this moment.
 */
async function maySignIn(database: Database, userId: string, moment: Moment): Promise<boolean> {
  const { rows } = await database.asSystem('system:sign-in', tx =>
    sql<{
      blocked: boolean
    }>`select blocked_at is not null as blocked from person where id = ${userId}`.execute(tx),
  )
  if (rows.length > 0) return !rows[0].blocked
  return takeUpInvitation(database, userId, moment)
}
