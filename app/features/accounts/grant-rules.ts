import { GRANTABLE, ROLE_KINDS, type Role, type UnitKind } from './access.ts'

/** A role at a unit, as far as rules need to know it. Dates are local and inclusive, 'YYYY-MM-DD'; null is open. */
export interface GrantTerms {
  readonly role: Role
  readonly unitPath: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly revoked: boolean
}

/** May the grant be used on this local day? */
export function isActive(grant: GrantTerms, today: string): boolean {
  if (grant.revoked) return false
  if (grant.validFrom !== null && today < grant.validFrom) return false
  return grant.validTo === null || today <= grant.validTo
}

/** Is the second path the first one or below it? */
export function covers(unitPath: string, other: string): boolean {
  return unitPath !== '' && other.startsWith(unitPath)
}

/** Why somebody acting through `own` may not give `role` at a unit; null when they may. */
export type GrantRefusal = 'out-of-reach' | 'role-above-own' | 'role-not-here' | 'to-oneself'

/**
 * The rule that keeps power from growing. What one gives is at most what one has: a role not above one's own, at one's
 * own unit or below. And nobody gives a role to themselves: a second person always stands behind a right, so an
 * administrator who appoints cannot quietly become the analyst who reads pupils' rows (DOMAIN §1, the two hard limits).
 */
export function refuseGrant(
  own: { role: Role; unitPath: string; personId: string },
  given: { role: Role; unitPath: string; unitKind: UnitKind; personId: string | null },
): GrantRefusal | null {
  if (!covers(own.unitPath, given.unitPath)) return 'out-of-reach'
  if (!GRANTABLE[own.role].includes(given.role)) return 'role-above-own'
  if (!ROLE_KINDS[given.role].includes(given.unitKind)) return 'role-not-here'
  if (given.personId === own.personId) return 'to-oneself'
  return null
}

/**
 * May somebody acting through `own` edit a person as a whole: rename, block, offer a new password? Only where they could
 * have given every standing role of that person. Taking over the account of somebody above would be taking their power.
 */
export function mayEditPerson(
  own: { role: Role; unitPath: string; personId: string },
  person: { id: string; standing: readonly { role: Role; unitPath: string }[] },
): boolean {
  if (person.id === own.personId) return false
  return person.standing.every(
    ({ role, unitPath }) => covers(own.unitPath, unitPath) && GRANTABLE[own.role].includes(role),
  )
}

/** Does this grant, by the settings, only work in a session that has shown a second factor? */
export function needsSecondFactor(grant: { role: Role }, roles: readonly Role[]): boolean {
  return roles.includes(grant.role)
}
