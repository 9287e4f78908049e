import type { Request } from '../../../web/client/contract-types.ts'
import type { UrlSearch } from '../../../web/components/url-search.ts'

type Query = NonNullable<Request<'GET /api/plans'>['query']>

/** Filters of the page itself; the territory belongs to the context bar and stays when they are reset. */
export const PLAN_FILTERS = ['q', 'level', 'state', 'year'] as const

/** Words of the address as the API takes them: a list can be sent to a colleague as it stands. */
export function planFilterOf({ q, unit, level, state, year }: UrlSearch): Omit<Query, 'cursor' | 'limit'> {
  return {
    q,
    under: unit && /^\d+$/.test(unit) ? Number(unit) : undefined,
    level: level as Query['level'],
    state: state as Query['state'],
    year: year && /^\d{4}$/.test(year) ? Number(year) : undefined,
  }
}

export function isPlanFiltered(search: UrlSearch): boolean {
  return ['unit', ...PLAN_FILTERS].some(name => search[name])
}

/** School years to choose from, the coming one first: plans are kept for years, and made for the next. */
export function schoolYears(today: Date): number[] {
  const current = today.getMonth() >= 7 ? today.getFullYear() : today.getFullYear() - 1
  return Array.from({ length: 9 }, (_, index) => current + 1 - index)
}
