import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A token for a link or an integration: 32 random bytes, told once. Only its hash is kept. */
export function makeToken(prefix = ''): { token: string; hash: string } {
  const token = prefix + randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** 256 random bits need no salt and no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** A value with its signature: 'value.signature', as the account library writes its cookies. */
export function sign(value: string, secret: string): string {
  return `${value}.${signatureOf(value, secret)}`
}

/** The value of a signed text; null when the signature is not ours. */
export function readSigned(signed: string, secret: string): string | null {
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return null
  const value = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1))
  const right = Buffer.from(signatureOf(value, secret))
  return given.length === right.length && timingSafeEqual(given, right) ? value : null
}

function signatureOf(value: string, secret: string): string {
  return createHmac('sha256', secret).update(value).digest('base64')
}
