import { connect, type Socket } from 'node:net'

export interface Conversation {
  readonly socket: Socket
  /** Everything the server has said so far. */
  said(): string
  /** Resolves when the connection is closed, whoever closed it. */
  readonly closed: Promise<string>
}

/** Opens a connection to the service and says `words` to it, byte for byte: what no well-behaved client can send. */
export function talk(address: string, words: string): Conversation {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.setEncoding('utf8').on('data', text => {
    answer += text
  })
  // A connection cut while we write is what these tests are about.
  socket.on('error', () => {})
  socket.write(words)
  const closed = new Promise<string>(resolve => socket.once('close', () => resolve(answer)))
  return { socket, said: () => answer, closed }
}

/** Waits until `holds`, looking often; fails after `within` ms. */
export async function until(holds: () => boolean, within: number): Promise<void> {
  const end = Date.now() + within
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not within ${within} ms`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
