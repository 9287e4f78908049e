import type { FastifyRequest } from 'fastify'
import type { Locale } from '../../messages/format.ts'
import type { Scope } from '../database/index.ts'

/** The person (or integration) behind a request. */
export interface Actor {
  readonly personId: string
  readonly locale: Locale
  /** Where they act and as whom: what row-level security is told. */
  readonly scope: Scope
  /** Came with a token of an integration, not with a browser's cookie. */
  readonly byToken: boolean
  may(access: string): boolean
}

/** Who sends this request; null when nobody is signed in. Given by the room that knows accounts. */
export type Identify = (request: FastifyRequest) => Promise<Actor | null>
