import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compose } from './compose.ts'
import { LetterError, type Mailer } from './letter.ts'

/**
 * Lays letters into a folder as .eml files, which any mail program opens: for installations without a mail server.
 * They hold one-time links, so nobody but the service's own user reads them. What composes them is read with the first
 * letter: it takes 20 MB.
 */
export function createFolderMailer(folder: string, from: string, clock: () => Date): Mailer {
  const ready = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch(asLetterError)
  }
  return {
    ready,
    async send(letter) {
      const { createTransport } = await import('nodemailer')
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
      const { message } = await transport.sendMail(compose(from, letter))
      const instant = clock().toISOString().replaceAll(':', '-')
      const path = join(folder, `${instant} ${randomUUID().slice(0, 8)}.eml`)
      const temporary = `${path}.tmp`
      await ready()
      try {
        await writeFile(temporary, message, { mode: 0o600, flush: true })
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true })
        asLetterError(error)
      }
    },
    close() {},
  }
}

function asLetterError(error: unknown): never {
  throw new LetterError(`letters cannot be written (${(error as NodeJS.ErrnoException).code})`, true)
}
