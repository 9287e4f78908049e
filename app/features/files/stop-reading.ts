import type { FastifyReply, FastifyRequest } from 'fastify'

/** Time in which a browser reads the answer although it has not sent everything, and what it may send meanwhile. */
const LINGER = 2000
const LINGER_BYTES = 16 * 2 ** 20

/**
 * After this answer the rest of the body is not waited for: what still comes is thrown away for a moment, so that the
 * sender sees why, then the connection is cut.
 */
export function stopReading({ raw }: FastifyRequest, reply: FastifyReply): void {
  reply.raw.once('finish', () => {
    if (raw.complete) return
    const cut = () => {
      if (!raw.complete) raw.socket.destroy()
    }
    let left = LINGER_BYTES
    raw.unpipe()
    raw.on('data', (chunk: Buffer) => {
      left -= chunk.length
      if (left < 0) cut()
    })
    setTimeout(cut, LINGER).unref()
  })
}
