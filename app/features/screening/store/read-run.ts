import type { Selectable } from 'kysely'
import { executePrepared, type Schema, type Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { ScreenedSet } from '../types.ts'

export type RunRow = Selectable<Schema['screening_run']>

/** A run as far as the reader may see it. Throws `not-found`. */
export async function readRun(tx: Tx, id: number): Promise<RunRow> {
  const [row] = await executePrepared(
    tx,
    tx.selectFrom('screening_run').selectAll().where('id', '=', id).limit(1),
  )
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row
}

/** A run that has ended well: what it found can be looked at. Throws `not-found`, `run-not-done`. */
export async function readDoneRun(tx: Tx, id: number): Promise<RunRow> {
  const row = await readRun(tx, id)
  if (row.state !== 'done') throw new ProblemError({ code: 'run-not-done' })
  return row
}

/** The sets of a run in their order. */
export async function readSets(tx: Tx, run: number): Promise<ScreenedSet[]> {
  const rows = await executePrepared(
    tx,
    tx.selectFrom('run_set').select('facts').where('run_id', '=', run).orderBy('position'),
  )
  return rows.map(({ facts }) => facts)
}

/** One set of a run. Throws `not-found`. */
export async function readSet(tx: Tx, run: number, position: number): Promise<ScreenedSet> {
  const [row] = await executePrepared(
    tx,
    tx.selectFrom('run_set').select('facts').where('run_id', '=', run).where('position', '=', position),
  )
  if (!row) throw new ProblemError({ code: 'not-found' })
  return row.facts
}
