import type { SendMailOptions } from 'nodemailer'
import { isAddress, type Letter, LetterError, oneLine } from './letter.ts'

/** The letter as the mail library takes it. Throws LetterError (certain) for what is not one plain address. */
export function compose(from: string, { to, subject, text, html, name }: Letter): SendMailOptions {
  if (!isAddress(to)) throw new LetterError('not an address', true)
  const domain = from.split('@')[1]
  return {
    from: { name: 'Объектив', address: from },
    to: { name: '', address: to },
    subject: oneLine(subject),
    text,
    ...(html ? { html } : {}),
    ...(name ? { messageId: `<${name.replace(/[^\w-]/g, '-')}@${domain}>` } : {}),
    // Out-of-office programs keep silent to such letters (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
