import type { Transporter } from 'nodemailer'
import { compose } from './compose.ts'
import { LetterError, type Mailer } from './letter.ts'

const CONNECT_WITHIN = 10_000
const ANSWER_WITHIN = 30_000

/** Sends letters through a mail server: 'smtp://user:password@host:587', 'smtps://host', '?requireTLS=true'. */
export function createSmtpMailer(url: string, from: string): Mailer {
  let opened: Promise<Transporter> | undefined
  // Read with the first letter: it takes 20 MB.
  const transport = () => {
    opened ??= import('nodemailer').then(({ createTransport }) =>
      createTransport({
        url,
        connectionTimeout: CONNECT_WITHIN,
        greetingTimeout: CONNECT_WITHIN,
        socketTimeout: ANSWER_WITHIN,
        logger: false,
      }),
    )
    return opened
  }
  return {
    async ready() {
      const line = await transport()
      await line.verify().catch(error => {
        throw new LetterError(`the mail server does not let us in (${codeOf(error)})`, true)
      })
    },
    async send(letter) {
      const mail = compose(from, letter)
      const line = await transport()
      await line.sendMail(mail).catch(error => {
        throw new LetterError(`the letter did not go (${codeOf(error)})`, isCertain(error))
      })
    },
    close: () => void opened?.then(line => line.close()),
  }
}

interface SmtpFault {
  readonly code?: string
  readonly responseCode?: number
  readonly syscall?: string
}

/** The server said no, or was never reached. A line that went dead in the middle says nothing. */
function isCertain({ code, responseCode, syscall }: SmtpFault): boolean {
  return (
    responseCode !== undefined || syscall === 'connect' || /^(EDNS|EAUTH|EENVELOPE|ETLS)$/.test(code ?? '')
  )
}

/** The server's own words may quote the address, so only the numbers are told. */
function codeOf({ code, responseCode }: SmtpFault): string {
  return [code, responseCode].filter(part => part !== undefined).join(' ')
}
