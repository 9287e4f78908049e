import { sql } from 'kysely'
import { executePrepared, type Tx } from '../../../platform/database/index.ts'
import type { SignalRow } from './describe-signals.ts'

/** Another signal of the same school, as its history shows it. */
export type PastSignal = Pick<
  SignalRow,
  | 'id'
  | 'source'
  | 'paperVersion'
  | 'year'
  | 'grade'
  | 'subject'
  | 'channels'
  | 'state'
  | 'outcome'
  | 'dueOn'
  | 'repliedAt'
  | 'published'
>

/**
 * The school's other signals over the years, the latest first: of published runs and of the same run. Those that gave way to
 * another run unasked are left out; that run's own stand here.
 */
export async function readHistory(
  tx: Tx,
  { id, unitId, runId }: Pick<SignalRow, 'id' | 'unitId' | 'runId'>,
): Promise<PastSignal[]> {
  return executePrepared(
    tx,
    sql<PastSignal>`
      select id, source, paper_version as "paperVersion", year, grade, subject, channels, state, outcome, due_on as "dueOn",
        replied_at as "repliedAt", published
      from signal
      where unit_id = ${unitId} and id <> ${id} and (published or run_id = ${runId}) and state <> 'superseded'
      order by year desc, grade, subject, source, id`,
  )
}
