import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import type { RepliesAsked, ReplyToSign } from '../screening/index.ts'
import { readCalendar } from './calendar.ts'
import type { SignalRow } from './store/describe-signals.ts'
import { overdueDays } from './terms.rules.ts'
import { replyPhrase } from './words.ts'

type Row = Pick<SignalRow, 'state' | 'dueOn' | 'outcome' | 'published' | 'repliedAt'> &
  Pick<ReplyToSign, 'signalId' | 'unitId' | 'source' | 'position'>

/** How the replies to the signals of a run stand, for the pages of the run that name its signs. */
export async function repliesOf(
  tx: Tx,
  { runId, unitIds, locale, ...calendar }: RepliesAsked,
): Promise<ReplyToSign[]> {
  if (unitIds.length === 0) return []
  const days = readCalendar(calendar)
  const { rows } = await sql<Row>`
    select id as "signalId", unit_id as "unitId", source, set_position as position, state, due_on as "dueOn", outcome,
      published, replied_at as "repliedAt"
    from signal where run_id = ${runId} and unit_id = any (${[...unitIds]}::integer[])
    order by source, set_position, id`.execute(tx)
  return rows.map(row => ({
    signalId: row.signalId,
    unitId: row.unitId,
    source: row.source,
    position: row.position,
    reply: replyPhrase(locale, row, days),
    state: row.state,
    outcome: row.outcome,
    overdueDays: overdueDays(row, days.today),
  }))
}
