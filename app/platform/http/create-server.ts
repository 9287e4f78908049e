import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { answerProblems, answerUnroutable } from './answer-problems.ts'
import { boundBodies } from './bound-bodies.ts'
import { watchConnections } from './close-server.ts'
import { describeApi } from './describe-api.ts'
import { refuseForeignOrigin } from './refuse-foreign-origin.ts'
import { refuseUnstorableText } from './refuse-unstorable-text.ts'
import { makeRequestId } from './request-id.ts'

export interface ServerOptions {
  /** Where log lines go; none are written when absent. */
  readonly log?: NodeJS.WritableStream
  /** Behind a reverse proxy: believe its X-Forwarded-* headers. */
  readonly trustProxy?: boolean
  /** Largest uploaded file, bytes. */
  readonly fileLimit?: number
  /** Requests of one address in ten seconds. A whole school may sit behind one address. */
  readonly requestLimit?: number
  /** Time for the headers of a request to come, ms. */
  readonly headersWithin?: number
  /** Time for a body that is not a file to come whole, ms. */
  readonly bodyWithin?: number
}

const MEGABYTE = 1024 * 1024
/** An endpoint that takes a whole document has its own (`bodyMegabytes`). */
const JSON_LIMIT = MEGABYTE
const FILE_LIMIT = 20 * MEGABYTE
const REQUEST_LIMIT = 3000
/** A client that sends its headers or body drop by drop is let go. */
const HEADERS_WITHIN = 10_000
/** A few megabytes of JSON, the most there is, over a slow line. */
const BODY_WITHIN = 60_000
/** Twenty megabytes over a school's slow line take a few minutes. */
const REQUEST_WITHIN = 300_000

const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** The bare HTTP server of the house: limits, errors in words, protection against foreign pages, documentation. */
export async function createServer(options: ServerOptions = {}): Promise<FastifyInstance> {
  const headersTimeout = options.headersWithin ?? HEADERS_WITHIN
  const app = Fastify({
    genReqId: makeRequestId,
    requestIdHeader: false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: JSON_LIMIT,
    requestTimeout: REQUEST_WITHIN,
    http: { headersTimeout, connectionsCheckingInterval: Math.min(2000, headersTimeout) },
    frameworkErrors: answerUnroutable,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    // One line a request, written below: the address of a page may carry what a person looked for.
    logController: new LogController({ disableRequestLogging: true }),
    logger: options.log ? { level: 'info', stream: options.log, base: null } : false,
  })
  watchConnections(app.server)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('actor', null)
  answerProblems(app)
  logRequests(app)
  boundBodies(app, options.bodyWithin ?? BODY_WITHIN)
  await app.register(rateLimit, {
    global: false,
    max: options.requestLimit ?? REQUEST_LIMIT,
    timeWindow: '10 seconds',
  })
  // A hook of the whole server, before any that refuses: what is refused costs work as well, and is counted.
  app.addHook('onRequest', app.rateLimit())
  refuseForeignOrigin(app)
  refuseUnstorableText(app)
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    if (!request.url.startsWith('/api/')) return
    reply.header('cache-control', 'no-store')
    reply.header('cross-origin-resource-policy', 'same-origin')
    // Nothing of the API is a page: whatever a browser is talked into, it shows and runs nothing of it.
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', API_POLICY)
  })
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fileSize: options.fileLimit ?? FILE_LIMIT, files: 1, fields: 20, fieldSize: 64 * 1024 },
  })
  await describeApi(app)
  return app
}

/** Route, status, time, who (an id): enough to find a fault, nothing about a person or a pupil. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      route: `${request.method} ${request.routeOptions.url ?? '(none)'}`,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      person: request.actor?.personId ?? null,
    })
  })
}
