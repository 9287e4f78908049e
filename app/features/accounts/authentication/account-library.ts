import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { LONGEST, SHORTEST } from './password-rules.ts'
import type { PasswordWork } from './password-work.ts'
import { SESSION_DAYS } from './session-rules.ts'

/** An external identity provider (OpenID Connect). */
export interface OidcOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says: «Войти через {label}». */
  readonly label: string
  /** The provider asks for a second factor itself, so signing in there counts as having shown one. */
  readonly secondFactor?: boolean
}

export interface LibraryOptions {
  readonly pool: Pool
  readonly secret: string
  /** Address people see in the browser; https makes cookies Secure. */
  readonly publicUrl: string
  readonly passwords: PasswordWork
  readonly oidc?: OidcOptions
  /** Asked before a session begins; false refuses it (a blocked person, one who is nobody here). */
  readonly maySignIn: (userId: string) => Promise<boolean>
  /** Asked when the identity provider vouches for an e-mail that has no account: is it invited? */
  readonly mayArrive: (email: string) => Promise<boolean>
}

export const PROVIDER = 'oidc'
export const COOKIE_PREFIX = 'objektiv'
const DAY = 24 * 60 * 60

/**
 * The account library over our own tables in the schema `auth`. It is never called inside a transaction of ours: embedded
 * there is one connection, and it would wait for itself. Its own routes are not mounted: ours wrap the few calls needed.
 */
export function openAccountLibrary(options: LibraryOptions) {
  const { pool, secret, publicUrl, passwords, oidc, maySignIn, mayArrive } = options
  return betterAuth({
    appName: 'Objektiv',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] }),
      type: 'postgres',
      schemaName: 'auth',
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST,
      maxPasswordLength: LONGEST,
      password: {
        hash: password => passwords.hash(password),
        verify: given => passwords.verify(given),
      },
    },
    session: { expiresIn: SESSION_DAYS * DAY, disableSessionRefresh: true },
    user: {
      validateUserInfo: async ({ user, source }) => {
        if (source.action !== 'create-user') return
        const invited =
          user.emailVerified === true && (await mayArrive(String(user.email ?? '').toLowerCase()))
        return invited
          ? undefined
          : { error: user.emailVerified === true ? 'unknown_person' : 'email_unverified' }
      },
    },
    account: {
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, updateUserInfoOnLink: false },
    },
    databaseHooks: {
      session: {
        create: { before: session => maySignIn(session.userId).then(may => (may ? undefined : false)) },
      },
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      database: { validateSchema: false },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
    plugins: [
      twoFactor({ issuer: 'Objektiv', allowPasswordless: true }),
      ...(oidc ? [genericOAuth({ config: [providerConfig(oidc)] })] : []),
    ],
  } satisfies BetterAuthOptions)
}

export type AccountLibrary = ReturnType<typeof openAccountLibrary>

function providerConfig({ issuer, clientId, clientSecret, label }: OidcOptions) {
  return {
    providerId: PROVIDER,
    name: label,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
  }
}
