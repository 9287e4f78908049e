import { createTransport } from 'nodemailer'
import { compose } from './compose.ts'
import { LetterError, type Mailer } from './letter.ts'

const CONNECT_WITHIN = 10_000
const ANSWER_WITHIN = 30_000

/** Sends letters through a mail server: 'smtp://user:password@host:587', 'smtps://host', '?requireTLS=true'. */
export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    socketTimeout: ANSWER_WITHIN,
    logger: false,
  })
  return {
    async ready() {
      await transport.verify().catch(error => {
        throw new LetterError(`the mail server does not let us in (${codeOf(error)})`, true)
      })
    },
    async send(letter) {
      const mail = compose(from, letter)
      await transport.sendMail(mail).catch(error => {
        throw new LetterError(`the letter did not go (${codeOf(error)})`, isCertain(error))
      })
    },
    close: () => transport.close(),
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
