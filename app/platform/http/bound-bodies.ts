import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Time in which a browser reads the answer although it has not sent everything, and what it may send meanwhile. */
const LINGER = 2000
const LINGER_BYTES = 16 * 2 ** 20

/**
 * No body holds a connection longer than it is worth. A body other than a file comes whole within `bodyWithin` ms. And
 * when the answer is given before the body was read (a stranger, a foreign page, a file too large), the rest is not
 * waited for, as Node would: what still comes is thrown away for a moment, so that the sender sees why, then the
 * connection is cut.
 */
export function boundBodies(app: FastifyInstance, bodyWithin: number): void {
  app.addHook('onRequest', async request => {
    if (!hasBody(request) || isFile(request)) return
    const late = setTimeout(() => cut(request), bodyWithin).unref()
    request.raw.once('close', () => clearTimeout(late))
  })
  // Before the answer leaves: at its end Node takes an unread body for itself, and nobody would count it.
  app.addHook('onSend', async (request, reply) => {
    if (hasBody(request) && !request.raw.complete) stopReading(request, reply)
  })
}

function stopReading(request: FastifyRequest, { raw: answer }: FastifyReply): void {
  const { raw } = request
  let left = LINGER_BYTES
  raw.unpipe()
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0 && answer.writableFinished) cut(request)
  })
  answer.once('finish', () => setTimeout(() => cut(request), LINGER).unref())
}

/** Ends the connection of a request that is still being sent; one that has come whole is left alone. */
function cut({ raw }: FastifyRequest): void {
  if (!raw.complete) raw.destroy()
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0
}

function isFile({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('multipart/') ?? false
}
