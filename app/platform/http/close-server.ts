import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const open = new WeakMap<object, Set<Socket>>()

/** Knows the connections of a server: those on which nothing was ever asked are told apart by nobody else. */
export function watchConnections(server: Server): void {
  const sockets = new Set<Socket>()
  open.set(server, sockets)
  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
}

/** How often connections are looked at that have just become idle, ms. */
const IDLE_EVERY = 50
/** How long what was begun may take to end, ms: the ten seconds that a stop is promised to last, less the rest of it. */
const LONGEST = 8_000

/**
 * Ends what is being answered and closes. Closing itself looks once for idle connections; one whose last answer leaves a moment
 * later would be waited for until the browser lets it go, a minute and more. After LONGEST what is left is cut off: an answer
 * whose reader has gone away in the middle of it never ends by itself.
 */
export async function closeServer(server: Pick<FastifyInstance, 'close' | 'server'>): Promise<void> {
  const sweep = setInterval(() => {
    server.server.closeIdleConnections()
    // A connection that was opened and never used counts as one that is about to ask.
    for (const socket of open.get(server.server) ?? []) if (socket.bytesRead === 0) socket.destroy()
  }, IDLE_EVERY)
  const cut = setTimeout(() => server.server.closeAllConnections(), LONGEST)
  try {
    await server.close()
  } finally {
    clearInterval(sweep)
    clearTimeout(cut)
  }
}
