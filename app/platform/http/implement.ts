import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Database, Tx } from '../database/index.ts'
import { ProblemError } from '../problem.ts'
import type { Actor, Identify } from './actor.ts'
import type { Contract, Endpoint } from './endpoint.ts'

type Given<S> = S extends z.ZodType ? z.output<S> : undefined

interface Common<E extends Endpoint> {
  readonly params: Given<E['params']>
  readonly query: Given<E['query']>
  readonly body: Given<E['body']>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What a handler is given: no transaction where the endpoint asked for none, an actor wherever somebody must be. */
export type Call<E extends Endpoint> = Common<E> &
  (E extends { access: 'public' } ? { readonly actor: Actor | null } : { readonly actor: Actor }) &
  (E extends { access: 'public' } | { transaction: false } ? unknown : { readonly tx: Tx })

type Answer<E extends Endpoint> = E['response'] extends z.ZodType ? z.input<E['response']> : unknown

export type Handlers<C extends Contract> = {
  readonly [K in keyof C]: C[K] extends Endpoint ? (call: Call<C[K]>) => Promise<Answer<C[K]>> : never
}

/** What every endpoint needs of the house. */
export interface Doorkeeper {
  readonly database: Database
  readonly identify: Identify
}

/**
 * Registers the endpoints of a room. A handler of a right runs inside one transaction in the actor's scope, which is
 * committed before the answer leaves: what a person was told is done, is done.
 */
export function implement<const C extends Contract>(
  app: FastifyInstance,
  { database, identify }: Doorkeeper,
  contract: C,
  handlers: Handlers<C>,
): void {
  for (const [name, endpoint] of Object.entries(contract) as [keyof C & string, Endpoint][]) {
    const [method, url] = name.split(' ') as ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string]
    const handler = handlers[name] as (call: unknown) => Promise<unknown>
    app.route({
      method,
      url,
      schema: schemaOf(endpoint),
      ...(endpoint.bodyMegabytes ? { bodyLimit: endpoint.bodyMegabytes * 2 ** 20 } : {}),
      config: { access: endpoint.access, endpoint },
      // Before the body is read: a stranger cannot make the server swallow an upload.
      onRequest: async request => {
        // Kept also when the right is missing: the log says who was refused.
        request.actor = standingAt(endpoint, await identify(request))
        admit(request.actor, endpoint)
      },
      handler: async (request, reply) => {
        const { params, query, body, actor } = request
        const call = { params, query, body, request, reply, actor }
        const answer =
          endpoint.transaction === false || endpoint.access === 'public'
            ? await handler(call)
            : await database.as(actor!.scope, tx => handler({ ...call, tx }))
        if (reply.sent || endpoint.download) return answer ?? reply
        if (endpoint.response === undefined) return reply.status(204).send()
        return answer
      },
    })
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyContextConfig {
    access?: string
    /** What the documentation tells of the route beyond its schemas. */
    endpoint?: Endpoint
  }
}

/** A token speaks for rights of the matrix; where none is asked for, it makes nobody known. */
function standingAt({ access }: Endpoint, actor: Actor | null): Actor | null {
  return access === 'public' && actor?.byToken ? null : actor
}

function admit(actor: Actor | null, { access, byToken }: Endpoint): void {
  if (access === 'public') return
  if (!actor) throw new ProblemError({ code: 'not-signed-in' })
  if (access === 'signed-in' && actor.byToken && !byToken) throw new ProblemError({ code: 'not-by-token' })
  if (access !== 'signed-in' && !actor.may(access)) throw new ProblemError({ code: 'right-missing' })
}

function schemaOf(endpoint: Endpoint): Record<string, unknown> {
  const { summary, params, query, body, response } = endpoint
  return {
    summary,
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    ...(response ? { response: { 200: response } } : {}),
  }
}
