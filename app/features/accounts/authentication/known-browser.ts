import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Accounts } from '../open-accounts.ts'
import { hashToken, readSigned, sign } from './secret-token.ts'

const YEAR = 365 * 24 * 60 * 60

/**
 * The number this browser was given when this e-mail last signed in from it; null where it never did. Wrong passwords
 * from a known browser are counted apart (see lock-rules), so a stranger's guesses cannot lock the owner out.
 */
export function knownBrowser(accounts: Accounts, request: FastifyRequest, email: string): string | null {
  const signed = request.cookies[accounts.browserCookie]
  const value = signed ? readSigned(signed, accounts.secret) : null
  const [id, owner] = value?.split(':') ?? []
  return id !== undefined && owner === hashToken(email) ? id : null
}

export function rememberBrowser(
  accounts: Accounts,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  email: string,
): void {
  const id = knownBrowser(accounts, request, email) ?? randomBytes(12).toString('base64url')
  reply.setCookie(accounts.browserCookie, sign(`${id}:${hashToken(email)}`, accounts.secret), {
    path: '/api/sign-in',
    httpOnly: true,
    sameSite: 'lax',
    secure: accounts.publicUrl.startsWith('https://'),
    maxAge: YEAR,
  })
}
