export { isAddress, type Letter, LetterError, type Mailer } from './letter.ts'
export { openMailer } from './open-mailer.ts'
