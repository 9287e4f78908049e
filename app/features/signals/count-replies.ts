import { sql } from 'kysely'
import { type Locale, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { AlikeReplies, RepliesCounted } from '../screening/index.ts'
import { readCalendar } from './calendar.ts'
import { SIGNAL_STATES } from './contract.ts'
import type { Outcome } from './rules.ts'
import type { SignalState } from './terms.rules.ts'

interface Heap {
  readonly above: string
  readonly year: number
  readonly source: AlikeReplies['source']
  readonly published: boolean
  readonly state: SignalState
  readonly outcome: Outcome | null
  readonly overdue: boolean
  readonly count: number
}

/** How the replies to the signs of a territory stand, for the pages of a run that say how many signs it has. */
export async function countReplies(
  tx: Tx,
  { runId, path, locale, ...calendar }: RepliesCounted,
): Promise<AlikeReplies[]> {
  const { today } = readCalendar(calendar)
  const { rows } = await sql<Heap>`
    select substring(unit_path from '^(?:\\d+\\.){1,2}(?=\\d)') as above, year, source, published, state, outcome,
      coalesce(state = 'asked' and due_on < ${today}::date, false) as overdue, count(*)::integer as count
    from signal where run_id = ${runId} and unit_path >= ${path} and unit_path < ${`${path.slice(0, -1)}/`}
    group by 1, 2, 3, 4, 5, 6, 7`.execute(tx)
  return rows
    .toSorted((a, b) => rank(a) - rank(b))
    .map(heap => ({
      above: heap.above.split('.').filter(Boolean).map(Number),
      year: heap.year,
      source: heap.source,
      text: wordHeap(locale, heap),
      count: heap.count,
    }))
}

function rank({ published, state, outcome, overdue }: Heap): number {
  const place = published || state === 'withdrawn' ? SIGNAL_STATES.indexOf(state) : -1
  return 10 * place + (overdue ? 1 : 0) + (outcome === null ? 0 : OUTCOMES.indexOf(outcome))
}

const OUTCOMES: readonly Outcome[] = ['cleared', 'confirmed', 'insufficient']

function wordHeap(locale: Locale, { published, state, outcome, overdue }: Heap): string {
  if (!published && state !== 'withdrawn') return say(locale, 'signal.reply.draft')
  if (outcome !== null && state === 'closed') return say(locale, `signal.outcome.${outcome}`)
  return say(locale, overdue ? 'signal.replies.overdue' : `signal.state.${state}`)
}
