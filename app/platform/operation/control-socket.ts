import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProblemError } from '../problem.ts'
import type { DataFolder } from './data-folder.ts'
import type { Holder } from './lock-data-folder.ts'

/** A request of a command to the running service. It lasts as long as the command keeps the line open. */
export type ControlHandler = (until: {
  /** Aborts when the command has gone, however it went. */
  readonly gone: AbortSignal
}) => Promise<Record<string, string | number | boolean>>

export interface ControlSocket {
  readonly reach: NonNullable<Holder['control']>
  close(): Promise<void>
}

type Answer =
  | { readonly ok: true; readonly value: Record<string, unknown> }
  | { readonly ok: false; readonly error: string }

const LONGEST_REQUEST = 1000
/** Addresses of local sockets end at 103 (macOS) or 107 bytes. */
const LONGEST_ADDRESS = 100

/**
 * Lets commands on this machine talk to the running service: one line of JSON there, one back. Whoever can read
 * `lock.json` (the service's own user) knows the secret; the socket itself is closed to others as well.
 */
export async function openControlSocket(
  folder: DataFolder,
  handlers: Readonly<Record<string, ControlHandler>>,
): Promise<ControlSocket> {
  const secret = randomBytes(24).toString('base64url')
  const path = socketPath(folder)
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    void answerOne(socket, secret, handlers)
  })
  rmSync(path, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return {
    reach: { path, secret },
    close: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function socketPath(folder: DataFolder): string {
  const name = createHash('sha256').update(folder.root).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\objektiv-${name}`
  const inside = join(folder.run, 'control')
  return Buffer.byteLength(inside) <= LONGEST_ADDRESS ? inside : join(tmpdir(), `objektiv-${name}.sock`)
}

async function answerOne(
  socket: Socket,
  secret: string,
  handlers: Readonly<Record<string, ControlHandler>>,
): Promise<void> {
  const gone = new AbortController()
  socket.once('close', () => gone.abort())
  const send = (answer: Answer) => void socket.write(`${JSON.stringify(answer)}\n`)
  try {
    const { secret: given, ask } = JSON.parse(await readLine(socket)) as { secret?: unknown; ask?: unknown }
    if (typeof given !== 'string' || !isEqual(given, secret) || typeof ask !== 'string')
      return void socket.destroy()
    const handler = Object.hasOwn(handlers, ask) ? handlers[ask] : undefined
    if (!handler) return send({ ok: false, error: `unknown request ${ask}` })
    send({ ok: true, value: await handler({ gone: gone.signal }) })
  } catch (error) {
    send({ ok: false, error: (error as Error).message })
  }
}

/** What the service answered; `end` lets it clear away what it keeps for the command. */
export interface ControlAnswer {
  readonly value: Record<string, unknown>
  end(): void
}

/** Asks the running service. Throws ProblemError `service-silent` when it does not answer or refuses. */
export async function askService(
  { path, secret }: NonNullable<Holder['control']>,
  ask: string,
): Promise<ControlAnswer> {
  const socket = connect(path)
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject)
    })
    socket.write(`${JSON.stringify({ secret, ask })}\n`)
    const answer = JSON.parse(await readLine(socket)) as Answer
    if (!answer.ok) throw new Error(answer.error)
    socket.on('error', () => {})
    return { value: answer.value, end: () => socket.destroy() }
  } catch (error) {
    socket.destroy()
    throw new ProblemError({ code: 'service-silent', params: { cause: (error as Error).message } })
  }
}

function readLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8')
    const onData = (chunk: string) => {
      text += chunk
      const end = text.indexOf('\n')
      if (end >= 0) {
        socket.off('data', onData)
        resolve(text.slice(0, end))
      } else if (text.length > LONGEST_REQUEST) socket.destroy(new Error('too long'))
    }
    socket.on('data', onData)
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed')))
  })
}

function isEqual(given: string, secret: string): boolean {
  const [a, b] = [given, secret].map(text => createHash('sha256').update(text).digest())
  return timingSafeEqual(a, b)
}
