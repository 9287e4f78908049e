import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isAddress, LetterError, type Mailer, openMailer } from './index.ts'
import { type SmtpServer, startSmtpServer } from './testing/smtp-server.ts'

const letter = { to: 'anna@school.example', subject: 'Завтра срок', text: 'План школы.' }
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objektiv-mail-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function failure(work: Promise<unknown>): Promise<LetterError> {
  const error = await work.then(
    () => null,
    reason => reason,
  )
  if (!(error instanceof LetterError)) throw error ?? new Error('nothing failed')
  return error
}

describe('an address', () => {
  it.each(['anna@school.example', 'анна@школа.рф', "o'neil+vpr@a-b.example"])('%s is one', text => {
    expect(isAddress(text)).toBe(true)
  })
  it.each([
    'anna',
    'anna@localhost',
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    'Анна <a@b.example>',
    '"a b"@c.example',
    'a@b@c.example',
    `${'a'.repeat(250)}@b.example`,
    'a\u202E@b.example',
    '',
  ])('%j is none', text => {
    expect(isAddress(text)).toBe(false)
  })
})

describe('letters without a mail server', () => {
  it('lie in a folder that only the service reads, whole, under names that tell nothing', async () => {
    const mailer = openMailer(folder, {}, () => new Date('2026-11-22T08:00:00Z'))
    await mailer.ready()
    await mailer.send({ ...letter, html: '<p>План школы.</p>', name: 'digest-5' })
    const [name, ...others] = await readdir(join(folder, 'letters'))
    expect(others).toEqual([])
    expect(name).toMatch(/^2026-11-22T08-00-00\.000Z [0-9a-f]{8}\.eml$/)
    expect((await stat(join(folder, 'letters', name))).mode & 0o077).toBe(0)
    const text = await readFile(join(folder, 'letters', name), 'utf8')
    expect(text).toContain('To: anna@school.example\r\n')
    expect(text).toContain('Message-ID: <digest-5@localhost.localdomain>\r\n')
    expect(text).toContain(Buffer.from('Завтра срок').toString('base64').slice(0, 20))
    expect(text).toMatch(/multipart\/alternative/)
  })
})

describe('letters through a mail server', () => {
  let server: SmtpServer
  let mailer: Mailer
  beforeAll(async () => {
    server = await startSmtpServer()
    mailer = openMailer(folder, { OBJEKTIV_SMTP_URL: server.url, OBJEKTIV_MAIL_FROM: 'o@region.example' })
  })
  beforeEach(() => {
    server.behaviour = 'take'
    server.letters.length = 0
  })
  afterAll(async () => {
    mailer.close()
    await server.stop()
  })

  it('arrive', async () => {
    await mailer.ready()
    await mailer.send(letter)
    expect(server.letters).toHaveLength(1)
    expect(server.letters[0].to).toEqual(['RCPT TO:<anna@school.example>'])
  })

  it('never carry a header or a recipient that somebody smuggled in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom('\r', '\n', '\0', '\u2028', 'Bcc: x@evil.example', 'а', '<', ',', ' '),
        }),
        async words => {
          server.letters.length = 0
          await mailer.send({ to: letter.to, subject: `Срок ${words}`, text: words, name: words })
          await failure(mailer.send({ ...letter, to: `${letter.to}${words},b@c.example` }))
          expect(server.letters).toHaveLength(1)
          const [{ to, content }] = server.letters
          expect(to).toHaveLength(1)
          const head = content.slice(0, content.indexOf('\r\n\r\n'))
          expect(head).not.toMatch(/^bcc:/im)
          expect(head.match(/^subject:/gim)).toHaveLength(1)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('tell a refusal, which can be repeated, from a line gone dead, which cannot', async () => {
    server.behaviour = 'refuse'
    const refusal = await failure(mailer.send(letter))
    expect(refusal.certain).toBe(true)
    server.behaviour = 'hang up'
    expect((await failure(mailer.send(letter))).certain).toBe(false)
    expect(refusal.message).not.toContain('anna')
  })

  it('say beforehand that there is no server', async () => {
    const nobody = openMailer(folder, {
      OBJEKTIV_SMTP_URL: 'smtp://127.0.0.1:1',
      OBJEKTIV_MAIL_FROM: 'o@region.example',
    })
    expect((await failure(nobody.ready())).certain).toBe(true)
    expect((await failure(nobody.send(letter))).certain).toBe(true)
    nobody.close()
  })
})

it('settings of the post are checked when it is opened', () => {
  for (const env of [
    { OBJEKTIV_SMTP_URL: 'http://mail.example', OBJEKTIV_MAIL_FROM: 'a@b.example' },
    { OBJEKTIV_SMTP_URL: 'smtp://mail.example' },
    { OBJEKTIV_MAIL_FROM: 'not an address' },
  ])
    expect(() => openMailer(folder, env)).toThrow('mail-settings-wrong')
})
