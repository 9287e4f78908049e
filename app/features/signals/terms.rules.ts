/** A local date, 'YYYY-MM-DD'. */
export type LocalDate = string
export type SignalState = 'open' | 'asked' | 'replied' | 'closed' | 'withdrawn' | 'superseded'

/** A signal as far as its term goes. */
export interface Term {
  readonly state: SignalState
  readonly dueOn: LocalDate | null
}

/** Days past the term after which the level above the school is told: first the municipality, later the region. */
export const ESCALATE_AFTER = { municipality: 3, region: 10 } as const
/** What comes due within so many days is «скоро срок». */
export const SOON_DAYS = 7

export function isOverdue({ state, dueOn }: Term, today: LocalDate): boolean {
  return state === 'asked' && dueOn !== null && dueOn < today
}

/** Whole days past the term; null where nothing is owed. */
export function overdueDays(term: Term, today: LocalDate): number | null {
  return isOverdue(term, today) ? daysBetween(term.dueOn!, today) : null
}

/** Is tomorrow the last day? Then the school is reminded, once for each term. */
export function isDueTomorrow({ state, dueOn }: Term, today: LocalDate): boolean {
  return state === 'asked' && dueOn !== null && daysBetween(today, dueOn) === 1
}

/**
 * How far up a signal ought to be known: 0 nobody above the school, 1 the municipality, 2 the region. A school right below
 * the region has nobody between: the region is told when the municipality would be.
 */
export function escalationOf(
  term: Term & { readonly hasMunicipality: boolean },
  today: LocalDate,
): 0 | 1 | 2 {
  const days = overdueDays(term, today) ?? 0
  if (days < ESCALATE_AFTER.municipality) return 0
  return !term.hasMunicipality || days >= ESCALATE_AFTER.region ? 2 : 1
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
