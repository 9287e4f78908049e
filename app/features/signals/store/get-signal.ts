import { sql } from 'kysely'
import { executePrepared, type Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { Evidence } from '../evidence.ts'
import { describeSignals, type SignalRow } from './describe-signals.ts'

/** One signal in reach, as lists know it. Throws `not-found`. */
export async function getSignal(tx: Tx, id: number): Promise<SignalRow> {
  const [row] = await describeSignals(tx, {
    where: sql`s.id = ${id}`,
    key: sql`s.id`,
    descending: false,
    limit: 1,
  })
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row
}

/** The frozen evidence of a signal in reach, with its school and run. Throws `not-found`. */
export async function readEvidence(
  tx: Tx,
  id: number,
): Promise<{
  readonly evidence: Evidence
  readonly unit_id: number
  readonly unit_path: string
  readonly run_id: number
}> {
  const [row] = await executePrepared(
    tx,
    tx
      .selectFrom('signal as s')
      .innerJoin('signal_evidence as e', 'e.signal_id', 's.id')
      .select(['e.evidence', 's.unit_id', 's.unit_path', 's.run_id'])
      .where('s.id', '=', id),
  )
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row
}

/** The path of the school alone: whether a signal is in reach, and how its reader stands to it. */
export async function readPath(tx: Tx, id: number): Promise<string> {
  const [row] = await executePrepared(tx, tx.selectFrom('signal').select('unit_path').where('id', '=', id))
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row.unit_path
}
