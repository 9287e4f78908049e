import type { Role } from '../accounts/index.ts'
import { matchPerson, type NamedAccount } from './match-person.ts'
import type { BodyRole, Level, Responsible } from './reading/plan.ts'

/** A unit of the tree; paths are of ids, '1.5.33.'. */
export interface UnitPlace {
  readonly id: number
  readonly kind: Level | 'class'
  readonly path: string
}

/** Somebody who holds a role at a unit. */
export interface AccountAt extends NamedAccount {
  readonly unitId: number
}

export interface Surroundings {
  /** The unit whose plan it is. */
  readonly unit: UnitPlace
  /** At least the units above and below it. */
  readonly units: readonly UnitPlace[]
  readonly accounts: readonly AccountAt[]
}

export interface MatchedBody {
  readonly responsible: Responsible
  /** Null where the words name no body that is known. */
  readonly role: Role | null
  /** Where that body stands, seen from the plan's own unit. */
  readonly relation: 'own' | 'above' | 'below' | null
  /** The units concerned: «ОО» in a region's plan are all its schools. */
  readonly unitIds: readonly number[]
  /** The person named, where exactly one account there bears the name. */
  readonly account: string | null
  /** `unnamed` no person in the words · `unknown` nobody there bears the name · `several` more than one does. */
  readonly person: 'unnamed' | 'found' | 'unknown' | 'several'
  /** Those who bear the name; several are shown, and none is taken. */
  readonly candidates: readonly string[]
}

/** Whose part each body plays here, and at which kind of unit. */
const PARTS: Readonly<Record<BodyRole, { readonly role: Role; readonly kind: Level }>> = {
  ОИВ: { role: 'ministry', kind: 'region' },
  РЦОКО: { role: 'analyst', kind: 'region' },
  ИРО: { role: 'institute', kind: 'region' },
  ОМСУ: { role: 'municipality', kind: 'municipality' },
  ММС: { role: 'methodist', kind: 'municipality' },
  ОО: { role: 'head', kind: 'school' },
}
const LEVELS: readonly string[] = ['region', 'municipality', 'school'] satisfies readonly Level[]

/**
 * Finds roles, units and accounts behind the bodies that a plan names. Made once for a plan: a region's plan names «ОО» in
 * hundreds of rows, and its schools are gathered once.
 */
export function bodyMatcher({ unit, units, accounts }: Surroundings): (who: Responsible) => MatchedBody {
  const atUnit = Map.groupBy(accounts, ({ unitId }) => unitId)
  const concerned = new Map<Level, readonly number[]>()
  const unitsOf = (kind: Level) => {
    const known = concerned.get(kind)
    if (known) return known
    const found = units
      .filter(one => one.kind === kind && (one.path.startsWith(unit.path) || unit.path.startsWith(one.path)))
      .map(({ id }) => id)
    const ids = kind === unit.kind ? [unit.id] : found
    concerned.set(kind, ids)
    return ids
  }
  return responsible => {
    const { body, person } = responsible
    const part = body === null ? null : PARTS[body]
    const unitIds = part === null ? [] : unitsOf(part.kind)
    // A name without a body, or whose body is nowhere here, is looked for at home.
    const where = unitIds.length > 0 ? unitIds : [unit.id]
    const found =
      person === null
        ? null
        : matchPerson(
            person,
            where.flatMap(id => atUnit.get(id) ?? []),
          )
    return {
      responsible,
      role: part?.role ?? null,
      relation: part === null ? null : relationOf(part.kind, unit.kind),
      unitIds,
      account: found?.length === 1 ? found[0] : null,
      person:
        found === null ? 'unnamed' : found.length === 1 ? 'found' : found.length > 1 ? 'several' : 'unknown',
      candidates: found ?? [],
    }
  }
}

/** Who answers for a measure at the plan's own unit: roles that its bodies play there, and the accounts named. */
export function answeringHere(matched: readonly MatchedBody[]): {
  readonly roles: readonly Role[]
  readonly accounts: readonly string[]
} {
  const roles = matched.flatMap(({ role, relation }) => (role !== null && relation === 'own' ? [role] : []))
  const accounts = matched.flatMap(({ account, relation }) =>
    account !== null && (relation === 'own' || relation === null) ? [account] : [],
  )
  return { roles: [...new Set(roles)], accounts: [...new Set(accounts)] }
}

function relationOf(kind: Level, own: UnitPlace['kind']): 'own' | 'above' | 'below' {
  if (kind === own) return 'own'
  return LEVELS.indexOf(kind) < LEVELS.indexOf(own) || own === 'class' ? 'above' : 'below'
}
