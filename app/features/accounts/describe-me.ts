import { rightsOf } from './access.ts'
import type { AccountActor } from './actor.ts'
import { grantSentence } from './sentences.ts'

/** The signed-in person as the web app knows them: who, where, as whom, and what they may do now. */
export function describeMe(actor: AccountActor) {
  return {
    id: actor.personId,
    name: actor.name,
    email: actor.email,
    locale: actor.locale,
    theme: actor.theme,
    version: actor.version,
    grants: actor.grants.map(({ id, role, unit, validFrom, validTo }) => ({
      id,
      role,
      unit,
      sentence: grantSentence(actor.locale, { role, unit, validTo }),
      validFrom,
      validTo,
      revokedAt: null,
      active: true,
    })),
    grantId: actor.grant?.id ?? null,
    rights: actor.grant
      ? rightsOf(actor.grant.role, actor.grant.unit.path).filter(right => actor.may(right))
      : [],
    secondFactor: actor.secondFactor,
    hasPassword: actor.hasPassword,
  }
}
