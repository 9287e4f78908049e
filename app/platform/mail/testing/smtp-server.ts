import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A small mail server: takes letters, refuses them, or goes silent, as asked. */
export interface SmtpServer {
  readonly url: string
  /** Whole letters as they came over the wire, with the recipients of their envelopes. */
  readonly letters: { readonly to: string[]; readonly content: string }[]
  /** 'hang up': takes the letter, then cuts the line without a word. */
  behaviour: 'take' | 'refuse' | 'hang up'
  stop(): Promise<void>
}

export async function startSmtpServer(): Promise<SmtpServer> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    talk(socket, made)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const made: SmtpServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters: [],
    behaviour: 'take',
    stop: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  return made
}

function talk(socket: Socket, server: SmtpServer): void {
  let buffer = ''
  let content: string[] | null = null
  let to: string[] = []
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test')
  socket.setEncoding('utf8').on('data', chunk => {
    buffer += chunk
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end)
      buffer = buffer.slice(end + 2)
      if (content && line !== '.') content.push(line)
      else if (content) {
        server.letters.push({ to, content: content.join('\r\n') })
        content = null
        if (server.behaviour === 'hang up') socket.destroy()
        else say('250 taken')
      } else answer(line)
    }
  })
  const answer = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') say('250-test\r\n250 8BITMIME')
    else if (verb === 'MAIL') {
      to = []
      say('250 ok')
    } else if (verb === 'RCPT') {
      to.push(line)
      say(server.behaviour === 'refuse' ? `550 no such user ${line}` : '250 ok')
    } else if (verb === 'DATA') {
      content = []
      say('354 go on')
    } else if (verb === 'QUIT') {
      say('221 bye')
      socket.end()
    } else say('250 ok')
  }
}
