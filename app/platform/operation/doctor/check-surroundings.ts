import type { ObjectStore } from '../../files/object-store.ts'
import type { Configuration } from '../configuration.ts'
import { type Finding, fine, trouble, warning } from './finding.ts'

const ANSWER_WITHIN = 10_000

/** What the service reaches out to: the mail server, the bucket, the identity provider. Nothing is sent. */
export async function checkSurroundings(
  configuration: Configuration,
  { store, now }: { store: ObjectStore; now: Date },
): Promise<Finding[]> {
  const { mail, s3, oidc, publicUrl } = configuration
  return [
    publicUrl === undefined
      ? warning('address-unknown')
      : publicUrl.startsWith('https://')
        ? fine('address', { address: publicUrl })
        : warning('address-open', { address: publicUrl }),
    mail === undefined ? fine('mail-files') : await checkMail(mail.url),
    ...(s3 ? [await attempt('bucket', { bucket: s3.bucket }, () => firstOf(store))] : []),
    ...(oidc ? [await attempt('provider', { issuer: oidc.issuer }, () => discover(oidc.issuer, now))] : []),
  ]
}

async function checkMail(url: string): Promise<Finding> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(url, {
    connectionTimeout: ANSWER_WITHIN,
    greetingTimeout: ANSWER_WITHIN,
  } as never)
  try {
    return await attempt('mail', { server: new URL(url).host }, () => transport.verify())
  } finally {
    transport.close()
  }
}

async function attempt(
  code: string,
  params: Record<string, string>,
  work: () => Promise<unknown>,
): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), ANSWER_WITHIN)
  })
  try {
    await Promise.race([work(), late])
    return fine(code, params)
  } catch (error) {
    const { message, cause } = error as Error
    return trouble(`${code}-away`, { ...params, cause: (cause as Error | undefined)?.message ?? message })
  } finally {
    clearTimeout(timer)
  }
}

async function firstOf(store: ObjectStore): Promise<void> {
  for await (const _ of store.list()) return
}

async function discover(issuer: string, now: Date): Promise<void> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`)
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
  // Tokens of a provider whose clock differs are refused as expired or not valid yet.
  const said = Date.parse(answer.headers.get('date') ?? '')
  if (Math.abs(said - now.getTime()) > 60_000) throw new Error('clock differs by more than a minute')
}
