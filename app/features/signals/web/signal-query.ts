import type { Request } from '../../../web/client/contract-types.ts'
import type { UrlSearch } from '../../../web/components/url-search.ts'

type Query = NonNullable<Request<'GET /api/signals'>['query']>
export type SignalSort = NonNullable<Query['sort']>

/** Words of the address as the API takes them: a list can be sent to a colleague as it stands. */
export function filterOf(search: UrlSearch): Omit<Query, 'sort' | 'cursor' | 'limit'> {
  const { campaign, run, unit, source, channel, set, state, outcome, overdue, shelf, q } = search
  const [year, grade, subject] = set?.split('·') ?? []
  return {
    q,
    channel,
    campaign: numberOf(campaign),
    run: numberOf(run),
    under: numberOf(unit),
    source: source as Query['source'],
    year: numberOf(year),
    grade: numberOf(grade),
    subject,
    state: state as Query['state'],
    outcome: outcome as Query['outcome'],
    overdue: overdue as Query['overdue'],
    shelf: shelf as Query['shelf'],
  }
}

/** The value of the one filter «работа»: year, grade and subject together. */
export function setValue({ year, grade, subject }: { year: number; grade: number; subject: string }): string {
  return [year, grade, subject].join('·')
}

const NARROWING = [
  'q',
  'run',
  'unit',
  'source',
  'channel',
  'set',
  'reply',
  'state',
  'outcome',
  'overdue',
  'shelf',
]

export function isFiltered(search: UrlSearch): boolean {
  return NARROWING.some(name => search[name])
}

function numberOf(text: string | undefined): number | undefined {
  return text && /^\d+$/.test(text) ? Number(text) : undefined
}
