import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { type AccountActor, asAccount } from '../actor.ts'

/** A person at a browser. An integration changes nobody's password and ends nobody's session. */
export function requireSession(actor: Actor): AccountActor {
  if (actor.byToken) throw new ProblemError({ code: 'not-by-token' })
  return asAccount(actor)
}
