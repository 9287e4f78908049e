import type { Request } from '../../../web/client/contract-types.ts'
import type { UrlSearch } from '../../../web/components/url-search.ts'

type Query = NonNullable<Request<'GET /api/measures'>['query']>
export type MeasureSort = NonNullable<Query['sort']>
/** What narrows measures, in every view of them: the list, the calendar, the timeline. */
export type MeasureFilter = Omit<Query, 'sort' | 'cursor' | 'limit'>

/** Words of the address as the API takes them: a list can be sent to a colleague as it stands. */
export function measureFilterOf(search: UrlSearch): MeasureFilter {
  const { plan, unit, own, level, state, overdue, offered, doubtful, signal, shelf, q } = search
  return {
    q,
    plan: numberOf(plan),
    under: numberOf(unit),
    unit: numberOf(own),
    level: level as Query['level'],
    state: state as Query['state'],
    overdue: overdue as Query['overdue'],
    offered: offered as Query['offered'],
    doubtful: doubtful as Query['doubtful'],
    signal: numberOf(signal),
    shelf: shelf as Query['shelf'],
  }
}

/** Filters of the page itself; the territory belongs to the context bar and stays when they are reset. */
export const MEASURE_FILTERS = [
  'q',
  'plan',
  'own',
  'level',
  'state',
  'overdue',
  'offered',
  'doubtful',
  'signal',
  'shelf',
] as const

export function isMeasureFiltered(search: UrlSearch): boolean {
  return ['unit', ...MEASURE_FILTERS].some(name => search[name])
}

function numberOf(text: string | undefined): number | undefined {
  return text && /^\d+$/.test(text) ? Number(text) : undefined
}
