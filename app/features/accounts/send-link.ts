import { type Locale, say } from '../../messages/format.ts'
import type { ShownLink } from './authentication/first-administrator.ts'
import type { Accounts } from './open-accounts.ts'

/**
 * Sends a one-time link by letter where there is a mail service. Says whether it was handed over; when not, whoever made
 * the link passes it on by another way. The link is good either way, so a silent mail server stops nobody.
 */
export async function sendLink(
  { sendLetter, publicUrl }: Accounts,
  link: ShownLink,
  letter: {
    kind: 'invitation' | 'reset'
    to: string
    locale: Locale
    params: Readonly<Record<string, string>>
  },
): Promise<boolean> {
  const params = { ...letter.params, link: new URL(link.path, publicUrl).href }
  return post(sendLetter, { ...letter, params })
}

/** Tells the former address of an account that it signs in by another one now. Nothing waits on the letter. */
export async function sendEmailChanged(
  { sendLetter }: Accounts,
  { email, locale, by }: { email: string; locale: Locale; by: string },
): Promise<void> {
  await post(sendLetter, { kind: 'email-changed', to: email, locale, params: { by } })
}

async function post(
  sendLetter: Accounts['sendLetter'],
  { kind, to, locale, params }: { kind: string; to: string; locale: Locale; params: Record<string, string> },
): Promise<boolean> {
  if (!sendLetter) return false
  try {
    await sendLetter({
      to,
      subject: say(locale, `letter.${kind}.subject`, params),
      text: say(locale, `letter.${kind}.text`, params),
    })
    return true
  } catch {
    return false
  }
}
