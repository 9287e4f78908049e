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
  if (!sendLetter) return false
  const params = { ...letter.params, link: new URL(link.path, publicUrl).href }
  try {
    await sendLetter({
      to: letter.to,
      subject: say(letter.locale, `letter.${letter.kind}.subject`, params),
      text: say(letter.locale, `letter.${letter.kind}.text`, params),
    })
    return true
  } catch {
    return false
  }
}
