import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Role } from '../access.ts'
import type { AccountActor } from '../actor.ts'
import { type GrantRefusal, refuseGrant } from '../grant-rules.ts'

const PROBLEMS: Readonly<Record<GrantRefusal, string>> = {
  // What is out of reach is not told to exist.
  'out-of-reach': 'not-found',
  'role-above-own': 'grant-above-own',
  'role-not-here': 'grant-not-here',
  'to-oneself': 'grant-to-oneself',
}

/** Throws a ProblemError unless the actor, through the grant they act by, may give this role at this unit. */
export async function requireGrantable(
  tx: Tx,
  actor: AccountActor,
  { role, unitId, personId }: { role: Role; unitId: number; personId: string | null },
): Promise<void> {
  const unit = await tx
    .selectFrom('unit')
    .select(['path', 'kind'])
    .where('id', '=', unitId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!unit || !actor.grant) throw new ProblemError({ code: 'not-found' })
  const refusal = refuseGrant(
    { role: actor.grant.role, unitPath: actor.grant.unit.path, personId: actor.personId },
    { role, unitPath: unit.path, unitKind: unit.kind, personId },
  )
  if (refusal) throw new ProblemError({ code: PROBLEMS[refusal] })
}
