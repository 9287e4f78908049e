import { say } from '../../messages/format.ts'
import { GRANTABLE, REGION_RIGHTS, RIGHTS, type Right, ROLE_KINDS, ROLES, type Role } from './access.ts'
import type { AccountActor } from './actor.ts'
import { grantSentence } from './sentences.ts'

/** The matrix of access in the reader's words: the same constant that the server asks. */
export function describeAccess(actor: AccountActor, secondFactorRoles: readonly Role[]) {
  const { locale } = actor
  return {
    roles: ROLES.map(role => ({
      role,
      name: say(locale, `role.${role}`),
      about: say(locale, `role.${role}.about`),
      kinds: [...ROLE_KINDS[role]],
      mayGive: [...GRANTABLE[role]],
      secondFactor: secondFactorRoles.includes(role),
    })),
    rights: (Object.keys(RIGHTS) as Right[]).map(right => ({
      right,
      text: say(locale, `right.${right}`),
      roles: [...RIGHTS[right]] as Role[],
      regionOnly: REGION_RIGHTS.has(right),
    })),
    mine: actor.grants.map(grant => grantSentence(locale, grant)),
    mayGive: actor.grant && actor.may('role.grant') ? [...GRANTABLE[actor.grant.role]] : [],
  }
}
