import { join } from 'node:path'
import { ProblemError } from '../problem.ts'
import { createFolderMailer } from './folder-mailer.ts'
import { isAddress, type Mailer } from './letter.ts'
import { createSmtpMailer } from './smtp-mailer.ts'

/** Sender of letters that never leave this machine. */
const NOWHERE = 'objektiv@localhost.localdomain'

/**
 * The post of an installation: the mail server that OBJEKTIV_SMTP_URL names, with OBJEKTIV_MAIL_FROM as the sender;
 * otherwise the folder `letters` of the data folder. Throws ProblemError `mail-settings-wrong`.
 */
export function openMailer(
  dataFolder: string,
  env: Readonly<Record<string, string | undefined>> = {},
  clock: () => Date = () => new Date(),
): Mailer {
  const { OBJEKTIV_SMTP_URL: url, OBJEKTIV_MAIL_FROM: from } = env
  if (from && !isAddress(from))
    throw new ProblemError({ code: 'mail-settings-wrong', params: { name: 'OBJEKTIV_MAIL_FROM' } })
  if (!url) return createFolderMailer(join(dataFolder, 'letters'), from || NOWHERE, clock)
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new ProblemError({ code: 'mail-settings-wrong', params: { name: 'OBJEKTIV_SMTP_URL' } })
  if (!from) throw new ProblemError({ code: 'mail-settings-wrong', params: { name: 'OBJEKTIV_MAIL_FROM' } })
  return createSmtpMailer(url, from)
}
