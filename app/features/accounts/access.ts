/**
 * Who may do what: one matrix, rights × roles. The server asks it for every request, the page «Кто что может» prints
 * it, the denial tests walk through it. A room that needs a new right adds a row here and its two sentences
 * (`right.<name>`) to the catalogues.
 *
 * A right says what a role may do; where it may do it is decided by the unit of the grant, in the database.
 */
export const ROLES = [
  'administrator',
  'ministry',
  'analyst',
  'institute',
  'municipality',
  'methodist',
  'head',
  'coordinator',
  'expert',
  'observer',
] as const

export type Role = (typeof ROLES)[number]
export type UnitKind = 'region' | 'municipality' | 'school' | 'class'

const everybody: readonly Role[] = ROLES
const offices: readonly Role[] = ['administrator', 'ministry', 'analyst', 'institute', 'municipality']
const staff: readonly Role[] = [...offices, 'methodist', 'head', 'coordinator']

/** Those who read signs and what followed them. An administrator keeps the service and has no need of them. */
const readers: readonly Role[] = [
  'ministry',
  'analyst',
  'institute',
  'municipality',
  'methodist',
  'head',
  'coordinator',
]

export const RIGHTS = {
  'unit.read': everybody,
  'unit.edit': ['administrator'],
  'registry.import': ['administrator'],
  'registry.export': staff,
  'person.read': [...offices, 'head'],
  'person.invite': ['administrator', 'municipality', 'head'],
  'person.edit': ['administrator', 'municipality'],
  'role.grant': ['administrator', 'municipality', 'head'],
  'history.read': staff,
  'audit.read': ['administrator', 'analyst', 'municipality', 'head'],
  'file.read': everybody,
  'file.write': staff,
  'job.read': staff,
  'token.make': ['administrator', 'ministry', 'analyst', 'municipality'],
  'setting.read': ['administrator'],
  'setting.edit': ['administrator'],
  'backup.make': ['administrator'],
  'procedure.read': staff,
  'procedure.edit': ['analyst'],
  'results.import': ['analyst', 'head', 'coordinator'],
  'results.decide': ['analyst'],
  'results.received': ['ministry', 'analyst', 'municipality', 'head', 'coordinator'],
  'results.remind': ['analyst', 'municipality'],
  'run.read': readers,
  'run.start': ['analyst'],
  'signal.read': readers,
  'signal.ask': ['analyst', 'municipality'],
  'signal.forward': ['municipality'],
  'signal.comment': ['ministry', 'analyst', 'institute', 'municipality', 'methodist'],
  'signal.reply': ['head', 'coordinator'],
  'signal.close': ['analyst'],
  'participant.read': ['analyst', 'head', 'coordinator'],
  'federal-list.read': readers,
  'federal-list.import': ['analyst'],
  'portrait.read': readers,
  'portrait.remark': ['municipality', 'methodist', 'head', 'coordinator'],
  'portrait.make': ['analyst'],
  'plan.read': readers,
  'plan.edit': ['ministry', 'analyst', 'municipality', 'head', 'coordinator'],
  'plan.approve': ['ministry', 'analyst', 'municipality', 'head'],
  'plan.work': readers,
  'plan.accept': ['ministry', 'analyst', 'municipality'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Right = keyof typeof RIGHTS
/** What an endpoint may ask for. */
export type Access = 'public' | 'signed-in' | Right

/** Rights over the whole installation: they need a grant at the region itself, not at a unit below. */
export const REGION_RIGHTS: ReadonlySet<Right> = new Set<Right>([
  'backup.make',
  'federal-list.import',
  'portrait.make',
  'procedure.edit',
  'registry.import',
  'results.decide',
  'run.start',
  'setting.read',
  'setting.edit',
  'signal.close',
])

/** At which kinds of units a role makes sense. An administrator may be given any branch of the tree. */
export const ROLE_KINDS: Readonly<Record<Role, readonly UnitKind[]>> = {
  administrator: ['region', 'municipality', 'school'],
  ministry: ['region'],
  analyst: ['region'],
  institute: ['region'],
  municipality: ['municipality'],
  methodist: ['region', 'municipality'],
  head: ['school'],
  coordinator: ['region', 'municipality', 'school'],
  expert: ['region', 'municipality'],
  observer: ['region', 'municipality', 'school'],
}

/** Roles that the holder of a role may give to others, in the holder's own unit and below. Never one above their own. */
export const GRANTABLE: Readonly<Record<Role, readonly Role[]>> = {
  administrator: ROLES,
  ministry: [],
  analyst: [],
  institute: [],
  municipality: ['municipality', 'methodist', 'head', 'coordinator', 'expert', 'observer'],
  methodist: [],
  head: ['head', 'coordinator'],
  coordinator: [],
  expert: [],
  observer: [],
}

/** The other way round: the roles whose holders may give this one. */
export function giversOf(role: Role): readonly Role[] {
  return ROLES.filter(giver => GRANTABLE[giver].includes(role))
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}

export function isRight(text: string): text is Right {
  return Object.hasOwn(RIGHTS, text)
}

/** Does a role, given at a unit of this path, carry the right? Paths are of ids, '1.' is the region. */
export function allows(role: Role, unitPath: string, right: Right): boolean {
  if (unitPath === '') return false
  if (REGION_RIGHTS.has(right) && !isRegion(unitPath)) return false
  return (RIGHTS[right] as readonly Role[]).includes(role)
}

/** All rights of a role at a unit. */
export function rightsOf(role: Role, unitPath: string): Right[] {
  return (Object.keys(RIGHTS) as Right[]).filter(right => allows(role, unitPath, right))
}

/** The root is the only unit with one id in its path. */
export function isRegion(unitPath: string): boolean {
  return /^\d+\.$/.test(unitPath)
}
