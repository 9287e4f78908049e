import { sql } from 'kysely'
import type { Locale } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Calendar, readCalendar } from './calendar.ts'
import type { Evidence } from './evidence.ts'
import type { ReplyState } from './reply-state.rules.ts'
import { type Sight, shownFindings } from './shown-findings.ts'
import type { SignalRow } from './store/describe-signals.ts'
import { wordShown } from './word-findings.ts'
import { replyStateOfRow, wordReplyState } from './words.ts'

/** A sign of a run for a document about its school: never without the state of its reply. */
export interface SignOfUnit {
  readonly unitId: number
  readonly signalId: number
  readonly source: 'official' | 'own'
  readonly position: number
  /** What is seen, strongest first, each as the passport says it. */
  readonly findings: readonly { readonly where: string; readonly sentence: string }[]
  readonly n: number
  /** How the reply stands, and the same in words. */
  readonly state: ReplyState
  readonly reply: string
}

interface Asked extends Calendar {
  readonly runId: number
  readonly unitIds: readonly number[]
  readonly locale: Locale
  readonly sight: Sight
  /** How replies stood on an earlier day, by signal: told in place of how they stand now. Signals that it does not name are left out. */
  readonly stood?: ReadonlyMap<number, ReplyState> | undefined
}

type Row = Pick<SignOfUnit, 'unitId' | 'signalId' | 'source' | 'position' | 'n'> &
  Pick<SignalRow, 'state' | 'dueOn' | 'outcome' | 'published' | 'repliedAt'> & { readonly evidence: Evidence }

/** Signs of these schools in a run, as far as the reader has them in reach. */
export async function signsOfUnits(
  tx: Tx,
  { runId, unitIds, locale, sight, stood, ...calendar }: Asked,
): Promise<SignOfUnit[]> {
  if (unitIds.length === 0) return []
  const days = readCalendar(calendar)
  const { rows } = await sql<Row>`
    select s.unit_id as "unitId", s.id as "signalId", s.source, s.set_position as position, s.n, s.state,
      s.due_on as "dueOn", s.outcome, s.published, s.replied_at as "repliedAt", e.evidence
    from signal s join signal_evidence e on e.signal_id = s.id
    where s.run_id = ${runId} and s.unit_id = any (${[...unitIds]}::integer[])
    order by s.source, s.set_position, s.id`.execute(tx)
  return rows.flatMap(row => {
    const state = stood ? stood.get(row.signalId) : replyStateOfRow(row, days)
    if (state === undefined) return []
    return [
      {
        unitId: row.unitId,
        signalId: row.signalId,
        source: row.source,
        position: row.position,
        n: row.n,
        findings: shownFindings(row.evidence, sight).map(shown => {
          const { where, sentence } = wordShown(locale, shown, row.signalId)
          return { where, sentence }
        }),
        state,
        reply: wordReplyState(locale, state),
      },
    ]
  })
}
